import { describe, expect, it } from '@jest/globals'

import { soldIn } from './sold'

const euro = { amount: 100, currency: 'EUR', unknown: 0, worth: 100 }
const dollar = { amount: 500, currency: 'USD', unknown: 0, worth: 400 }
const rouble = { amount: 900, currency: 'RUB', unknown: 900, worth: 0 }

describe('what several days sold', () => {
  it('adds up by currency, the one of most worth first', () => {
    expect(
      soldIn([{ sold: [euro, dollar] }, { sold: [] }, { sold: [euro] }, { sold: [rouble] }]),
    ).toEqual([dollar, { ...euro, amount: 200, worth: 200 }, rouble])
  })

  it('is nothing where nothing was sold', () => {
    expect(soldIn([{ sold: [] }])).toEqual([])
  })
})
