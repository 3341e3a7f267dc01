'use client'

import { MailCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { Heading } from '@/components/ui/Heading'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'

import { useErrorText } from '../shell/useErrorText'
import { sendConfirmation } from './authApi'
import { WorkingNote } from './WorkingNote'

/** Says that a message is on its way, without telling whether the address was known, and sends it again. */
export const CheckMail = ({
  email,
  lead,
  next,
}: {
  email: string
  lead?: string
  next: null | string
}) => {
  const t = useTranslations('auth')
  const errorText = useErrorText()
  const [state, setState] = useState<'busy' | 'ready' | 'sent' | { code: string }>('ready')

  const resend = async () => {
    setState('busy')
    const answer = await sendConfirmation({ email, next })
    setState(answer.ok ? 'sent' : { code: answer.code })
  }

  return (
    <Stack aria-live="polite" gap={6}>
      <Stack gap={3}>
        <MailCheck aria-hidden className="size-8 text-accent-text" strokeWidth={1.5} />
        <Heading level={2}>{t('checkMailTitle')}</Heading>
        {lead && <Text>{lead}</Text>}
        <Text>
          {t('checkMailBody', { email })} {t('linkDay')}
        </Text>
        <Text size="small" tone="muted">
          {t('checkMailHint')}
        </Text>
      </Stack>
      {state === 'sent' && <Alert tone="success">{t('resent')}</Alert>}
      {typeof state === 'object' && <Alert tone="danger">{errorText(state.code)}</Alert>}
      {state !== 'sent' && (
        <Button loading={state === 'busy'} onClick={() => void resend()} variant="secondary">
          {t('resend')}
        </Button>
      )}
      {state === 'busy' && <WorkingNote />}
    </Stack>
  )
}
