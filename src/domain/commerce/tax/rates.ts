/** Where a buyer is: an ISO 3166-1 country, and a part of it and a postal code where tax depends on them. */
export type Place = { country: string; postalCode?: null | string; region?: null | string }

/** A rate as the school enters it. `percent` has up to three decimals; `validFrom` is ISO 8601. */
export type TaxRate = {
  country: string
  /** Whether a region's rate comes on top of its country's, instead of replacing it. */
  isAdded: boolean
  name: string
  percent: number
  /** A part of the country; empty for all of it. */
  region: string
  validFrom: string
}

/** A rate as it is applied: what the tax is called, and how much of the price it is. */
export type AppliedRate = Pick<TaxRate, 'name' | 'percent'>

/** What a buyer answers who lives in none of the regions that have a rate of their own. */
export const ELSEWHERE = 'other'

const DECIMALS = 1000

/** A percentage in thousandths of a per cent: 9.975 is 9975. */
export const thousandthsOf = (percent: number): number => Math.round(percent * DECIMALS)

/** Whether the value is a percentage from 0 to 100 with at most three decimals. */
export const isPercent = (value: unknown): value is number =>
  typeof value === 'number' &&
  value >= 0 &&
  value <= 100 &&
  Math.abs(value * DECIMALS - Math.round(value * DECIMALS)) < 1e-6

const isSameRegion = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase()

const begunIn = (rates: readonly TaxRate[], country: string, now: Date): TaxRate[] =>
  rates.filter((rate) => rate.country === country && new Date(rate.validFrom) <= now)

const latestOf = (rates: readonly TaxRate[]): TaxRate | undefined =>
  rates.toSorted((a, b) => b.validFrom.localeCompare(a.validFrom))[0]

/** The regions of a country that have rates of their own by now, in the order of the alphabet; each once. */
export const regionsOf = (rates: readonly TaxRate[], country: string, now: Date): string[] => {
  const regions = begunIn(rates, country, now).flatMap(({ region }) => region.trim() || [])

  return regions
    .filter((region, index) => regions.findIndex((one) => isSameRegion(one, region)) === index)
    .toSorted((a, b) => a.localeCompare(b))
}

/**
 * The rates that hold at a place: of the country and of the region the one that began last. A region's rate replaces
 * its country's, or comes on top of it. None where the school entered none for the place.
 */
export const ratesAt = (
  rates: readonly TaxRate[],
  { country, region }: Place,
  now: Date,
): AppliedRate[] => {
  const begun = begunIn(rates, country, now)
  const national = latestOf(begun.filter((rate) => rate.region.trim() === ''))
  const regional = region
    ? latestOf(
        begun.filter((rate) => rate.region.trim() !== '' && isSameRegion(rate.region, region)),
      )
    : undefined
  const applied = regional && !regional.isAdded ? [regional] : [national, regional]

  return applied.flatMap((rate) => (rate ? [{ name: rate.name, percent: rate.percent }] : []))
}
