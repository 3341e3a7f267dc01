'use client'

import { Button, toast, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'

const WORDS = {
  en: {
    failed: 'This did not work. Save the template and try again.',
    frame: 'Preview of the mail',
    hint: 'Shows what is saved, with made-up names and amounts.',
    preview: 'Preview',
    send: 'Send me a test',
    sent: 'On its way to',
    wait: 'Enough for now. Try again in a minute.',
  },
  he: {
    failed: 'זה לא הצליח. אפשר לשמור את התבנית ולנסות שוב.',
    frame: 'תצוגה מקדימה של ההודעה',
    hint: 'מוצג הנוסח השמור, עם שמות וסכומים לדוגמה.',
    preview: 'תצוגה מקדימה',
    send: 'לשלוח אליי ניסיון',
    sent: 'בדרך אל',
    wait: 'די לעת עתה. אפשר לנסות שוב בעוד דקה.',
  },
  ru: {
    failed: 'Не получилось. Сохраните шаблон и попробуйте снова.',
    frame: 'Предварительный просмотр письма',
    hint: 'Показывает сохранённое, с именами и суммами для примера.',
    preview: 'Просмотр',
    send: 'Отправить мне пробное',
    sent: 'Отправляется на',
    wait: 'Пока достаточно. Попробуйте через минуту.',
  },
}

/** A saved template as its readers will see it, in a frame that can do nothing, and by mail to oneself. */
export const EmailTrial = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const [html, setHtml] = useState('')
  const [isBusy, setBusy] = useState(false)
  const words = WORDS[i18n.language === 'he' || i18n.language === 'ru' ? i18n.language : 'en']
  if (!id) {
    return null
  }
  const ask = async (what: 'preview' | 'test', method: 'GET' | 'POST') => {
    setBusy(true)
    try {
      const answer = await fetch(`/api/email-templates/${id}/${what}`, { method })
      if (answer.ok) {
        return answer
      }
      toast.error(answer.status === 429 ? words.wait : words.failed)
    } catch {
      toast.error(words.failed)
    } finally {
      setBusy(false)
    }

    return null
  }
  const preview = async () => setHtml((await (await ask('preview', 'GET'))?.text()) ?? html)
  const send = async () => {
    const answer = await ask('test', 'POST')
    if (answer) {
      const { to } = (await answer.json()) as { to: string }
      toast.success(`${words.sent} ${to}`)
    }
  }

  return (
    <div className="field-type">
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0.75rem' }}>
        <Button buttonStyle="secondary" disabled={isBusy} onClick={() => void preview()}>
          {words.preview}
        </Button>
        <Button buttonStyle="secondary" disabled={isBusy} onClick={() => void send()}>
          {words.send}
        </Button>
      </div>
      <p className="field-description">{words.hint}</p>
      {html && (
        <iframe
          sandbox=""
          srcDoc={html}
          style={{
            blockSize: '44rem',
            border: '1px solid var(--theme-elevation-150)',
            inlineSize: '100%',
          }}
          title={words.frame}
        />
      )}
    </div>
  )
}
