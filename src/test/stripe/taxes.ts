import { z } from 'zod'

import type { FormValue } from './form'
import type { Store, TaxTransaction } from './store'

import { ApiError, invalid, noSuch } from './errors'
import { newId } from './store'

const whole = z.string().regex(/^\d+$/, 'Invalid integer').transform(Number)

const shape = z.strictObject({
  currency: z.string().length(3),
  customer_details: z.strictObject({
    address: z.strictObject({
      country: z.string().length(2),
      postal_code: z.string().optional(),
      state: z.string().optional(),
    }),
    address_source: z.enum(['billing', 'shipping']),
    tax_ids: z.array(z.strictObject({ type: z.string(), value: z.string() })).default([]),
    taxability_override: z.enum(['customer_exempt', 'none', 'reverse_charge']).default('none'),
  }),
  expand: z.array(z.string()).default([]),
  line_items: z
    .array(
      z.strictObject({
        amount: whole,
        reference: z.string(),
        tax_behavior: z.enum(['exclusive', 'inclusive']),
        tax_code: z.string().startsWith('txcd_'),
      }),
    )
    .min(1),
  ship_from_details: z
    .strictObject({ address: z.strictObject({ country: z.string().length(2) }) })
    .optional(),
})

type Registration = { percent: string; state?: string; type: string }

/** Where the account collects tax; in the United States by what the postal code begins with. */
const REGISTRATIONS: Readonly<Record<string, readonly Registration[]>> = {
  'CA G': [
    { type: 'gst', percent: '5.0' },
    { type: 'qst', percent: '9.975', state: 'QC' },
  ],
  DE: [{ type: 'vat', percent: '19.0' }],
  FR: [{ type: 'vat', percent: '20.0' }],
  HU: [{ type: 'vat', percent: '27.0' }],
  'US 9': [{ type: 'sales_tax', percent: '7.25', state: 'CA' }],
}

const BY_POSTAL_CODE: readonly string[] = ['CA', 'US']

const registrationsAt = (country: string, postalCode = ''): readonly Registration[] => {
  if (!BY_POSTAL_CODE.includes(country)) {
    return REGISTRATIONS[country] ?? []
  }
  if (!/^(?:\d{5}|[A-Z]\d[A-Z] ?\d[A-Z]\d)$/.test(postalCode)) {
    throw new ApiError({
      code: 'customer_tax_location_invalid',
      message: "We could not determine the customer's tax location based on the provided address.",
      param: 'customer_details[address]',
    })
  }

  return REGISTRATIONS[`${country} ${postalCode[0]}`] ?? []
}

/** POST /v1/tax/calculations: each tax of each line is rounded by itself, as Stripe does. */
export const calculateTax = (store: Store, form: Record<string, FormValue>): object => {
  const read = shape.safeParse(form)
  if (!read.success) {
    throw invalid(read.error.issues[0]?.path.join('.') ?? '', 'Invalid request.')
  }
  const { currency, customer_details: customer, expand, line_items: given } = read.data
  const { country, postal_code: postalCode } = customer.address
  const rates = registrationsAt(country, postalCode)
  const isReversed = customer.taxability_override === 'reverse_charge'
  const together = isReversed ? 0 : rates.reduce((sum, { percent }) => sum + Number(percent), 0)
  const taxOf = ({ amount, tax_behavior: behavior }: (typeof given)[number], percent: string) => {
    const net = behavior === 'inclusive' ? amount / (1 + together / 100) : amount

    return isReversed ? 0 : Math.round((net * Number(percent)) / 100)
  }
  const items = given.map((line) => ({
    id: newId('tax_li_'),
    ...line,
    amount_tax: rates.reduce((sum, { percent }) => sum + taxOf(line, percent), 0),
    object: 'tax.calculation_line_item',
    quantity: 1,
  }))
  const isInclusive = given[0]?.tax_behavior === 'inclusive'
  const tax = items.reduce((sum, { amount_tax: one }) => sum + one, 0)
  const amount = given.reduce((sum, line) => sum + line.amount, 0)
  const reason = isReversed ? 'reverse_charge' : 'standard_rated'
  const breakdown = rates.map(({ type, percent, state = null }) => ({
    amount: given.reduce((sum, line) => sum + taxOf(line, percent), 0),
    inclusive: isInclusive,
    tax_rate_details: {
      country,
      flat_amount: null,
      percentage_decimal: isReversed ? '0.0' : percent,
      rate_type: 'percentage',
      state,
      tax_type: type,
    },
    taxability_reason: reason,
    taxable_amount: amount,
  }))
  const nothing = {
    amount: 0,
    inclusive: isInclusive,
    tax_rate_details: {
      country,
      flat_amount: null,
      percentage_decimal: '0.0',
      rate_type: null,
      state: null,
      tax_type: null,
    },
    taxability_reason: 'not_collecting',
    taxable_amount: 0,
  }

  const id = newId('taxcalc_')
  store.taxes.calculations.add(id)

  return {
    id,
    amount_total: isInclusive ? amount : amount + tax,
    currency,
    customer: null,
    customer_details: { ...customer, ip_address: null },
    object: 'tax.calculation',
    tax_amount_exclusive: isInclusive ? 0 : tax,
    tax_amount_inclusive: isInclusive ? tax : 0,
    tax_breakdown: breakdown.length > 0 ? breakdown : [nothing],
    ...(expand.includes('line_items') && {
      line_items: { data: items, has_more: false, object: 'list', url: '/v1/tax/calculations' },
    }),
  }
}

const recorded = z.strictObject({ calculation: z.string().min(1), reference: z.string().min(1) })

const reversed = z.strictObject({
  flat_amount: z
    .string()
    .regex(/^-\d+$/, 'Must be less than zero')
    .transform(Number)
    .optional(),
  mode: z.enum(['full', 'partial']),
  original_transaction: z.string().min(1),
  reference: z.string().min(1),
})

const keep = (
  store: Store,
  given: Pick<TaxTransaction, 'flat_amount' | 'reference' | 'reversal' | 'type'>,
): TaxTransaction => {
  const { transactions } = store.taxes
  if ([...transactions.values()].some(({ reference }) => reference === given.reference)) {
    throw invalid('reference', `A transaction with reference ${given.reference} already exists.`)
  }
  const made: TaxTransaction = { ...given, id: newId('tax_'), object: 'tax.transaction' }
  transactions.set(made.id, made)

  return made
}

/** POST /v1/tax/transactions/create_from_calculation, once for a reference. */
export const recordTax = (store: Store, form: Record<string, FormValue>): TaxTransaction => {
  const read = recorded.safeParse(form)
  if (!read.success) {
    throw invalid(read.error.issues[0]?.path.join('.') ?? '', 'Invalid request.')
  }
  const { calculation, reference } = read.data
  if (!store.taxes.calculations.has(calculation)) {
    throw noSuch('tax.calculation', calculation)
  }

  return keep(store, { type: 'transaction', flat_amount: null, reference, reversal: null })
}

/** POST /v1/tax/transactions/create_reversal, of the whole or of a sum below zero. */
export const reverseTax = (store: Store, form: Record<string, FormValue>): TaxTransaction => {
  const read = reversed.safeParse(form)
  if (!read.success || (read.data.mode === 'partial') !== (read.data.flat_amount !== undefined)) {
    throw invalid(read.error?.issues[0]?.path.join('.') ?? 'flat_amount', 'Invalid request.')
  }
  const { flat_amount = null, original_transaction, reference } = read.data
  if (!store.taxes.transactions.has(original_transaction)) {
    throw noSuch('tax.transaction', original_transaction)
  }

  return keep(store, {
    type: 'reversal',
    flat_amount,
    reference,
    reversal: { original_transaction },
  })
}
