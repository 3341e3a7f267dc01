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

import { returnPath } from '@/domain/identity/signInProviders'

import { ask } from './ask'
import { wordsIn } from './words'

const WORDS = {
  en: {
    acs: 'Reply URL (ACS)',
    away: 'The provider does not answer. Try again in a minute.',
    busy: 'Asking…',
    check: 'Test the connection',
    hint: 'Enter this address at the provider as the redirect URI.',
    label: 'Redirect URI',
    metadata: 'Entity ID and metadata',
    ready: 'Connected.',
    refused: 'The provider refuses',
    samlHint: 'Enter both addresses at the provider, or give it the metadata.',
    save: 'Save first: then the address stands here, and the connection can be tested.',
  },
  he: {
    acs: 'כתובת התשובה (ACS)',
    away: 'הספק לא עונה. נסו שוב בעוד דקה.',
    busy: 'בודקים…',
    check: 'בדיקת החיבור',
    hint: 'את הכתובת הזו מזינים אצל הספק כ־redirect URI.',
    label: 'Redirect URI',
    metadata: 'Entity ID ו־metadata',
    ready: 'מחובר.',
    refused: 'הספק מסרב',
    samlHint: 'מזינים את שתי הכתובות אצל הספק, או נותנים לו את ה־metadata.',
    save: 'קודם שומרים: אז תופיע כאן הכתובת, ואפשר לבדוק את החיבור.',
  },
  ru: {
    acs: 'Адрес ответа (ACS)',
    away: 'Провайдер не отвечает. Попробуйте через минуту.',
    busy: 'Проверяем…',
    check: 'Проверить подключение',
    hint: 'Укажите этот адрес у провайдера как redirect URI.',
    label: 'Redirect URI',
    metadata: 'Entity ID и metadata',
    ready: 'Подключено.',
    refused: 'Провайдер отказывает',
    samlHint: 'Укажите оба адреса у провайдера или передайте ему metadata.',
    save: 'Сначала сохраните: тогда здесь появится адрес и можно будет проверить подключение.',
  },
}

const never = () => () => undefined

/** On the page of a provider: where it sends people back, and whether it knows the school's keys. */
export const ProviderConnection = () => {
  const { id } = useDocumentInfo()
  const kind = useFormFields(([fields]) => fields.kind?.value)
  const isModified = useFormModified()
  const words = wordsIn(useTranslation().i18n.language, WORDS)
  const [said, setSaid] = useState<null | string>(null)
  const [isBusy, setBusy] = useState(false)
  const origin = useSyncExternalStore(
    never,
    () => location.origin,
    () => '',
  )
  if (!id) {
    return <p className="field-type">{words.save}</p>
  }
  const back = `${origin}${returnPath(String(id))}`
  const base = back.replace(/callback$/, '')
  const addresses =
    kind === 'saml'
      ? [
          { address: `${base}acs`, label: words.acs },
          { address: `${base}metadata`, label: words.metadata },
        ]
      : [{ address: back, label: words.label }]
  const check = async () => {
    setBusy(true)
    setSaid(words.busy)
    const answer = await ask<{ isReady: boolean }>(`/api/sign-in-providers/${id}/check`, {})
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
      {addresses.map(({ address, label }) => (
        <div key={address}>
          <p className="field-label">
            {label} <CopyToClipboard value={address} />
          </p>
          <p dir="ltr">
            <code>{address}</code>
          </p>
        </div>
      ))}
      <p className="field-description">{kind === 'saml' ? words.samlHint : words.hint}</p>
      <Button
        buttonStyle="secondary"
        disabled={isModified || isBusy}
        onClick={() => void check()}
        size="small"
      >
        {words.check}
      </Button>
      <p role="status">{isModified ? words.save : said}</p>
    </div>
  )
}
