/** Most things a cart can hold. */
export const MOST_IN_CART = 50

/** An offer in a cart, the cohort that was chosen for it, and the price that its buyer names, in minor units of `currency` or the school's own. */
export type CartItem = {
  amount?: null | number
  currency?: null | string
  cohort: null | string
  offer: string
}

/**
 * How an offer in a cart stands: bought together with the others when it is `ready`; else `alone` is bought by itself,
 * `owned` is the buyer's already, `within` opens a course that another of the cart opens too, `unpriced` has no price in
 * the cart's currency, and `gone` is not for sale.
 */
export type CartState = 'alone' | 'gone' | 'owned' | 'ready' | 'unpriced' | 'within'

type Candidate = {
  courses: readonly string[]
  /** Whether it is paid for again and again, and so has an order of its own. */
  isAlone: boolean
  isOnSale: boolean
  isOwned: boolean
  /** Whether it has no price in the cart's currency. */
  isUnpriced?: boolean
  offer: string
}

/**
 * The state of each offer of a cart, by its id. No course is bought twice: of two that open the same one, that which
 * opens more stays, and of equal ones that which came first.
 */
export const cartStates = (offers: readonly Candidate[]): ReadonlyMap<string, CartState> => {
  const states = new Map<string, CartState>()
  const opened = new Set<string>()
  const largestFirst = [...offers].sort((a, b) => b.courses.length - a.courses.length)
  for (const one of largestFirst) {
    const own = ownState(one)
    const isWithin = own === 'ready' && one.courses.some((course) => opened.has(course))
    states.set(one.offer, isWithin ? 'within' : own)
    if (own === 'ready' && !isWithin) {
      one.courses.forEach((course) => opened.add(course))
    }
  }

  return states
}

const ownState = ({ isAlone, isOnSale, isOwned, isUnpriced }: Candidate): CartState =>
  !isOnSale ? 'gone' : isOwned ? 'owned' : isUnpriced ? 'unpriced' : isAlone ? 'alone' : 'ready'
