'use client'

import { Eye } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'

import { Button } from '@/components/ui/Button'
import { useToast } from '@/components/ui/Toast'

import type { SessionUser } from './session'

import { callApi } from './api'

/** Ends the view, and opens the learner's form, from where it was begun. False when the server did not answer. */
const endView = async (account: string): Promise<boolean> => {
  const { ok } = await callApi('/api/view/end', { method: 'POST' })
  if (ok) {
    location.assign(new URL(`/admin/collections/users/${account}`, location.href))
  }

  return ok
}

const placeMade = (): HTMLElement => {
  const made = document.createElement('div')
  made.className = 'sticky top-0 z-50 print:hidden'

  return made
}

/** Above the whole page, while staff see it as a learner does: whose it is, that nothing changes, and the end of it. */
export const ViewBar = ({
  until,
  user: { id, name },
}: {
  until: string
  user: Pick<SessionUser, 'id' | 'name'>
}) => {
  const t = useTranslations('shell')
  const toast = useToast()
  const [place] = useState(placeMade)
  const [isBusy, setIsBusy] = useState(false)

  useEffect(() => {
    document.body.prepend(place)

    return () => place.remove()
  }, [place])

  useEffect(() => {
    const over = setTimeout(() => location.reload(), Date.parse(until) - Date.now() + 1000)

    return () => clearTimeout(over)
  }, [until])

  const end = async () => {
    setIsBusy(true)
    if (!(await endView(id))) {
      setIsBusy(false)
      toast({ title: t('viewEndFailed'), tone: 'danger' })
    }
  }

  return createPortal(
    <aside
      aria-label={t('view')}
      className="flex flex-wrap items-center justify-center gap-x-4 gap-y-1 border-b border-line-strong bg-warning-soft px-gutter py-1 text-sm text-text"
    >
      <span className="inline-flex items-center gap-2 font-semibold">
        <Eye aria-hidden className="size-5 shrink-0" strokeWidth={1.5} />
        {t('viewing', { name })}
      </span>
      <span>{t('viewHint')}</span>
      <Button loading={isBusy} onClick={() => void end()} variant="secondary">
        {t('viewEnd')}
      </Button>
    </aside>,
    place,
  )
}
