import type { Locale } from '@/domain/tenancy/locales'

import { directionOf } from '@/domain/tenancy/locales'

const RTL = /[\p{Script=Hebrew}\p{Script=Arabic}]/u
const LETTER = /\p{L}/u

/**
 * The base direction of a name or title on a certificate. On a right-to-left certificate a text with
 * any such letter is right-to-left, though a Latin word begin it; elsewhere the first letter decides
 * (UAX 9, P2).
 */
export const directionOfText = (text: string, locale: Locale): 'ltr' | 'rtl' => {
  const deciding = directionOf(locale) === 'rtl' ? text : (LETTER.exec(text)?.[0] ?? '')

  return RTL.test(deciding) ? 'rtl' : 'ltr'
}
