import { isLocale } from '@/domain/tenancy/locales'

import en from '@/messages/uploads/en.json' with { type: 'json' }
import he from '@/messages/uploads/he.json' with { type: 'json' }
import ru from '@/messages/uploads/ru.json' with { type: 'json' }

/** Why a file is not taken. */
export type FileRefusal = keyof typeof en.refusals

const SENTENCES = { en: en.refusals, he: he.refusals, ru: ru.refusals }

/** Whether a reason has a sentence of its own. */
export const isFileRefusal = (reason: null | string): reason is FileRefusal =>
  reason !== null && Object.hasOwn(en.refusals, reason)

/** The sentence for a code in a language; English where we have none in it. `detail` is the line or the signature that it names. */
export const refusalSentence = ({
  code,
  detail,
  language,
}: {
  code: FileRefusal
  detail?: null | string
  language: string | undefined
}): string =>
  SENTENCES[isLocale(language) ? language : 'en'][code].replace(/\{\w+\}/, () => detail ?? '')
