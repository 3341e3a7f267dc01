import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { ValidationError } from 'payload'

import type { VideoAccount } from '@payload-types'

import { row } from '@/database/transaction'
import { idOf } from '@/domain/ids'
import { OPEN_KEYS, SPARE_KEYS, VIDEO_KEY_NAMES, VIDEO_KEYS_OF } from '@/domain/media/videoAccounts'
import { isLocale } from '@/domain/tenancy/locales'
import { keysSent, sealedRow } from '@/operations/identity/sealedKeys'

const PROBLEMS = {
  filmsThere: {
    en: 'Films lie there. Take the account out of use instead: they go on playing.',
    he: 'יש שם סרטונים. במקום למחוק, הוציאו את החשבון משימוש: הם ימשיכו לפעול.',
    ru: 'Там лежат видео. Вместо удаления отключите аккаунт: они продолжат играть.',
  },
  keysMissing: {
    en: 'Enter all keys of the account.',
    he: 'יש להזין את כל מפתחות החשבון.',
    ru: 'Введите все ключи аккаунта.',
  },
  otherInUse: {
    en: 'Another account is in use. Take it out of use first.',
    he: 'חשבון אחר נמצא בשימוש. יש להוציא אותו משימוש קודם.',
    ru: 'Уже используется другой аккаунт. Сначала отключите его.',
  },
  otherProvider: {
    en: 'Films lie there. Make another account for another provider.',
    he: 'יש שם סרטונים. לספק אחר יוצרים חשבון נוסף.',
    ru: 'Там лежат видео. Для другого провайдера создайте ещё один аккаунт.',
  },
  wrongHost: {
    en: 'Enter the host alone, as in vz-1a2b3c.b-cdn.net.',
    he: 'מזינים את שם המארח בלבד, למשל vz-1a2b3c.b-cdn.net.',
    ru: 'Введите только имя хоста, например vz-1a2b3c.b-cdn.net.',
  },
}

const refuse = (problem: keyof typeof PROBLEMS, path: string, req: PayloadRequest): never => {
  const language = req.i18n?.language
  const message = PROBLEMS[problem][isLocale(language) ? language : 'en']
  throw new ValidationError({ collection: 'video-accounts', errors: [{ message, path }], req })
}

const holdsFilms = async (id: string, req: PayloadRequest): Promise<boolean> =>
  Boolean(
    await row(req, sql`select 1 from videos where account_id = ${id} and external_id is not null`),
  )

const HOST = /^[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+$/i

/** Seals the keys of an account. 400 where one is missing, another account is in use, or films lie with the provider it had. */
export const keepVideoAccount: CollectionBeforeChangeHook<VideoAccount> = async ({
  data,
  originalDoc,
  req,
}) => {
  const account = { ...originalDoc, ...data }
  const tenant = idOf(account.tenant ?? '')
  const names: readonly string[] = account.provider ? VIDEO_KEYS_OF[account.provider] : []
  const keys = keysSent({ data, kept: originalDoc?.sealed, names, tenant })
  const missing = names.find(
    (name) => !keys[name] && !SPARE_KEYS.some((spare) => spare === name),
  )
  if (missing) {
    refuse('keysMissing', missing, req)
  }
  if (keys.bunnyHost && !HOST.test(keys.bunnyHost)) {
    refuse('wrongHost', 'bunnyHost', req)
  }
  if (
    originalDoc?.id &&
    originalDoc.provider !== account.provider &&
    (await holdsFilms(originalDoc.id, req))
  ) {
    refuse('otherProvider', 'provider', req)
  }
  const other = account.isActive
    ? await row(
        req,
        sql`select 1 from video_accounts where tenant_id = ${tenant} and in_use is not null and id is distinct from ${originalDoc?.id ?? null}::uuid`,
      )
    : undefined
  if (other) {
    refuse('otherInUse', 'isActive', req)
  }

  return {
    ...data,
    ...sealedRow({ all: VIDEO_KEY_NAMES, keys, open: OPEN_KEYS, tenant }),
    inUse: account.isActive ? 'yes' : null,
  }
}

/** 400 while films are played by the account. */
export const keepFilmsPlaying: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (await holdsFilms(String(id), req)) {
    refuse('filmsThere', 'provider', req)
  }
}
