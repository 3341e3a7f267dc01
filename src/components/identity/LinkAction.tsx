'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { ButtonLink } from '@/components/ui/ButtonLink'

import { callApi } from '../shell/api'
import { useErrorText } from '../shell/useErrorText'
import { useQuery } from '../shell/useQuery'

/**
 * What the link of a mail is for, done by one press: programs that look into mails open links, and must
 * change nothing by it.
 */
const LinkAction = ({
  action,
  call,
  done,
  failed,
  onward,
}: {
  action: ReactNode
  /** The request that the token of the page's address makes. */
  call: (token: string) => { body: object; path: string }
  done: ReactNode
  failed: ReactNode
  onward: { href: string; label: ReactNode }
}) => {
  const errorText = useErrorText()
  const token = useQuery()?.get('token') ?? ''
  const [busy, setBusy] = useState(false)
  const [state, setState] = useState<'asked' | 'done' | 'failed' | { error: string }>('asked')
  const press = async () => {
    setBusy(true)
    const { body, path } = call(token)
    const answer = await callApi(path, { body })
    setBusy(false)
    const isOff = !answer.ok && answer.code !== 'badLink'
    setState(answer.ok ? 'done' : isOff ? { error: errorText(answer.code) } : 'failed')
  }
  if (state === 'done' || state === 'failed') {
    return (
      <Alert
        action={<ButtonLink href={onward.href}>{onward.label}</ButtonLink>}
        tone={state === 'done' ? 'success' : 'warning'}
      >
        {state === 'done' ? done : failed}
      </Alert>
    )
  }

  return (
    <div className="flex flex-col gap-6">
      {typeof state === 'object' && <Alert tone="danger">{state.error}</Alert>}
      <Button className="self-start" loading={busy} onClick={() => void press()} size="large">
        {action}
      </Button>
    </div>
  )
}

/** Ends the mails that a link was sent with. */
export const Unsubscribe = () => {
  const t = useTranslations('auth.unsubscribe')

  return (
    <LinkAction
      action={t('action')}
      call={(token) => ({ body: {}, path: `/api/unsubscribe/${encodeURIComponent(token || '-')}` })}
      done={t('done')}
      failed={t('failed')}
      onward={{ href: '/account/notifications', label: t('onward') }}
    />
  )
}

/** Gives an account the address that a link was sent to. */
export const EmailChange = () => {
  const t = useTranslations('auth.changeEmail')

  return (
    <LinkAction
      action={t('action')}
      call={(token) => ({ body: { token }, path: '/api/account/email/confirm' })}
      done={t('done')}
      failed={t('failed')}
      onward={{ href: '/account/security', label: t('onward') }}
    />
  )
}
