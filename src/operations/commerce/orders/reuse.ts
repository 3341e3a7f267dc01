import type { Taxation } from '@/domain/commerce/tax/taxed'
import type { Locale } from '@/domain/tenancy/locales'

import { normaliseCode } from '@/domain/commerce/coupons'
import { isSamePurchase, sessionEndOf, SHORTEST_SESSION_MS } from '@/domain/commerce/orders'
import { isSameTaxation } from '@/domain/commerce/tax/taxed'

import type { OfferOnSale } from '../offers'
import type { OpenOrder } from '../openOrders'

import { basesOf, tipOf } from './wished'

type Wanted = {
  code?: null | string
  /** The cohorts that were chosen, by what they are chosen for. */
  cohorts: ReadonlyMap<string, string>
  locale?: Locale | null
  now: Date
  offers: OfferOnSale[]
  /** Whom the buyer wants to pay through; null where she has not said. */
  provider?: null | string
  taxation: null | Taxation
  /** In minor units. */
  tip: number
}

/** Whether an open order is what is asked for now, at the prices of now, with enough time left to pay it. */
export const isStillGood = ({
  code,
  cohorts,
  locale,
  now,
  offers,
  order,
  provider = null,
  taxation,
  tip,
}: Wanted & { order: OpenOrder }): boolean => {
  const wanted = offers.map(({ amount, offer }) => ({ base: amount, offer }))
  const left = sessionEndOf(order.expiresAt).getTime() - now.getTime()

  return (
    left > SHORTEST_SESSION_MS &&
    order.follows === null &&
    order.currency === offers[0]?.currency &&
    order.locale === locale &&
    (provider === null || order.provider === null || order.provider === provider) &&
    isSameTaxation(order.taxation, taxation) &&
    (order.code ?? '') === normaliseCode(code ?? '') &&
    sameIds(
      order.lines.flatMap(({ cohort }) => cohort ?? []),
      [...cohorts.values()],
    ) &&
    tipOf(order.lines) === tip &&
    isSamePurchase(basesOf(order.lines), wanted)
  )
}

const sameIds = (some: readonly string[], others: readonly string[]): boolean =>
  some.toSorted().join() === others.toSorted().join()
