import type { TaxSource } from '@/domain/tenancy/taxSources'

import { env } from '@/env'

import type { TaxCalculator } from './types'
import type { VatRegister } from './vies'

import { remembered } from './remembered'
import { stripeTax } from './stripeTax'
import { tableTax } from './tableTax'
import { vies } from './vies'

let stripe: TaxCalculator | undefined
let register: VatRegister | undefined

/** Stripe Tax, or undefined on an installation that holds no key of Stripe. */
export const stripeTaxIfSet = (): TaxCalculator | undefined => {
  const { STRIPE_API_BASE, STRIPE_SECRET_KEY } = env()
  if (!STRIPE_SECRET_KEY) {
    return undefined
  }
  if (!stripe) {
    const made = stripeTax({ apiBase: STRIPE_API_BASE, secretKey: STRIPE_SECRET_KEY })
    const calculate = remembered({
      ask: made.calculate,
      keyOf: ({ amounts, currency, isIncluded, isReverseCharged, place, seller, vatId }) =>
        JSON.stringify([amounts, currency, isIncluded, isReverseCharged, place, seller, vatId]),
    })
    stripe = { ...made, calculate }
  }

  return stripe
}

/** Who calculates the tax of a school; its own table where Stripe is not set up. */
export const taxCalculator = (source: TaxSource): TaxCalculator =>
  (source === 'stripe' && stripeTaxIfSet()) || tableTax

/** Where VAT ids are checked. */
export const vatRegister = (): VatRegister => {
  if (!register) {
    const check = remembered({
      ask: vies({ base: env().VIES_API_BASE }).check,
      isKept: ({ status }) => status !== 'unavailable',
      keyOf: ({ requester, vatId }) => JSON.stringify([requester, vatId]),
    })
    register = { check }
  }

  return register
}
