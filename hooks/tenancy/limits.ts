import type { CollectionBeforeChangeHook } from 'payload'

import { APIError } from 'payload'

import type { Locale } from '@/domain/tenancy/locales'
import type { Limit, Weighed } from '@/operations/tenancy/limits'

import { RuleError } from '@/domain/errors'
import { idOf } from '@/domain/ids'
import { isLocale } from '@/domain/tenancy/locales'
import { askOf, takeRoom } from '@/operations/tenancy/limits'

type Words = Record<Limit['name'], (most: string) => string>

/** What whoever works in the school reads when a limit says no; written so that no number bends a word. */
const WORDS: Record<Locale, Words> = {
  en: {
    accounts: (most) => `The school’s limit for accounts is ${most}, and it is reached.`,
    courses: (most) => `The school’s limit for courses is ${most}, and it is reached.`,
    storage: (most) => `This file does not fit: the school’s limit for files is ${most} MB.`,
  },
  he: {
    accounts: (most) => `מכסת החשבונות של בית הספר היא ${most}, והיא נוצלה במלואה.`,
    courses: (most) => `מכסת הקורסים של בית הספר היא ${most}, והיא נוצלה במלואה.`,
    storage: (most) => `אין מקום לקובץ: מכסת הקבצים של בית הספר היא ${most} מ״ב.`,
  },
  ru: {
    accounts: (most) => `Лимит школы на учётные записи исчерпан. Он равен ${most}.`,
    courses: (most) => `Лимит школы на курсы исчерпан. Он равен ${most}.`,
    storage: (most) => `Файл не помещается: лимит школы на файлы — ${most} МБ.`,
  },
}

type Row = { id: string; tenant?: string | { id: string } } & Weighed

/**
 * Lets a row be made, brought back or grown while its school's limit has room, however many do so at
 * once; else 422 limitReached with the limit's name and value. What takes no more than before always
 * passes, so that a school above a lowered limit can read and change all it has.
 */
export const within =
  (limit: Limit): CollectionBeforeChangeHook<Row> =>
  async ({ data, operation, originalDoc, req }) => {
    const before = operation === 'update' && originalDoc ? originalDoc : null
    const after: Partial<Row> = { ...before, ...data }
    const more = limit.weigh(after) - (before ? limit.weigh(before) : 0)
    if (more <= 0 || !after.tenant) {
      return data
    }
    try {
      await takeRoom({
        ask: askOf(req),
        limit,
        more,
        tenant: idOf(after.tenant),
      })
    } catch (error) {
      throw error instanceof RuleError ? inWords(error, req.i18n.language) : error
    }

    return data
  }

const inWords = ({ code, detail }: RuleError, language: string): APIError => {
  const locale = isLocale(language) ? language : 'en'
  const most = new Intl.NumberFormat(locale).format(Number(detail.most))

  return new APIError(
    WORDS[locale][detail.limit as Limit['name']](most),
    422,
    { code, ...detail },
    true,
  )
}
