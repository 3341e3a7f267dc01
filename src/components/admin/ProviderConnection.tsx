'use client'

import { useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui'

import { returnPath } from '@/domain/identity/signInProviders'

import { AddressToEnter } from './connection/AddressToEnter'
import { ConnectionTest } from './connection/ConnectionTest'
import { wordsIn } from './words'

const WORDS = {
  en: {
    acs: 'Reply URL (ACS)',
    hint: 'Enter this address at the provider as the redirect URI.',
    label: 'Redirect URI',
    metadata: 'Entity ID and metadata',
    samlHint: 'Enter both addresses at the provider, or give it the metadata.',
    save: 'Save first: then the address stands here, and the connection can be tested.',
  },
  he: {
    acs: 'כתובת התשובה (ACS)',
    hint: 'את הכתובת הזו מזינים אצל הספק כ־redirect URI.',
    label: 'Redirect URI',
    metadata: 'Entity ID ו־metadata',
    samlHint: 'מזינים את שתי הכתובות אצל הספק, או נותנים לו את ה־metadata.',
    save: 'קודם שומרים: אז תופיע כאן הכתובת, ואפשר לבדוק את החיבור.',
  },
  ru: {
    acs: 'Адрес ответа (ACS)',
    hint: 'Укажите этот адрес у провайдера как redirect URI.',
    label: 'Redirect URI',
    metadata: 'Entity ID и metadata',
    samlHint: 'Укажите оба адреса у провайдера или передайте ему metadata.',
    save: 'Сначала сохраните: тогда здесь появится адрес и можно будет проверить подключение.',
  },
}

/** On the page of a provider: where it sends people back, and whether it knows the school's keys. */
export const ProviderConnection = () => {
  const { id } = useDocumentInfo()
  const kind = useFormFields(([fields]) => fields.kind?.value)
  const words = wordsIn(useTranslation().i18n.language, WORDS)
  if (!id) {
    return <p className="field-type lectern-empty">{words.save}</p>
  }
  const back = returnPath(String(id))
  const base = back.replace(/callback$/, '')

  return (
    <div className="field-type lectern-connection">
      {kind === 'saml' ? (
        <>
          <AddressToEnter label={words.acs} path={`${base}acs`} />
          <AddressToEnter label={words.metadata} path={`${base}metadata`} />
        </>
      ) : (
        <AddressToEnter label={words.label} path={back} />
      )}
      <p className="field-description">{kind === 'saml' ? words.samlHint : words.hint}</p>
      <ConnectionTest path={`/api/sign-in-providers/${id}/check`} />
    </div>
  )
}
