import type { TaxSource } from '../../tenancy/taxSources'
import { distribute } from '../coupons'
import { checkedAmount, sumOf } from '../money'
import type { AppliedRate, Place } from './rates'
import { thousandthsOf } from './rates'
import type { VatCheck } from './vatIds'
import { isMember } from './countries'

/**
 * How a sale is taxed: tax is charged at the buyer's place; the buyer owes it by the reverse charge; or the school
 * charges none at that place.
 */
export type Treatment = 'charged' | 'outside' | 'reverseCharge'

/** One tax of a sale, in minor units. */
export type Tax = AppliedRate & { amount: number }

/** The tax of a sale in minor units: of each line, in their order, and by tax; both sum to the same. */
export type Taxed = { lines: number[]; taxes: Tax[]; treatment: Treatment }

/** How the tax of an order came about, as it is kept with it and printed. */
export type Taxation = {
  /** Countries that speak for the buyer's place: the one they gave, and that of their address on the network. */
  evidence: { billing: string; network: null | string }
  /** Whether the prices hold the tax, rather than growing by it. */
  isIncluded: boolean
  place: Place
  /** The number under which whoever calculated it knows it. */
  reference: null | string
  source: TaxSource
  taxes: Tax[]
  treatment: Treatment
  vat: null | VatCheck
}

/** What has to be known before tax can be said; `service` is an answer of whoever calculates it. */
export type TaxNeed = 'country' | 'postalCode' | 'region' | 'service'

/** What a checkout shows of tax: its own part of a quote. Amounts in minor units. */
export type ShownTaxation = Pick<Taxation, 'isIncluded' | 'taxes' | 'vat'> & {
  asksPostalCode: boolean
  needs: null | TaxNeed
  /** Where the buyer is, as they said or as their address on the network does; null where nothing speaks for any. */
  place: null | Place
  /** Parts of the country that have taxes of their own, for the buyer to choose from. */
  regions: string[]
  /** Null while something is needed, and where nothing is due. */
  treatment: null | Treatment
}

const FULL = 100_000n

/**
 * The tax on amounts in minor units, discounts taken off. It is rounded once, on their sum, half a unit up, and shared
 * out by largest remainders, so that lines and taxes sum to it exactly. Where prices hold it, it is what is left of the
 * sum without it; adding tax to a net sum and taking it out again is the same tax.
 */
export const taxAtRates = ({
  amounts,
  isIncluded,
  rates,
}: {
  amounts: readonly number[]
  isIncluded: boolean
  rates: readonly AppliedRate[]
}): Pick<Taxed, 'lines' | 'taxes'> => {
  const parts = rates.map(({ percent }) => thousandthsOf(percent))
  const part = BigInt(sumOf(parts))
  const whole = isIncluded ? FULL + part : FULL
  const sum = BigInt(sumOf(amounts))
  const tax = checkedAmount(Number((2n * sum * part + whole) / (2n * whole)))
  const shares = distribute(tax, parts)

  return {
    lines: distribute(tax, amounts),
    taxes: rates.map((rate, index) => ({ ...rate, amount: shares[index] ?? 0 })),
  }
}

type Trade = { buyer: string; seller: null | string; vat: null | VatCheck }

/**
 * Whether the buyer's VAT id changes how a sale is taxed: between two members of the European Union (Directive
 * 2006/112/EC, articles 44 and 196).
 */
export const isAcrossMembers = ({ buyer, seller }: Omit<Trade, 'vat'>): boolean =>
  isMember(seller) && isMember(buyer) && seller !== buyer

/** Whether the buyer owes the tax: a business of another member, whose VAT id was found to be valid. */
export const isReverseCharged = ({ vat, ...trade }: Trade): boolean =>
  isAcrossMembers(trade) && vat?.status === 'valid'

/** Whether two sales of the same are taxed alike: at one place, by the same taxes and to the same unit. */
export const isSameTaxation = (one: null | Taxation, other: null | Taxation): boolean =>
  wordsOf(one) === wordsOf(other)

const wordsOf = (taxation: null | Taxation): string =>
  taxation
    ? JSON.stringify([
        taxation.isIncluded,
        taxation.place.country,
        taxation.place.postalCode ?? null,
        taxation.place.region ?? null,
        taxation.source,
        taxation.treatment,
        taxation.vat?.status ?? null,
        taxation.taxes.map(({ name, amount, percent }) => [name, percent, amount]),
      ])
    : ''

/**
 * What a refund gives back of each tax of a sale, in minor units: `tax` shared out over what is left of them after the
 * credit notes before it, so that all of them together never give back more than was charged.
 */
export const creditedTaxes = ({
  credited,
  tax,
  taxes,
}: {
  credited: readonly Pick<Taxation, 'taxes'>[]
  tax: number
  taxes: readonly Tax[]
}): Tax[] => {
  const left = taxes.map(({ amount }, index) =>
    Math.max(0, amount - sumOf(credited.map((note) => note.taxes[index]?.amount ?? 0))),
  )
  const shares = distribute(tax, left)

  return taxes.map((one, index) => ({ ...one, amount: shares[index] ?? 0 }))
}
