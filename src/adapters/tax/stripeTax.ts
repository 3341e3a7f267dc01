import Stripe from 'stripe'

import type { Tax, Treatment } from '@/domain/commerce/tax/taxed'

import { sumOf } from '@/domain/commerce/money'

import type { StripeOptions } from '../payments/stripeClient'
import type { TaxAnswer, TaxCalculator, TaxRequest } from './types'

import { fromStripeAmount, toStripeAmount } from '../payments/stripeAmounts'
import { stripeClient } from '../payments/stripeClient'
import { TaxPlaceUnknown, TaxUnavailable } from './types'

/** General: electronically supplied services (docs.stripe.com/tax/tax-codes). */
const TAX_CODE = 'txcd_10000000'

/** Milliseconds one attempt may take while a buyer waits. */
const PATIENCE = 6000

/** What Stripe's types of tax are called on an invoice, where that is not the type in capitals. */
const NAMES: Readonly<Record<string, string>> = {
  sales_tax: 'Sales tax',
  service_tax: 'Service tax',
}

/** Stripe Tax: rates of the places in which the account is registered (docs.stripe.com/api/tax/calculations), and reports of what was sold and given back (docs.stripe.com/api/tax/transactions). */
export const stripeTax = (options: StripeOptions): TaxCalculator => {
  const stripe = stripeClient({ timeout: PATIENCE, ...options })

  return {
    name: 'stripe',
    calculate: async (request) => {
      try {
        return answerOf(await stripe.tax.calculations.create(paramsOf(request)), request)
      } catch (error) {
        throw refusalOf(error)
      }
    },
    needsPostalCode: ['CA', 'US'],
    record: async ({ calculation, sale }) => {
      try {
        const made = await stripe.tax.transactions.createFromCalculation(
          { calculation, reference: sale },
          { idempotencyKey: `tax_${sale}` },
        )

        return made.id
      } catch (error) {
        throw refusalOf(error)
      }
    },
    takeBack: async ({ amount, currency, refund, transaction }) => {
      try {
        await stripe.tax.transactions.createReversal(
          {
            ...(amount === null
              ? { mode: 'full' }
              : { flat_amount: -toStripeAmount({ amount, currency }), mode: 'partial' }),
            original_transaction: transaction,
            reference: refund,
          },
          { idempotencyKey: `tax_${refund}` },
        )
      } catch (error) {
        throw refusalOf(error)
      }
    },
  }
}

const paramsOf = (request: TaxRequest): Stripe.Tax.CalculationCreateParams => {
  const { amounts, currency, isIncluded, isReverseCharged, place, seller, vatId } = request

  return {
    currency: currency.toLowerCase(),
    customer_details: {
      address: {
        country: place.country,
        ...(place.postalCode && { postal_code: place.postalCode }),
      },
      address_source: 'billing',
      ...(isReverseCharged && { taxability_override: 'reverse_charge' }),
      ...(vatId && { tax_ids: [{ type: 'eu_vat', value: vatId }] }),
    },
    expand: ['line_items'],
    line_items: amounts.map((amount, index) => ({
      amount: toStripeAmount({ amount, currency }),
      reference: String(index),
      tax_behavior: isIncluded ? 'inclusive' : 'exclusive',
      tax_code: TAX_CODE,
    })),
    ...(seller && { ship_from_details: { address: { country: seller } } }),
  }
}

const answerOf = (found: Stripe.Tax.Calculation, { amounts, currency }: TaxRequest): TaxAnswer => {
  const ours = (amount: number) => fromStripeAmount({ amount, currency })
  const items = new Map(
    found.line_items?.data.map((line) => [line.reference, ours(line.amount_tax)]) ?? [],
  )
  const lines = amounts.map((_, index) => items.get(String(index)) ?? 0)
  const taxes = taxesOf(found, ours)
  if (sumOf(lines) !== sumOf(taxes.map(({ amount }) => amount))) {
    throw new TaxUnavailable('The taxes that Stripe answered do not sum to those of its lines.')
  }

  return { lines, reference: found.id, taxes, treatment: treatmentOf(found) }
}

/** The breakdown with every tax of the same name and rate put together; those that are not charged left out. */
const taxesOf = (
  { tax_breakdown: breakdown }: Stripe.Tax.Calculation,
  ours: (amount: number) => number,
): Tax[] => {
  const taxes = new Map<string, Tax>()
  for (const { amount, tax_rate_details: rate } of breakdown) {
    const type = rate.tax_type ?? 'tax'
    const name = NAMES[type] ?? type.toUpperCase().replaceAll('_', ' ')
    const percent = Number(rate.percentage_decimal)
    const held = taxes.get(`${name} ${percent}`)
    if (amount > 0) {
      taxes.set(`${name} ${percent}`, { name, amount: ours(amount) + (held?.amount ?? 0), percent })
    }
  }

  return [...taxes.values()]
}

const treatmentOf = ({ tax_breakdown: breakdown }: Stripe.Tax.Calculation): Treatment =>
  breakdown.some(({ taxability_reason: reason }) => reason === 'reverse_charge')
    ? 'reverseCharge'
    : breakdown.some(({ amount }) => amount > 0)
      ? 'charged'
      : 'outside'

const refusalOf = (error: unknown): unknown => {
  if (!(error instanceof Stripe.errors.StripeError)) {
    return error
  }

  return error.code === 'customer_tax_location_invalid'
    ? new TaxPlaceUnknown(`Stripe: ${error.message}`, { cause: error })
    : new TaxUnavailable(`Stripe: ${error.message}`, { cause: error })
}
