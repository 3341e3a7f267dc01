'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Alert } from '@/components/ui/Alert'
import { Switch } from '@/components/ui/Switch'
import { MAIL_TOPICS, type MailTopic } from '@/domain/mail/topics'

import { callApi } from '../shell/api'
import { useErrorText } from '../shell/useErrorText'

type Choices = Record<MailTopic, boolean>

/** The mails one may do without; each choice holds at once, and goes back where it could not be kept. */
export const MailChoices = ({ choices }: { choices: Choices }) => {
  const t = useTranslations('account.notifications')
  const errorText = useErrorText()
  const [chosen, setChosen] = useState(choices)
  const [state, setState] = useState<null | { error?: string }>(null)

  const choose = async (topic: MailTopic, wants: boolean) => {
    setChosen((held) => ({ ...held, [topic]: wants }))
    setState(null)
    const answer = await callApi('/api/account/mails', { body: { topic, wants } })
    if (!answer.ok) {
      setChosen((held) => ({ ...held, [topic]: !wants }))
    }
    setState(answer.ok ? {} : { error: errorText(answer.code) })
  }

  return (
    <div className="flex flex-col gap-4">
      {MAIL_TOPICS.map((topic) => (
        <Switch
          checked={chosen[topic]}
          hint={t(`topics.${topic}Hint`)}
          key={topic}
          label={t(`topics.${topic}`)}
          onCheckedChange={(wants) => void choose(topic, wants)}
        />
      ))}
      <div aria-live="polite">
        {state && (
          <Alert tone={state.error ? 'danger' : 'success'}>{state.error ?? t('saved')}</Alert>
        )}
      </div>
    </div>
  )
}
