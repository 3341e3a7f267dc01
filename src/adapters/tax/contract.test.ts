import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { TaxRate } from '@/domain/commerce/tax/rates'
import type { StripeServer } from '@/test/stripe/server'

import { startStripeServer } from '@/test/stripe/server'

import type { TaxCalculator, TaxRequest } from './types'

import { stripeTax } from './stripeTax'
import { tableTax } from './tableTax'
import { TaxPlaceUnknown, TaxUnavailable } from './types'

let stripe: StripeServer

beforeAll(async () => {
  stripe = await startStripeServer()
})
afterAll(() => stripe.close())

const rate = (country: string, percent: number, given: Partial<TaxRate> = {}): TaxRate => ({
  name: 'VAT',
  country,
  isAdded: false,
  percent,
  region: '',
  validFrom: '2020-01-01T00:00:00.000Z',
  ...given,
})

/** What the account at the test's Stripe is registered for, as a table. */
const rates = [
  rate('DE', 19),
  rate('FR', 20),
  rate('HU', 27),
  rate('US', 7.25, { name: 'Sales tax', region: 'California' }),
  rate('CA', 5, { name: 'GST' }),
  rate('CA', 9.975, { name: 'QST', isAdded: true, region: 'Quebec' }),
]

const request = (given: Partial<TaxRequest> = {}): TaxRequest => ({
  amounts: [10_000],
  currency: 'EUR',
  isIncluded: false,
  isReverseCharged: false,
  now: new Date('2026-11-01T12:00:00Z'),
  place: { country: 'DE' },
  rates,
  seller: 'FR',
  vatId: null,
  ...given,
})

const IMPLEMENTATIONS: [name: string, make: () => TaxCalculator][] = [
  ['the school’s table', () => tableTax],
  ['Stripe Tax', () => stripeTax({ apiBase: stripe.url, secretKey: 'sk_test_lectern' })],
]

describe.each(IMPLEMENTATIONS)('tax by %s', (_, make) => {
  const ask = (given?: Partial<TaxRequest>) => make().calculate(request(given))

  it('is charged at the buyer’s rate', async () => {
    expect(await ask()).toMatchObject({
      lines: [1900],
      taxes: [{ name: 'VAT', amount: 1900, percent: 19 }],
      treatment: 'charged',
    })
  })

  it('is taken out of prices that hold it', async () => {
    expect(await ask({ amounts: [11_900], isIncluded: true })).toMatchObject({
      lines: [1900],
      taxes: [{ amount: 1900 }],
    })
  })

  it('is two taxes where two are owed', async () => {
    const place = { country: 'CA', postalCode: 'G1A 1A1', region: 'Quebec' }

    expect(await ask({ currency: 'CAD', place })).toMatchObject({
      lines: [1498],
      taxes: [
        { name: 'GST', amount: 500, percent: 5 },
        { name: 'QST', amount: 998, percent: 9.975 },
      ],
    })
  })

  it('is sales tax in a state that has one', async () => {
    const place = { country: 'US', postalCode: '94110', region: 'California' }

    expect(await ask({ currency: 'USD', place })).toMatchObject({
      lines: [725],
      taxes: [{ name: 'Sales tax', amount: 725, percent: 7.25 }],
    })
  })

  it('is none where the school collects none', async () => {
    expect(await ask({ place: { country: 'BR' } })).toMatchObject({
      lines: [0],
      taxes: [],
      treatment: 'outside',
    })
  })

  it.each([false, true])(
    'is none for a business that owes it itself, and prices that hold it stay: %p',
    async (isIncluded) => {
      const asked = { isIncluded, isReverseCharged: true, vatId: 'DE123456789' }

      expect(await ask(asked)).toMatchObject({
        lines: [0],
        taxes: [],
        treatment: 'reverseCharge',
      })
    },
  )

  it('sums over many lines, to the unit, whatever the currency counts in', async () => {
    for (const currency of ['EUR', 'JPY', 'KWD']) {
      for (const isIncluded of [false, true]) {
        const amounts = [333, 1, 0, 98_765, 4900]
        const { lines, taxes } = await ask({ amounts, currency, isIncluded })
        const sum = lines.reduce((all, one) => all + one, 0)

        expect(taxes.reduce((all, { amount }) => all + amount, 0)).toBe(sum)
        expect(lines).toHaveLength(amounts.length)
        lines.forEach((tax, index) => {
          const amount = amounts[index] ?? 0
          const exact = isIncluded ? (amount * 19) / 119 : amount * 0.19
          expect(Math.abs(tax - exact)).toBeLessThanOrEqual(1)
        })
      }
    }
  })
})

describe('Stripe Tax', () => {
  const calculator = () => stripeTax({ apiBase: stripe.url, secretKey: 'sk_test_lectern' })

  it('names the calculation, so that it can be found again', async () => {
    const { reference } = await calculator().calculate(request())

    expect(reference).toMatch(/^taxcalc_/)
  })

  it('asks for a better place where the postal code is none', async () => {
    const place = { country: 'US', postalCode: 'nowhere' }

    await expect(calculator().calculate(request({ place }))).rejects.toBeInstanceOf(TaxPlaceUnknown)
  })

  it('is unavailable while Stripe fails', async () => {
    stripe.failNext(3)

    await expect(calculator().calculate(request())).rejects.toBeInstanceOf(TaxUnavailable)
  })
})
