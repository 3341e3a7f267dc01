import { describe, expect, it } from '@jest/globals'

import { paymentEntries, refundEntries } from './ledger'
import { merchantRefusal, returnedFee, soldLines } from './merchants'
import { merchantOf, sellersAmong } from './providers'

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0)

describe('who sells', () => {
  it('is the merchant of record alone, wherever one takes the money', () => {
    const [stripe, paddle] = [{ name: 'stripe' }, { name: 'paddle' }]

    expect(sellersAmong([stripe, paddle])).toEqual([paddle])
    expect(sellersAmong([stripe])).toEqual([stripe])
    expect([merchantOf('paddle'), merchantOf('stripe'), merchantOf(null)]).toEqual([
      'Paddle',
      null,
      null,
    ])
  })
})

describe('money that a merchant of record took', () => {
  const order = { currency: 'USD', session: 'txn_1', total: 4900 }
  const paid = { amount: 4900, currency: 'USD', session: 'txn_1' }
  const sale = { asked: 4900, discount: 0, fee: 295, invoice: null, tax: 817 }
  const cases: [string, object, object, object, null | string][] = [
    ['all that was asked', {}, {}, {}, null],
    [
      'the price without the tax, from a buyer who owes none',
      {},
      { amount: 4083 },
      { tax: 0 },
      null,
    ],
    ['the same again, once the order says so', { total: 4083 }, { amount: 4083 }, { tax: 0 }, null],
    ['less, though tax is in it', {}, { amount: 4083 }, {}, 'amountMismatch'],
    [
      'less by a discount of its own',
      {},
      { amount: 4400 },
      { discount: 500, tax: 0 },
      'amountMismatch',
    ],
    ['more than was asked', {}, { amount: 5900 }, {}, 'amountMismatch'],
    ['nothing', {}, { amount: 0 }, { tax: 0 }, 'amountMismatch'],
    ['for another order', { total: 100 }, {}, {}, 'amountMismatch'],
    ['of another currency', {}, { currency: 'EUR' }, {}, 'currencyMismatch'],
    ['on another page', {}, { session: 'txn_2' }, {}, 'sessionMismatch'],
  ]

  it.each(cases)(
    'pays for the order or not: %s',
    (_name, changedOrder, changedPaid, changedSale, refusal) => {
      expect(
        merchantRefusal({
          order: { ...order, ...changedOrder },
          paid: { ...paid, ...changedPaid },
          sale: { ...sale, ...changedSale },
        }),
      ).toBe(refusal)
    },
  )

  it('goes over the lines with its tax, exactly, and takes unpaid tax off their prices', () => {
    const lines = [
      { id: 'a', base: 4000, tax: 0, total: 3900 },
      { id: 'b', base: 1000, tax: 0, total: 1000 },
      { id: 'c', base: 0, tax: 0, total: 0 },
    ]
    const whole = soldLines(lines, { paid: 4900, tax: 817 })
    const exempt = soldLines(lines, { paid: 4083, tax: 0 })

    expect(whole.map(({ base, tax, total }) => [base, tax, total])).toEqual([
      [4000, 650, 3900],
      [1000, 167, 1000],
      [0, 0, 0],
    ])
    expect(sumOf(exempt.map(({ total }) => total))).toBe(4083)
    expect(exempt.map(({ base, total }) => base - total)).toEqual(
      lines.map(({ base, total }) => base - total),
    )
  })
})

describe('the books of what a merchant of record sold', () => {
  const lines = [
    { id: 'a', net: 3250, tax: 650 },
    { id: 'b', net: 833, tax: 167 },
  ]
  const of = (entries: ReturnType<typeof paymentEntries>) =>
    Object.fromEntries(
      [...Map.groupBy(entries, ({ account }) => account)].map(([account, of]) => [
        account,
        sumOf(of.map(({ amount }) => amount)),
      ]),
    )

  it('have gross, the tax and the fee that it keeps, and what the school has of it', () => {
    const entries = paymentEntries(lines, {
      merchantFee: 295,
      splits: [{ earned: [{ amount: 400, person: 'p', rule: 'r' }], fee: 100, line: 'a' }],
      withheld: 0,
    })

    expect(of(entries)).toEqual({
      connected: 3788,
      earnings: -400,
      merchantFee: 295,
      merchantTax: 817,
      platformFee: 100,
      provider: -100,
      sales: -4900,
      shares: 400,
    })
    expect(sumOf(entries.map(({ amount }) => amount))).toBe(0)
  })

  it('give back with a refund what the school loses, and of the fee what the merchant says', () => {
    const [line] = lines
    const kept = refundEntries(line ? [line] : [], { merchantFee: 0, splits: [], withheld: null })
    const merchantFee = returnedFee({ earnings: 3055, lines: line ? [line] : [] })
    const shared = refundEntries(line ? [line] : [], { merchantFee, splits: [], withheld: null })

    expect(of(kept)).toEqual({ merchantTax: -650, provider: -3250, refunds: 3900 })
    expect(merchantFee).toBe(195)
    expect(of(shared)).toEqual({
      merchantFee: -195,
      merchantTax: -650,
      provider: -3055,
      refunds: 3900,
    })
    expect(returnedFee({ earnings: null, lines })).toBe(0)
  })
})
