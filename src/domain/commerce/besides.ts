/** Most things that are offered at the checkout of one offer. */
export const MOST_BUMPS = 3

/** What is offered beside an offer, at a price of its own in one currency or for less than usual; amounts in minor units. */
export type Besides = {
  amount: null | number
  currency: null | string
  id: string
  /** The offer that is offered. */
  offered: string
  percentOff: number
  text: string
  title: string
}

type Sold = {
  amount: number
  currency: string
  isForCohort: boolean
  isOnRequest: boolean
  offer: string
  open: null | object
  terms: null | object
}

/** Whether an offer can stand beside another: what is paid once, at a price that is fixed, and asks for no choice. */
export const canStandBeside = ({ amount, isForCohort, isOnRequest, open, terms }: Sold): boolean =>
  amount > 0 && !isForCohort && !isOnRequest && open === null && terms === null

/** What an offer costs beside another, in minor units: never more than by itself. */
export const priceBeside = (
  { amount: own, currency: ownCurrency, percentOff }: Besides,
  { amount, currency }: { amount: number; currency: string },
): number =>
  own !== null && ownCurrency === currency
    ? Math.min(own, amount)
    : amount - Math.round((amount * percentOff) / 100)

/**
 * Offers at what they cost when they are bought together: each that another one of them offers beside itself, at the best
 * of those prices, and by which `addition`. Nothing stands beside what recurs.
 */
export const together = <One extends Sold & { besides: readonly Besides[] }>(
  offers: readonly One[],
): (One & { addition?: string })[] =>
  offers.map((one) => {
    const [best] = offers
      .filter(({ offer, terms }) => offer !== one.offer && terms === null)
      .flatMap(({ besides }) => besides)
      .filter(({ offered }) => offered === one.offer)
      .map((besides) => ({ addition: besides.id, amount: priceBeside(besides, one) }))
      .toSorted((left, right) => left.amount - right.amount)

    return best && canStandBeside(one) ? { ...one, ...best } : one
  })
