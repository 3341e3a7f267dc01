'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type FormEvent } from 'react'

import { Button } from '@/components/ui/Button'
import { Field } from '@/components/ui/Field'
import { Stack } from '@/components/ui/Stack'
import { Textarea } from '@/components/ui/Textarea'
import { LONGEST_REQUEST } from '@/domain/learning/placeRequests'

/** What somebody writes who asks for a place: the answer to the school's question, or a few words of their own. */
export const RequestForm = ({
  isBusy,
  onCancel,
  onSend,
  question,
}: {
  isBusy: boolean
  onCancel: () => void
  onSend: (message: string) => void
  /** Null where the school asks nothing. */
  question: null | string
}) => {
  const t = useTranslations()
  const [message, setMessage] = useState('')
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => box.current?.focus(), [])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onSend(message)
  }

  return (
    <form onSubmit={submit}>
      <Stack gap={3}>
        <Field
          label={question ?? t('course.requestMessage')}
          optional={question === null}
          required={question !== null}
        >
          <Textarea
            ref={box}
            dir="auto"
            maxLength={LONGEST_REQUEST}
            name="message"
            onChange={(event) => setMessage(event.target.value)}
            rows={4}
            value={message}
          />
        </Field>
        <Button loading={isBusy} size="large" type="submit" wide>
          {t('course.requestSend')}
        </Button>
        <Button onClick={onCancel} type="button" variant="quiet" wide>
          {t('common.cancel')}
        </Button>
      </Stack>
    </form>
  )
}
