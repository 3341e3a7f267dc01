'use client'

import { Button, toast, useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'

import { wordsIn } from './words'

const WORDS = {
  en: {
    done: 'Sent again.',
    failed: 'This could not be sent again.',
    retry: 'Try again',
    sent: 'This was sent again. If it fails once more, it comes back as a new entry.',
  },
  he: {
    done: 'נשלח שוב.',
    failed: 'לא ניתן לשלוח שוב.',
    retry: 'לנסות שוב',
    sent: 'נשלח שוב. כישלון נוסף יופיע כרשומה חדשה.',
  },
  ru: {
    done: 'Отправлено снова.',
    failed: 'Не удалось отправить снова.',
    retry: 'Повторить',
    sent: 'Отправлено снова. Если не получится и в этот раз, появится новая запись.',
  },
}

/** The button on a piece of failed work that sends it once more, once. */
export const RetryDeadLetter = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const retriedAt = useFormFields(([fields]) => fields.retriedAt?.value)
  const [isBusy, setBusy] = useState(false)
  const [isSent, setSent] = useState(false)
  const words = wordsIn(i18n.language, WORDS)
  const retry = async () => {
    setBusy(true)
    try {
      const { ok, status } = await fetch(`/api/dead-letters/${id}/retry`, { method: 'POST' })
      // 404: somebody else was faster.
      setSent(ok || status === 404)
      if (ok) {
        toast.success(words.done)
      } else {
        toast.error(words.failed)
      }
    } catch {
      toast.error(words.failed)
    } finally {
      setBusy(false)
    }
  }

  return retriedAt || isSent ? (
    <p role="status">{words.sent}</p>
  ) : (
    <Button buttonStyle="secondary" disabled={isBusy} onClick={() => void retry()}>
      {words.retry}
    </Button>
  )
}
