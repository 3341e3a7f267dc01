import type { CollectionBeforeValidateHook } from 'payload'

import { ValidationError } from 'payload'

import type { Template } from '@/domain/mail/templates'

import { PLACEHOLDERS, strayBraces, WORD_FIELDS } from '@/domain/mail/words'
import { isLocale } from '@/domain/tenancy/locales'
import { defaultWords } from '@/emails/words'

const UNKNOWN = {
  en: 'This mail does not know',
  he: 'ההודעה הזו אינה מכירה את',
  ru: 'Этому письму неизвестно',
}

const isTemplate = (kind: unknown): kind is Template =>
  typeof kind === 'string' && Object.hasOwn(PLACEHOLDERS, kind)

/**
 * Puts the platform's words where a template has none, so that there is something to begin with, and
 * refuses placeholders that its mail does not know.
 */
export const writeWords: CollectionBeforeValidateHook = ({
  collection: { slug, flattenedFields },
  data,
  originalDoc,
  req,
}) => {
  const given: Record<string, unknown> = { ...originalDoc, ...data }
  const { kind, locale } = given
  if (!isTemplate(kind) || !isLocale(locale)) {
    return data
  }
  const words = { ...defaultWords(kind, locale) }
  for (const field of WORD_FIELDS) {
    const text = given[field]
    words[field] = typeof text === 'string' && text.trim() ? text : words[field]
  }
  const language = req.i18n?.language
  const errors = WORD_FIELDS.flatMap((path) => {
    const stray = strayBraces({ kind, text: words[path] })

    return stray.length === 0
      ? []
      : [
          {
            label: flattenedFields.find(({ name }) => name === path)?.label || path,
            message: `${UNKNOWN[isLocale(language) ? language : 'en']} ${stray.join(' ')}`,
            path,
          },
        ]
  })
  if (errors.length > 0) {
    throw new ValidationError({ collection: slug, errors, req })
  }
  const { body, buttonLabel, heading, subject } = words

  return { ...data, body, buttonLabel, heading, subject }
}
