import type { Locale } from '../tenancy/locales'

import { NOWHERE } from '../mail/nowhere'

/** For how many days an account that is to be erased can be kept after all. */
const ERASURE_DAYS = 14

const DAY_MS = 86_400_000

/** When an account is erased whose owner asks for it `now`. */
export const erasedFrom = (now: Date): Date => new Date(now.getTime() + ERASURE_DAYS * DAY_MS)

/** What stands in the place of an erased person's name, in the school's language. */
export const ERASED_NAME: Readonly<Record<Locale, string>> = {
  en: 'Deleted account',
  he: 'חשבון שנמחק',
  ru: 'Удалённая учётная запись',
}

/** What stands in the place of the address: unique as the account is, and leading nowhere. */
export const erasedEmail = (account: string): string => `${account}@${NOWHERE}`

/** What keeps an account from being erased by its owner: a school without an owner, or a course without its teacher. */
export type ErasureRefusal = 'onlyOwner' | 'stillTeaching'
