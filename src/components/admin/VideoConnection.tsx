'use client'

import {
  Button,
  CopyToClipboard,
  useDocumentInfo,
  useFormFields,
  useFormModified,
  useTranslation,
} from '@payloadcms/ui'
import { useState, useSyncExternalStore } from 'react'

import { ask } from './ask'
import { wordsIn } from './words'

const WORDS = {
  en: {
    away: 'The provider does not answer. Try again in a minute.',
    busy: 'Asking…',
    check: 'Test the connection',
    events: 'Choose there all events of videos.',
    hint: 'Enter this address as the webhook at the provider. Without it, films are asked after from time to time.',
    label: 'Webhook address',
    ready: 'Connected.',
    refused: 'The provider refuses these keys',
    save: 'Save first, then test the connection.',
    vimeo: 'Vimeo sends no signed reports: it is asked from time to time how far a film is.',
  },
  he: {
    away: 'הספק לא עונה. נסו שוב בעוד דקה.',
    busy: 'בודקים…',
    check: 'בדיקת החיבור',
    events: 'בוחרים שם את כל אירועי הסרטונים.',
    hint: 'את הכתובת הזו מזינים כ־webhook אצל הספק. בלעדיה בודקים את מצב הסרטונים מדי פעם.',
    label: 'כתובת webhook',
    ready: 'מחובר.',
    refused: 'הספק דוחה את המפתחות האלה',
    save: 'קודם שומרים, ואז בודקים את החיבור.',
    vimeo: 'Vimeo אינו שולח דיווחים חתומים: מדי פעם שואלים אותו מה מצב הסרטון.',
  },
  ru: {
    away: 'Провайдер не отвечает. Попробуйте через минуту.',
    busy: 'Проверяем…',
    check: 'Проверить подключение',
    events: 'Выберите там все события видео.',
    hint: 'Укажите этот адрес как webhook у провайдера. Без него о видео спрашивают время от времени.',
    label: 'Адрес webhook',
    ready: 'Подключено.',
    refused: 'Провайдер не принимает эти ключи',
    save: 'Сначала сохраните, затем проверьте подключение.',
    vimeo:
      'Vimeo не присылает подписанных уведомлений: о готовности видео его спрашивают время от времени.',
  },
}

const never = () => () => undefined

type Words = (typeof WORDS)['en']

/** Where the provider is to send its reports. */
const Address = ({ provider, words }: { provider: string; words: Words }) => {
  const origin = useSyncExternalStore(
    never,
    () => location.origin,
    () => '',
  )
  if (provider === 'vimeo') {
    return <p className="field-description">{words.vimeo}</p>
  }
  const address = `${origin}/api/film-reports/${provider}`

  return (
    <>
      <p className="field-label">
        {words.label} <CopyToClipboard value={address} />
      </p>
      <p dir="ltr">
        <code>{address}</code>
      </p>
      <p className="field-description">{words.hint}</p>
      {provider === 'mux' && <p className="field-description">{words.events}</p>}
    </>
  )
}

/** On the page of an account that keeps films: where its reports go, and whether it can be used. */
export const VideoConnection = () => {
  const provider = useFormFields(([fields]) => fields.provider?.value)
  const { id } = useDocumentInfo()
  const isModified = useFormModified()
  const { i18n } = useTranslation()
  const [said, setSaid] = useState<null | string>(null)
  const [isBusy, setBusy] = useState(false)
  const words = wordsIn(i18n.language, WORDS)
  if (typeof provider !== 'string' || !provider) {
    return null
  }
  const check = async () => {
    setBusy(true)
    setSaid(words.busy)
    const answer = await ask<{ isReady: boolean }>(`/api/video-accounts/${id}/check`, {})
    const refused = answer.ok ? null : answer.said.said
    setSaid(
      answer.ok
        ? words.ready
        : typeof refused === 'string'
          ? `${words.refused}: ${refused}`
          : words.away,
    )
    setBusy(false)
  }

  return (
    <div className="field-type">
      <Address provider={provider} words={words} />
      <Button
        buttonStyle="secondary"
        disabled={!id || isModified || isBusy}
        onClick={() => void check()}
        size="small"
      >
        {words.check}
      </Button>
      <p role="status">{id && !isModified ? said : words.save}</p>
    </div>
  )
}
