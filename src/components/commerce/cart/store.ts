import type { CartItem } from '@/domain/commerce/cart'

import { callApi } from '@/components/shell/api'
import { MOST_IN_CART } from '@/domain/commerce/cart'

/** Where a visitor's cart is kept in the browser; an account's is with the account. */
const ITEMS = 'cart'

/** How many things the account's cart held when it was last heard of. */
const COUNT = 'cart-count'

const CHANGED = 'cart-changed'

const read = (key: string): unknown => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

const write = (key: string, value: unknown): void => {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // A browser that keeps nothing has a cart once its reader is signed in.
  }
  dispatchEvent(new Event(CHANGED))
}

const isItem = (one: unknown): one is CartItem =>
  typeof one === 'object' && one !== null && 'offer' in one && typeof one.offer === 'string'

/** A visitor's cart, in the order in which it came. */
export const itemsHere = (): CartItem[] => {
  const kept = read(ITEMS)

  return Array.isArray(kept) ? kept.filter(isItem) : []
}

/** How many things are in the cart of whoever reads here, as far as this browser knows. */
export const countHere = (): number => {
  const count = read(COUNT)

  return itemsHere().length + (typeof count === 'number' ? count : 0)
}

/** Calls `changed` whenever the cart does, in this tab or another; answers how to stop. */
export const onCartChanged = (changed: () => void): (() => void) => {
  addEventListener(CHANGED, changed)
  addEventListener('storage', changed)

  return () => {
    removeEventListener(CHANGED, changed)
    removeEventListener('storage', changed)
  }
}

type Counted = { count: number }

const without = (offers: readonly string[]): CartItem[] =>
  itemsHere().filter(({ offer }) => !offers.includes(offer))

/** Puts an offer into the cart; answers the code of a refusal, or null. */
export const putIntoCart = async (item: CartItem, isSignedIn: boolean): Promise<null | string> => {
  if (!isSignedIn) {
    const others = without([item.offer])
    if (others.length >= MOST_IN_CART) {
      return 'cartFull'
    }
    write(ITEMS, [...others, item])

    return null
  }
  const answer = await callApi<Counted>('/api/cart/items', { body: { items: [item] } })
  if (answer.ok) {
    write(COUNT, answer.data.count)
  }

  return answer.ok ? null : answer.code
}

/** Takes an offer out of the cart; answers the code of a refusal, or null. */
export const takeOutOfCart = async (offer: string, isSignedIn: boolean): Promise<null | string> => {
  if (!isSignedIn) {
    write(ITEMS, without([offer]))

    return null
  }
  const answer = await callApi<Counted>(`/api/cart/items/${offer}`, { method: 'DELETE' })
  if (answer.ok) {
    write(COUNT, answer.data.count)
  }

  return answer.ok ? null : answer.code
}

/**
 * Brings what was put into the cart before signing in to the account's, each thing by itself: what the school does not
 * sell any more stays behind. Where there is nothing, asks how many things the account's cart holds. What could not be
 * sent for want of a network waits here.
 */
export const joinCart = async (): Promise<void> => {
  const items = itemsHere()
  for (const item of items) {
    const code = await putIntoCart(item, true)
    if (code === 'offline') {
      return
    }
    write(ITEMS, without([item.offer]))
  }
  if (items.length === 0 && read(COUNT) === null) {
    const answer = await callApi<Counted>('/api/cart/count')
    if (answer.ok) {
      write(COUNT, answer.data.count)
    }
  }
}

/** Forgets how many things the cart of an account holds: nobody is signed in, or it has changed elsewhere. */
export const forgetCount = (): void => {
  if (read(COUNT) !== null) {
    localStorage.removeItem(COUNT)
    dispatchEvent(new Event(CHANGED))
  }
}

/** Takes what was bought out of a visitor's cart, and has the account's counted anew. */
export const forgetBought = (offers: readonly string[]): void => {
  if (itemsHere().some(({ offer }) => offers.includes(offer))) {
    write(ITEMS, without(offers))
  }
  forgetCount()
}

/** Remembers how many things the account's cart holds. */
export const rememberCount = (count: number): void => {
  if (read(COUNT) !== count) {
    write(COUNT, count)
  }
}
