'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { callApi } from '@/components/shell/api'
import { useErrorText } from '@/components/shell/useErrorText'
import { Button } from '@/components/ui/Button'
import { DateTime } from '@/components/ui/DateTime'
import { Field } from '@/components/ui/Field'
import { Text } from '@/components/ui/Text'
import { Textarea } from '@/components/ui/Textarea'
import type { Reply } from '@/domain/learning/assignments/review'

import { Spoken } from './Spoken'

/** The talk about a submission, and a box for the learner to go on with it. */
export const Replies = ({
  onReplied,
  submission,
  thread,
}: {
  onReplied: () => void
  submission: string
  thread: readonly Reply[]
}) => {
  const t = useTranslations('learn.assignment')
  const say = useErrorText()
  const [text, setText] = useState('')
  const [error, setError] = useState<null | string>(null)
  const [isSending, setSending] = useState(false)

  const send = async () => {
    setSending(true)
    const answer = await callApi(`/api/assignments/submissions/${submission}/replies`, {
      body: { text: text.trim() },
    })
    setSending(false)
    setError(answer.ok ? null : answer.code)
    if (answer.ok) {
      setText('')
      onReplied()
    }
  }

  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {thread.length > 0 && (
        <ul aria-label={t('thread')} className="flex flex-col gap-3">
          {thread.map(({ id, name, at, file, isGrader, text: said }) => (
            <li key={id}>
              <Text as="span" size="small" strong>
                <bdi>{isGrader ? (name ?? t('teacher')) : t('you')}</bdi>
              </Text>{' '}
              <Text as="span" size="small" tone="muted">
                <DateTime value={at} />
              </Text>
              {said && (
                <p className="whitespace-pre-wrap wrap-anywhere" dir="auto">
                  {said}
                </p>
              )}
              {file && <Spoken file={file} />}
            </li>
          ))}
        </ul>
      )}
      <Field error={error ? say(error) : undefined} label={t('reply')}>
        <Textarea
          dir="auto"
          maxLength={5000}
          onChange={({ target }) => setText(target.value)}
          rows={2}
          value={text}
        />
      </Field>
      <Button
        className="self-start"
        disabled={text.trim() === ''}
        loading={isSending}
        type="submit"
        variant="secondary"
      >
        {t('sendReply')}
      </Button>
    </form>
  )
}
