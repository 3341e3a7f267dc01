import type { CollectionBeforeDeleteHook } from 'payload'

import { APIError } from 'payload'

import { isLocale } from '@/domain/tenancy/locales'
import { usesBeforeDelete } from '@/operations/media/library'

const SENTENCE = {
  en: (places: string) => `This file is in use: ${places}. Put another in its place there first.`,
  he: (places: string) => `הקובץ הזה נמצא בשימוש: ${places}. תחילה יש להחליף אותו שם באחר.`,
  ru: (places: string) => `Этот файл используется: ${places}. Сначала замените его там другим.`,
}

/** Most places that a sentence names. */
const SAID = 3

/** 409 fileInUse, with all `places`, for a file that something names. */
export const keepUsedFiles: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const places = await usesBeforeDelete({ files: [String(id)], req })
  if (places.length === 0) {
    return
  }
  const language = req.i18n?.language
  const titles = places.map(({ id: doc, title }) => title ?? doc)
  const said = titles.slice(0, SAID).join(', ') + (titles.length > SAID ? '…' : '')
  throw new APIError(
    SENTENCE[isLocale(language) ? language : 'en'](said),
    409,
    { code: 'fileInUse', places },
    true,
  )
}
