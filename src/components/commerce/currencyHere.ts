import { useSyncExternalStore } from 'react'

/** Where the currency that a visitor chose is kept in the browser. */
const KEY = 'currency'

const CHANGED = 'currency-changed'

/** The currency that was chosen in this browser; null where none was. */
export const currencyHere = (): null | string => {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

/** Remembers a currency for every page of the school; null is the school's own. */
export const chooseCurrency = (currency: null | string): void => {
  try {
    if (currency) {
      localStorage.setItem(KEY, currency)
    } else {
      localStorage.removeItem(KEY)
    }
  } catch {
    // A browser that keeps nothing shows the school's own currency on the next page.
  }
  dispatchEvent(new Event(CHANGED))
}

const onChanged = (changed: () => void): (() => void) => {
  addEventListener(CHANGED, changed)
  addEventListener('storage', changed)

  return () => {
    removeEventListener(CHANGED, changed)
    removeEventListener('storage', changed)
  }
}

/** The currency that was chosen; null on the server, and where none was. */
export const useCurrency = (): null | string =>
  useSyncExternalStore(onChanged, currencyHere, () => null)
