import type { Billing } from '@/domain/commerce/invoices'
import type { Wishes } from '@/domain/commerce/wishes'
import type { ProviderName } from '@/domain/commerce/providers'
import type { PurchaseQuote } from '@/operations/commerce/quotePurchase'

import { callApi, type Answer } from '../shell/api'
import { itemsOf, wishesIn } from './checkoutWishes'
import { taxedBy } from './useBilling'

/** What is asked to be bought; the sum depends on all of it. */
export type Wanted = {
  billing: Billing
  cohorts: readonly string[]
  coupon: null | string
}

/** Asks what a purchase would cost now. */
export const askQuote = ({
  billing,
  cohorts,
  coupon,
  offers,
  wishes,
}: Wanted & { offers: readonly string[]; wishes: Wishes }): Promise<Answer<PurchaseQuote>> =>
  callApi('/api/checkout/quote', {
    body: {
      billing: taxedBy(billing),
      cohorts,
      coupon,
      currency: wishes.currency,
      items: itemsOf(offers, wishes),
      tip: wishes.tip,
    },
  })

type Placed = { key?: string; order: string; url: string }

/** Places the order that a quote is of; `said` is what the buyer says of themselves beside it. */
export const placeOrder = ({
  billing,
  locale,
  offers,
  provider,
  quote,
  said,
}: {
  billing: Billing
  locale: string
  offers: readonly string[]
  provider: null | ProviderName
  quote: null | PurchaseQuote
  said: object
}): Promise<Answer<Placed>> =>
  callApi<Placed>('/api/checkout', {
    body: {
      ...said,
      billing: { ...quote?.taxation?.place, ...saidOf(billing) },
      cohorts: chosenIn(quote),
      coupon: quote?.coupon ?? null,
      currency: wishesIn(quote).currency,
      items: itemsOf(offers, wishesIn(quote)),
      locale,
      provider,
      tip: wishesIn(quote).tip,
      total: quote?.total,
    },
  })

/** What was said, without what was left empty. */
const saidOf = (billing: Billing): Billing =>
  Object.fromEntries(Object.entries(billing).filter(([, value]) => value))

/** Whether a refusal's code is about the coupon. */
export const isAboutCoupon = (code: string): boolean => code.startsWith('coupon')

/** The cohorts that a quote is for. */
export const chosenIn = (quote: null | PurchaseQuote): string[] =>
  quote?.cohorts?.flatMap(({ chosen }) => chosen ?? []) ?? []

/** The one that is wanted where it can take the money, else the one offered first; null where there is nothing to choose. */
export const providerIn = (
  quote: null | PurchaseQuote,
  wanted: null | ProviderName,
): null | ProviderName => {
  const providers = quote?.providers ?? []
  const [first = null] = providers

  return providers.length < 2 ? null : (providers.find((one) => one === wanted) ?? first)
}
