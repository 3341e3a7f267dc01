'use client'

import { useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui'

import { AddressToEnter } from './connection/AddressToEnter'
import { ConnectionTest } from './connection/ConnectionTest'
import { wordsIn } from './words'

const WORDS = {
  en: {
    events: 'Choose there all events of videos.',
    hint: 'Enter this address as the webhook at the provider. Without it, films are asked after from time to time.',
    label: 'Webhook address',
    vimeo: 'Vimeo sends no signed reports: it is asked from time to time how far a film is.',
  },
  he: {
    events: 'בוחרים שם את כל אירועי הסרטונים.',
    hint: 'את הכתובת הזו מזינים כ־webhook אצל הספק. בלעדיה בודקים את מצב הסרטונים מדי פעם.',
    label: 'כתובת webhook',
    vimeo: 'Vimeo אינו שולח דיווחים חתומים: מדי פעם שואלים אותו מה מצב הסרטון.',
  },
  ru: {
    events: 'Выберите там все события видео.',
    hint: 'Укажите этот адрес как webhook у провайдера. Без него о видео спрашивают время от времени.',
    label: 'Адрес webhook',
    vimeo:
      'Vimeo не присылает подписанных уведомлений: о готовности видео его спрашивают время от времени.',
  },
}

/** On the page of an account that keeps films: where its reports go, and whether it can be used. */
export const VideoConnection = () => {
  const provider = useFormFields(([fields]) => fields.provider?.value)
  const { id } = useDocumentInfo()
  const words = wordsIn(useTranslation().i18n.language, WORDS)
  if (typeof provider !== 'string' || !provider) {
    return null
  }

  return (
    <div className="field-type lectern-connection">
      {provider === 'vimeo' ? (
        <p className="field-description">{words.vimeo}</p>
      ) : (
        <>
          <AddressToEnter label={words.label} path={`/api/film-reports/${provider}`} />
          <p className="field-description">{words.hint}</p>
          {provider === 'mux' && <p className="field-description">{words.events}</p>}
        </>
      )}
      <ConnectionTest path={`/api/video-accounts/${id}/check`} />
    </div>
  )
}
