import type { PayloadRequest } from 'payload'

import type { CartItem, CartState } from '@/domain/commerce/cart'
import type { OpenPrice } from '@/domain/commerce/wishes'
import type { Picture } from '@/domain/media/pictures'

import { courseCards } from '@/operations/catalog/courseCards'
import { cartStates } from '@/domain/commerce/cart'
import { currenciesOf } from '@/domain/commerce/prices'
import { amountFault } from '@/domain/commerce/wishes'
import { RuleError } from '@/domain/errors'
import { languageOf } from '@/operations/translation/reading'

import type { KnownOffer } from './offers'

import { isBuyable, knownOffers } from './offers'
import { isHadBy } from './ownership'
import { quotePurchase } from './quotePurchase'

/** A thing in a cart; `amount` in minor units of the cart's currency, null where it has no price. */
export type CartLine = CartItem & {
  amount: null | number
  cover: null | Picture
  courses: { id: string; slug: string; title: string }[]
  /** What is paid later, where it recurs. */
  isRecurring: boolean
  /** Between what its buyer names the price, where they do. */
  open: null | OpenPrice
  state: CartState
  title: string
}

/**
 * A cart as its buyer sees it: every thing in it, and what those cost that are bought together: `base` in minor units, to which
 * the checkout adds tax by the buyer's place where `isTaxAdded`.
 */
export type CartView = {
  currency: string
  /** The currencies it can be bought in; left out where there is one. */
  currencies?: string[]
  lines: CartLine[]
  /** Null where nothing can be bought together, or `refusal` says why not. */
  quote: null | { base: number; isTaxAdded: boolean }
  refusal: null | string
}

/**
 * How the things in a cart stand today, and the price of those that are bought together, by the same rules by which the
 * checkout charges. Offers that the school does not have are left out. Places and changes nothing.
 */
export const viewCart = async ({
  buyer,
  currency = null,
  items,
  now,
  req,
  tenant,
}: {
  buyer: null | string
  currency?: null | string
  items: readonly CartItem[]
  now: Date
  req: PayloadRequest
  tenant: string
}): Promise<CartView> => {
  const asked = items.map(({ offer }) => offer)
  const found =
    asked.length > 0 ? await knownOffers(req, asked, await languageOf(req), currency) : []
  const offers = atPricesOf(items, found)
  const sold = offers.filter(isBuyable)
  const had = buyer ? await isHadBy({ buyer, offers: sold, req }) : () => false
  const states = cartStates(
    offers.map((one) => ({
      courses: one.courses.map(({ id }) => id),
      isAlone: one.terms !== null,
      isOnSale: (isBuyable(one) || isUnpriced(one)) && !one.isOnRequest,
      isOwned: isBuyable(one) && had(one),
      isUnpriced: isUnpriced(one),
      offer: one.offer,
    })),
  )
  const ready = items.filter(({ offer }) => states.get(offer) === 'ready')
  const priced = ready.length > 0 ? await priceOf({ buyer, now, offers, ready, req, tenant }) : null
  const currencies = offers[0] ? currenciesOf(offers[0].base, offers[0].further) : []

  return {
    currency: offers[0]?.currency ?? '',
    ...(currencies.length > 1 && { currencies }),
    lines: await linesOf({ items, offers, req, states }),
    quote: typeof priced === 'string' ? null : priced,
    refusal: typeof priced === 'string' ? priced : null,
  }
}

/** Whether an offer is for sale, but has no price in the currency that was asked for. */
const isUnpriced = ({ amount, base, currency, isOnSale }: KnownOffer): boolean =>
  isOnSale && amount === null && currency !== base

/** Offers at the prices that their buyer named, while they can be named so, and else at what is suggested. */
const atPricesOf = (items: readonly CartItem[], offers: readonly KnownOffer[]): KnownOffer[] =>
  offers.map((one) => {
    const item = items.find(({ offer }) => offer === one.offer)
    const named = (item?.currency ?? one.base) === one.currency ? (item?.amount ?? null) : null

    return one.open && named !== null && !amountFault(one.open, named)
      ? { ...one, amount: named }
      : one
  })

/** What the checkout would charge, or the code of the rule that refuses it. A cohort is chosen there. */
const priceOf = async ({
  buyer,
  now,
  offers: known,
  ready,
  req,
  tenant,
}: {
  buyer: null | string
  now: Date
  offers: readonly KnownOffer[]
  ready: readonly CartItem[]
  req: PayloadRequest
  tenant: string
}): Promise<CartView['quote'] | string> => {
  try {
    const offers = ready.map(({ offer }) => offer)
    const amounts = Object.fromEntries(
      known.flatMap(({ amount, offer, open }) =>
        open && amount !== null && offers.includes(offer) ? [[offer, amount]] : [],
      ),
    )
    const { base, taxation } = await quotePurchase({
      buyer,
      now,
      offers,
      req,
      tenant,
      wishes: { amounts, currency: known[0]?.currency, tip: 0 },
    })

    return { base, isTaxAdded: taxation ? !taxation.isIncluded : false }
  } catch (error) {
    if (error instanceof RuleError) {
      return error.code
    }
    throw error
  }
}

const linesOf = async ({
  items,
  offers,
  req,
  states,
}: {
  items: readonly CartItem[]
  offers: readonly KnownOffer[]
  req: PayloadRequest
  states: ReadonlyMap<string, CartState>
}): Promise<CartLine[]> => {
  const known = new Map(offers.map((one) => [one.offer, one]))
  const ids = offers.flatMap(({ courses: [first] }) => first?.id ?? [])
  const cards = await courseCards({ ids, limit: ids.length, req })
  const covers = new Map(cards.map(({ id, cover }) => [id, cover]))

  return items.flatMap(({ cohort, offer }) => {
    const one = known.get(offer)

    return one
      ? {
          amount: one.amount,
          cohort,
          courses: one.courses.map(({ id, slug, title }) => ({ id, slug, title })),
          cover: covers.get(one.courses[0]?.id ?? '') ?? null,
          isRecurring: one.terms !== null,
          offer,
          open: one.open,
          state: states.get(offer) ?? 'gone',
          title: one.title,
        }
      : []
  })
}
