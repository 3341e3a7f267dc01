'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

import { Alert } from '@/components/ui/Alert'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Spinner } from '@/components/ui/Spinner'
import { withNext } from '@/domain/identity/nextPath'

import type { SignedIn } from './authApi'

import { callApi } from '../shell/api'
import { useErrorText } from '../shell/useErrorText'
import { arrive } from './arrive'

/** The code of the address, which is taken out of it, so that going back brings none that was used. */
const takeCode = (): string => {
  const code = location.hash.slice(1)
  history.replaceState(null, '', location.pathname)

  return code
}

/**
 * Lets in whoever comes from a linked school with a code. Without one, as after signing in on the way, this browser is remembered
 * for the next time.
 */
export const SchoolSwitch = ({ home }: { home: string }) => {
  const t = useTranslations('signIn.switch')
  const errorText = useErrorText()
  const [refused, setRefused] = useState<null | string>(null)

  useEffect(() => {
    const code = takeCode()
    const come = async () => {
      if (code) {
        const answer = await callApi<SignedIn>('/api/switch', { body: { code } })
        if (answer.ok) {
          arrive(answer.data, { home, next: null })
        } else {
          setRefused(answer.code)
        }

        return
      }
      const { ok } = await callApi('/api/account/schools/browser', { method: 'POST' })
      location.replace(ok ? home : withNext('/sign-in', home))
    }
    void come()
  }, [home])

  return (
    <div aria-live="polite" className="flex flex-col gap-6">
      {refused === null ? (
        <p className="flex items-center gap-3 text-muted">
          <Spinner />
          {t('lead')}
        </p>
      ) : (
        <Alert
          action={<ButtonLink href={withNext('/sign-in', '/switch')}>{t('signIn')}</ButtonLink>}
          title={t('failed')}
          tone="warning"
        >
          {errorText(refused)}
        </Alert>
      )}
    </div>
  )
}
