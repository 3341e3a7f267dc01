import { isLocale, type Locale, plainPath } from '@/domain/tenancy/locales'
import { isTimeZone } from '@/domain/tenancy/timeZones'

/*
 * What this browser remembers of its reader: the language, which the server reads to choose the page,
 * and the time zone in which moments are shown.
 */

const LOCALE = 'locale'
const ZONE = 'time_zone'
const YEAR = 31_536_000

/** Where a page was opened anew for its reader's language, so that a browser that keeps no cookies is not led in a circle. */
const TURNED = 'turned'

const cookie = (name: string): string | undefined =>
  document.cookie
    .split('; ')
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1)

const keep = (name: string, value: string, seconds = YEAR): void => {
  const secure = location.protocol === 'https:' ? ';secure' : ''
  document.cookie = `${name}=${encodeURIComponent(value)};path=/;max-age=${seconds};samesite=lax${secure}`
}

/** Keeps the language for this browser; pages are in it from the next one on. */
export const keepLocale = (locale: Locale): void => keep(LOCALE, locale)

/** Whether the page stands at an address of its language, which it keeps whatever its reader chose. */
const isAddressed = (): boolean => plainPath(location.pathname) !== location.pathname

/** Opens the page in the language that this browser keeps: an address of another language is left for the plain one. */
export const openInLanguage = (): void => {
  if (isAddressed()) {
    const address = new URL(location.href)
    address.pathname = plainPath(address.pathname)
    location.assign(address)
  } else {
    location.reload()
  }
}

/** The zone that the reader's account has chosen; undefined for the browser's own. */
export const readerZone = (): string | undefined => {
  const zone = decodeURIComponent(cookie(ZONE) ?? '')

  return isTimeZone(zone) ? zone : undefined
}

/** Lets go of a reader who signed out: the language stays, since the page is in it. */
export const forgetReader = (): void => keep(ZONE, '', 0)

/** What an account chose for its reader; null leaves it to school and browser. */
export type Chosen = { locale: Locale | null; timeZone: null | string }

/**
 * Makes this browser show what the account chose. Answers whether the page has to be opened anew,
 * because it is in another language than the account's.
 */
export const followAccount = ({ locale, timeZone }: Chosen): boolean => {
  keep(ZONE, timeZone ?? '', timeZone ? YEAR : 0)
  const shown = document.documentElement.lang
  if (!isLocale(locale) || locale === shown) {
    sessionStorage.removeItem(TURNED)

    return false
  }
  keepLocale(locale)
  if (isAddressed()) {
    return false
  }
  const isFirst = sessionStorage.getItem(TURNED) !== locale
  sessionStorage.setItem(TURNED, locale)

  return isFirst && cookie(LOCALE) === locale
}
