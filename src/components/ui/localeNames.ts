import type { Locale } from '@/domain/tenancy/locales'

/** Each language, named in itself. */
export const LOCALE_NAMES: Record<Locale, string> = { en: 'English', he: 'עברית', ru: 'Русский' }
