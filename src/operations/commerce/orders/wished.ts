import type { Wishes } from '@/domain/commerce/wishes'

import { sumOf } from '@/domain/commerce/money'

import type { OpenOrder } from '../openOrders'

type Lines = OpenOrder['lines']

/** What the lines of an order were bought by, each once: a bundle has a line for each of its courses. */
export const offersOf = (lines: Lines): string[] => [
  ...new Set(lines.flatMap(({ offer }) => offer ?? [])),
]

/** What each offer of an order costs before discounts, in minor units. */
export const basesOf = (lines: Lines): { base: number; offer: string }[] =>
  offersOf(lines).map((offer) => ({
    base: sumOf(lines.flatMap((line) => (line.offer === offer ? line.base : []))),
    offer,
  }))

/** The tip of an order, in minor units. */
export const tipOf = (lines: Lines): number =>
  sumOf(lines.flatMap(({ base, offer }) => (offer === null ? base : [])))

/** What the buyer of an order stated of it: the prices that were theirs to name, and the tip. */
export const wishesOf = ({
  base,
  currency,
  lines,
}: Pick<OpenOrder, 'base' | 'currency' | 'lines'>): Wishes => ({
  amounts: Object.fromEntries(
    basesOf(lines.filter(({ isNamed }) => isNamed)).map(({ base, offer }) => [offer, base]),
  ),
  currency: currency === base ? null : currency,
  tip: tipOf(lines),
})
