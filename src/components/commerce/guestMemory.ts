import type { Billing } from '@/domain/commerce/invoices'

/** What a guest typed, and the order placed with it: kept in this tab, so that coming back costs nothing. */
export type RememberedGuest = {
  billing: Billing
  email: string
  name: string
  /** The order placed last, with the key it was answered; a new one takes its place. */
  previous: null | { key: string; order: string }
}

const KEY = 'guest'
const NOBODY: RememberedGuest = { name: '', billing: {}, email: '', previous: null }

/** What this tab remembers; nothing where it may not keep anything. */
export const rememberedGuest = (): RememberedGuest => {
  try {
    return { ...NOBODY, ...(JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as object) }
  } catch {
    return NOBODY
  }
}

export const rememberGuest = (guest: RememberedGuest): void => {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(guest))
  } catch {
    // A browser that keeps nothing buys all the same.
  }
}
