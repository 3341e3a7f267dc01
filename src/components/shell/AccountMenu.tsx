'use client'

import { LayoutDashboard, LogOut, NotebookPen, Settings2, UserRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

import { forgetCount, joinCart } from '@/components/commerce/cart/store'
import { Avatar } from '@/components/ui/Avatar'
import { Button } from '@/components/ui/Button'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Menu, MenuDivider, MenuHeader, MenuItem, MenuLink } from '@/components/ui/Menu'
import { Skeleton } from '@/components/ui/Skeleton'
import { useToast } from '@/components/ui/Toast'
import { VisuallyHidden } from '@/components/ui/VisuallyHidden'
import { followAccount } from '@/components/ui/reader'

import type { Bell } from '@/components/mail/Bell'

import type { LinkedSchools } from './LinkedSchools'
import type { ViewBar } from './ViewBar'

import { fetchSession, knownSession, onSessionChanged, signOut, type SessionUser } from './session'

/** The linked schools, fetched once the menu opens: few have any. */
const SchoolsPart = () => {
  const [Part, setPart] = useState<null | typeof LinkedSchools>(null)
  useEffect(() => {
    void import('./LinkedSchools').then((found) => setPart(() => found.LinkedSchools))
  }, [])

  return Part && <Part />
}

/** The bell, fetched once its reader is known: visitors have none. */
const BellPart = () => {
  const [Part, setPart] = useState<null | typeof Bell>(null)
  useEffect(() => {
    void import('@/components/mail/Bell').then((found) => setPart(() => found.Bell))
  }, [])

  return Part && <Part />
}

/**
 * Sign in, or the account's menu. Where the page does not say who is `known` it is asked in the browser,
 * so that the page around it is the same for everyone and stays in the cache. Staff who see the page as a learner does are told so.
 */
export const AccountMenu = ({ known }: { known?: null | SessionUser }) => {
  const t = useTranslations('shell')
  const toast = useToast()
  const [user, setUser] = useState(known)
  const [Bar, setBar] = useState<null | typeof ViewBar>(null)

  useEffect(() => {
    const control = new AbortController()
    const show = (asked: Promise<null | SessionUser>) =>
      void asked.then((found) => {
        if (!control.signal.aborted) {
          setUser(found)
        }
      })
    if (known === undefined) {
      show(knownSession(control.signal))
    }
    const stop = onSessionChanged(() => show(fetchSession(control.signal)))

    return () => {
      stop()
      control.abort()
    }
  }, [known])

  useEffect(() => {
    if (user?.view) {
      void import('./ViewBar').then((found) => setBar(() => found.ViewBar))

      return
    }
    if (user) {
      void joinCart()
    } else if (user === null) {
      forgetCount()
    }
  }, [user])

  useEffect(() => {
    if (user && !user.view && followAccount(user)) {
      location.reload()
    }
  }, [user])

  const leave = async () => {
    if (!(await signOut())) {
      toast({ title: t('signOutFailed'), tone: 'danger' })
    }
  }

  if (user === undefined) {
    return <Skeleton className="size-target rounded-full" />
  }
  if (user === null) {
    return (
      <ButtonLink
        className="shrink-0 px-4 whitespace-nowrap"
        href="/sign-in"
        prefetch={false}
        variant="secondary"
      >
        {t('signIn')}
      </ButtonLink>
    )
  }

  return (
    <>
      {user.view && Bar && <Bar until={user.view.until} user={user} />}
      {!user.view && <BellPart />}
      <Menu
        trigger={
          <Button className="rounded-full" size="icon" variant="quiet">
            <VisuallyHidden>{t('accountOf', { name: user.name })}</VisuallyHidden>
            <Avatar name={user.name || user.email} src={user.picture} />
          </Button>
        }
      >
        <MenuHeader>
          <span className="block font-semibold text-text">{user.name}</span>
          <bdi className="block truncate">{user.email}</bdi>
        </MenuHeader>
        <MenuDivider />
        <MenuLink href="/dashboard">
          <LayoutDashboard aria-hidden strokeWidth={1.5} />
          {t('dashboard')}
        </MenuLink>
        <MenuLink href="/notes" prefetch={false}>
          <NotebookPen aria-hidden strokeWidth={1.5} />
          {t('notes')}
        </MenuLink>
        <MenuLink href="/account" prefetch={false}>
          <UserRound aria-hidden strokeWidth={1.5} />
          {t('account')}
        </MenuLink>
        {user.staff && (
          <MenuLink href="/admin" prefetch={false}>
            <Settings2 aria-hidden strokeWidth={1.5} />
            {t('manageSchool')}
          </MenuLink>
        )}
        {!user.view && (
          <>
            <MenuDivider />
            <MenuItem onSelect={() => void leave()}>
              <LogOut aria-hidden className="rtl:rotate-180" strokeWidth={1.5} />
              {t('signOut')}
            </MenuItem>
            {!user.staff && <SchoolsPart />}
          </>
        )}
      </Menu>
    </>
  )
}
