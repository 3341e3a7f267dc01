import type { CollectionBeforeValidateHook } from 'payload'

import { ValidationError } from 'payload'

import { readCues } from '@/domain/catalog/lessons/cues'
import { isLocale } from '@/domain/tenancy/locales'

const MALFORMED = {
  en: 'Give every question inside a second, and ask each question once.',
  he: 'יש לתת לכל שאלה שנייה, ולשאול כל שאלה פעם אחת.',
  ru: 'Укажите секунду для каждого вопроса; каждый вопрос можно задать один раз.',
}

/** Keeps the cues of a film to what can be understood, by their seconds; 400 for the field `cues` otherwise. None is null. */
export const ownCues: CollectionBeforeValidateHook = ({ data, req }) => {
  const given = data as undefined | { cues?: unknown }
  if (given?.cues === undefined) {
    return data
  }
  const cues = readCues(given.cues)
  if (!cues) {
    const language = req.i18n?.language
    throw new ValidationError({
      collection: 'lessons',
      errors: [{ message: MALFORMED[isLocale(language) ? language : 'en'], path: 'cues' }],
      req,
    })
  }

  return { ...given, cues: cues.length > 0 ? cues : null }
}
