import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { ValidationError } from 'payload'

import type { DrmAccount } from '@payload-types'

import { certificateBytes } from '@/adapters/drm/axinom'
import { row } from '@/database/transaction'
import { idOf } from '@/domain/ids'
import { DRM_KEY_NAMES, DRM_KEYS_OF, OPEN_DRM_KEYS, SPARE_DRM_KEYS } from '@/domain/media/drmAccounts'
import { isLocale } from '@/domain/tenancy/locales'
import { keysSent, sealedRow } from '@/operations/identity/sealedKeys'

const PROBLEMS = {
  certificate: {
    en: 'FairPlay needs both its address and the certificate that Apple gave you.',
    he: 'ל־FairPlay דרושות גם הכתובת וגם התעודה שקיבלתם מ־Apple.',
    ru: 'Для FairPlay нужны и адрес, и сертификат, который выдала Apple.',
  },
  filmsProtected: {
    en: 'Films are protected by it. Switch the protection off in the school’s settings, and have those films made anew first.',
    he: 'יש סרטונים שמוגנים באמצעותו. קודם מכבים את ההגנה בהגדרות בית הספר ומכינים את הסרטונים מחדש.',
    ru: 'С его помощью защищены видео. Сначала отключите защиту в настройках школы и подготовьте эти видео заново.',
  },
  key: {
    en: 'Enter the key as the service shows it: 32 bytes in base64.',
    he: 'מזינים את המפתח כפי שהשירות מציג אותו: 32 בתים ב־base64.',
    ru: 'Введите ключ так, как его показывает сервис: 32 байта в base64.',
  },
  keyId: {
    en: 'Enter the id of the key, as in c52ad793-022a-447f-8250-b2ba00568b80.',
    he: 'מזינים את מזהה המפתח, למשל c52ad793-022a-447f-8250-b2ba00568b80.',
    ru: 'Введите идентификатор ключа, например c52ad793-022a-447f-8250-b2ba00568b80.',
  },
  missing: {
    en: 'This is needed.',
    he: 'שדה חובה.',
    ru: 'Это нужно заполнить.',
  },
  url: {
    en: 'Enter an address that begins with https://.',
    he: 'מזינים כתובת שמתחילה ב־https://.',
    ru: 'Введите адрес, который начинается с https://.',
  },
}

const refuse = (problem: keyof typeof PROBLEMS, path: string, req: PayloadRequest): never => {
  const language = req.i18n?.language
  const message = PROBLEMS[problem][isLocale(language) ? language : 'en']
  throw new ValidationError({ collection: 'drm-accounts', errors: [{ message, path }], req })
}

const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
const KEY = /^[A-Za-z\d+/]{43}=$/
const ADDRESSES = ['axinomWidevine', 'axinomPlayready', 'axinomFairplay'] as const

const isAddress = (text: string): boolean => URL.canParse(text) && /^https?:\/\//.test(text)

/** Refuses what cannot be used to ask Axinom. */
const checkAxinom = (keys: Record<string, string>, req: PayloadRequest): void => {
  const missing = DRM_KEYS_OF.axinom.find((name) => !keys[name] && !SPARE_DRM_KEYS.includes(name))
  if (missing) {
    refuse('missing', missing, req)
  }
  if (!GUID.test(keys.axinomKeyId ?? '')) {
    refuse('keyId', 'axinomKeyId', req)
  }
  if (!KEY.test(keys.axinomKey ?? '')) {
    refuse('key', 'axinomKey', req)
  }
  const wrong = ADDRESSES.find((name) => keys[name] && !isAddress(keys[name]))
  if (wrong) {
    refuse('url', wrong, req)
  }
  const certificate = certificateBytes(keys.axinomCertificate ?? '').length > 0
  if (Boolean(keys.axinomFairplay) !== certificate) {
    refuse('certificate', 'axinomCertificate', req)
  }
}

/** Seals the keys of an account. 400 where one is missing or is none. */
export const keepDrmAccount: CollectionBeforeChangeHook<DrmAccount> = ({ data, originalDoc, req }) => {
  const account = { ...originalDoc, ...data }
  const tenant = idOf(account.tenant ?? '')
  const names: readonly string[] = account.provider ? DRM_KEYS_OF[account.provider] : []
  const keys = keysSent({ data, kept: originalDoc?.sealed, names, tenant })
  if (account.provider === 'axinom') {
    checkAxinom(keys, req)
  }

  return { ...data, ...sealedRow({ all: DRM_KEY_NAMES, keys, open: OPEN_DRM_KEYS, tenant }) }
}

/** 400 while films are protected by the account, or are to be. */
export const keepLicences: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const used = await row(
    req,
    sql`select 1 from drm_accounts d join tenants t on t.id = d.tenant_id
        where d.id = ${String(id)}::uuid and not exists (
            select 1 from drm_accounts o where o.tenant_id = d.tenant_id and o.id <> d.id)
          and (t.settings_playback_drm
          or exists (select 1 from videos v where v.tenant_id = d.tenant_id and v.is_protected))`,
  )
  if (used) {
    refuse('filmsProtected', 'provider', req)
  }
}
