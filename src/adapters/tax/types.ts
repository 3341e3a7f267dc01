import type { Place, TaxRate } from '@/domain/commerce/tax/rates'
import type { Taxed } from '@/domain/commerce/tax/taxed'
import type { TaxSource } from '@/domain/tenancy/taxSources'

/** A sale whose tax is asked for. `amounts` are its lines in minor units of `currency`, discounts taken off. */
export type TaxRequest = {
  amounts: readonly number[]
  currency: string
  /** Whether the amounts hold the tax. */
  isIncluded: boolean
  /** Whether the buyer owes the tax, as a business whose VAT id was checked. */
  isReverseCharged: boolean
  now: Date
  place: Place
  /** The school's own table. */
  rates: readonly TaxRate[]
  /** Country of the school. */
  seller: null | string
  /** The VAT id that was checked, with its prefix. */
  vatId: null | string
}

/** The tax of a sale, and under which number its calculation is known, where it is known by one. */
export type TaxAnswer = Taxed & { reference: null | string }

/** A sale that was paid, to be recorded under the number of its calculation; `sale` is ours, once for each. */
type TaxedSale = { calculation: string; sale: string }

/** What of a recorded sale goes back: all of it, said as null, or so many minor units of `currency`, tax included. */
type TaxedReturn = {
  amount: null | number
  currency: string
  refund: string
  transaction: string
}

/**
 * Who calculates tax. Lines and taxes of an answer sum to the same; throws TaxUnavailable when nobody answers, and
 * TaxPlaceUnknown for a place that is not precise enough.
 */
export type TaxCalculator = {
  calculate: (request: TaxRequest) => Promise<TaxAnswer>
  name: TaxSource
  /** Countries where it needs the buyer's postal code. */
  needsPostalCode: readonly string[]
  /** Has a sale counted in reports to the state, once; answers the number of that. Absent where nobody counts. */
  record?: (sale: TaxedSale) => Promise<string>
  /** Takes back of a recorded sale what was given back, once for each refund. */
  takeBack?: (given: TaxedReturn) => Promise<void>
}

/** The tax could not be calculated now. */
export class TaxUnavailable extends Error {
  override name = 'TaxUnavailable'
}

/** There is no such place, or it lies in several with taxes of their own. */
export class TaxPlaceUnknown extends Error {
  override name = 'TaxPlaceUnknown'
}
