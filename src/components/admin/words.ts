import type { Locale } from '@/domain/tenancy/locales'

import { isLocale } from '@/domain/tenancy/locales'

/** Words of the admin in the language its reader chose; English where it has none of ours. */
export const wordsIn = <Words>(language: string, words: Record<Locale, Words>): Words =>
  words[isLocale(language) ? language : 'en']
