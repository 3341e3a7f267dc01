import type { CollectionBeforeChangeHook } from 'payload'

import { ValidationError } from 'payload'

import type { SpeechAccount } from '@payload-types'

import { idOf } from '@/domain/ids'
import { isLocale } from '@/domain/tenancy/locales'
import { keysSent, sealedRow } from '@/operations/identity/sealedKeys'

const WRONG = {
  address: {
    en: 'Enter an address that begins with https:// or http://.',
    he: 'מזינים כתובת שמתחילה ב־https:// או ב־http://.',
    ru: 'Введите адрес, который начинается с https:// или http://.',
  },
  apiKey: { en: 'Enter the key.', he: 'יש להזין את המפתח.', ru: 'Введите ключ.' },
}

const NAMES = ['apiKey']

/** Seals the key. 400 without one, or where the address is none. */
export const keepSpeechAccount: CollectionBeforeChangeHook<SpeechAccount> = ({
  data,
  originalDoc,
  req,
}) => {
  const account = { ...originalDoc, ...data }
  const tenant = idOf(account.tenant ?? '')
  const keys = keysSent({ data, kept: originalDoc?.sealed, names: NAMES, tenant })
  const path = keys.apiKey ? 'address' : 'apiKey'
  const isAddress = URL.canParse(account.address ?? '') && /^https?:\/\//.test(account.address ?? '')
  if (!keys.apiKey || !isAddress) {
    const language = req.i18n?.language
    const message = WRONG[path][isLocale(language) ? language : 'en']
    throw new ValidationError({ collection: 'speech-accounts', errors: [{ message, path }], req })
  }

  return { ...data, ...sealedRow({ all: NAMES, keys, tenant }) }
}
