import type { Locale } from '@/domain/tenancy/locales'

import { LOCALES } from '@/domain/tenancy/locales'

const NAMES: Record<Locale, { en: string; he: string; ru: string }> = {
  en: { en: 'English', he: 'אנגלית', ru: 'Английский' },
  he: { en: 'Hebrew', he: 'עברית', ru: 'Иврит' },
  ru: { en: 'Russian', he: 'רוסית', ru: 'Русский' },
}

/** The languages of the interface, as the choices of a select. */
export const LANGUAGES = LOCALES.map((value) => ({ label: NAMES[value], value }))
