'use client'

import { Button, toast, useDocumentInfo, useTranslation } from '@payloadcms/ui'

const WORDS = {
  en: { done: 'Sent again.', failed: 'This could not be sent again.', retry: 'Try again' },
  he: { done: 'נשלח שוב.', failed: 'לא ניתן לשלוח שוב.', retry: 'לנסות שוב' },
  ru: { done: 'Отправлено снова.', failed: 'Не удалось отправить снова.', retry: 'Повторить' },
}

/** The button on a piece of failed work that sends it once more. */
export const RetryDeadLetter = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const words = WORDS[i18n.language === 'he' || i18n.language === 'ru' ? i18n.language : 'en']
  const retry = async () => {
    const answer = await fetch(`/api/dead-letters/${id}/retry`, { method: 'POST' })
    if (answer.ok) {
      toast.success(words.done)
    } else {
      toast.error(words.failed)
    }
  }

  return (
    <Button buttonStyle="secondary" onClick={() => void retry()}>
      {words.retry}
    </Button>
  )
}
