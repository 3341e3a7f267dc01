'use client'

import { Button, toast, useDocumentInfo, useFormModified, useTranslation } from '@payloadcms/ui'
import { useRef, useState } from 'react'

import { wordsIn } from './words'

const WORDS = {
  en: {
    failed: 'This did not work. Save the template and try again.',
    frame: 'Preview of the mail',
    hint: 'Shows what is saved, with made-up names and amounts.',
    preview: 'Preview',
    send: 'Send me a test',
    sent: 'On its way to',
    unsaved: 'Save first: what you changed is not in it yet.',
    wait: 'Enough for now. Try again in a minute.',
  },
  he: {
    failed: 'זה לא הצליח. אפשר לשמור את התבנית ולנסות שוב.',
    frame: 'תצוגה מקדימה של ההודעה',
    hint: 'מוצג הנוסח השמור, עם שמות וסכומים לדוגמה.',
    preview: 'תצוגה מקדימה',
    send: 'לשלוח אליי ניסיון',
    sent: 'בדרך אל',
    unsaved: 'יש לשמור תחילה: השינויים עדיין אינם בהודעה.',
    wait: 'די לעת עתה. אפשר לנסות שוב בעוד דקה.',
  },
  ru: {
    failed: 'Не получилось. Сохраните шаблон и попробуйте снова.',
    frame: 'Предварительный просмотр письма',
    hint: 'Показывает сохранённое, с именами и суммами для примера.',
    preview: 'Просмотр',
    send: 'Отправить мне пробное',
    sent: 'Отправляется на',
    unsaved: 'Сначала сохраните: изменений в письме ещё нет.',
    wait: 'Пока достаточно. Попробуйте через минуту.',
  },
}

/** A saved template as its readers will see it, in a frame that can do nothing, and by mail to oneself. */
export const EmailTrial = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const [html, setHtml] = useState('')
  const [isBusy, setBusy] = useState(false)
  const isModified = useFormModified()
  const frame = useRef<HTMLIFrameElement>(null)
  const words = wordsIn(i18n.language, WORDS)
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
      <div className="lectern-actions">
        {[
          { label: words.preview, run: preview },
          { label: words.send, run: send },
        ].map(({ label, run }) => (
          <Button
            buttonStyle="secondary"
            disabled={isBusy || isModified}
            key={label}
            margin={false}
            onClick={() => void run()}
          >
            {label}
          </Button>
        ))}
      </div>
      <p aria-live="polite" className="field-description">
        {isModified ? words.unsaved : words.hint}
      </p>
      {html && (
        <iframe
          className="lectern-letter"
          onLoad={() => frame.current?.scrollIntoView({ block: 'nearest' })}
          ref={frame}
          sandbox=""
          srcDoc={html}
          title={words.frame}
        />
      )}
    </div>
  )
}
