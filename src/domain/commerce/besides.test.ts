import { describe, expect, it } from '@jest/globals'

import { canStandBeside, priceBeside, together, type Besides } from './besides'

const besides = (given: Partial<Besides> = {}): Besides => ({
  id: 'addition',
  amount: null,
  currency: null,
  offered: 'b',
  percentOff: 0,
  text: '',
  title: '',
  ...given,
})

const offer = (name: string, given: object = {}) => ({
  amount: 1999,
  besides: [] as Besides[],
  currency: 'USD',
  isForCohort: false,
  isOnRequest: false,
  offer: name,
  open: null,
  terms: null,
  ...given,
})

describe('the price beside another offer', () => {
  it.each([
    ['a price of its own', { amount: 900, currency: 'USD' }, 900],
    ['the usual one where its own is higher', { amount: 5000, currency: 'USD' }, 1999],
    ['the usual one where its own is in another currency', { amount: 900, currency: 'EUR' }, 1999],
    ['less by a percentage, to the nearest minor unit', { percentOff: 25 }, 1499],
    ['nothing at a hundred percent', { percentOff: 100 }, 0],
  ])('is %s', (_, given, price) => {
    expect(priceBeside(besides(given), offer('b'))).toBe(price)
  })
})

describe('offers that are bought together', () => {
  const main = offer('a', { besides: [besides({ percentOff: 50 })] })

  it('cost less where one offers the other, and say by what', () => {
    expect(together([main, offer('b')])).toMatchObject([
      { amount: 1999 },
      { addition: 'addition', amount: 999 },
    ])
  })

  it('cost the same by themselves, and beside what does not offer them', () => {
    expect(together([offer('b')])[0]).not.toHaveProperty('addition')
    expect(together([offer('c'), offer('b')])[1]).not.toHaveProperty('addition')
  })

  it('never stand beside what recurs, nor do so themselves', () => {
    expect(together([{ ...main, terms: {} as never }, offer('b')])[1]?.amount).toBe(1999)
    expect(canStandBeside(offer('b', { terms: {} }))).toBe(false)
    expect(canStandBeside(offer('b', { isForCohort: true }))).toBe(false)
    expect(canStandBeside(offer('b', { amount: 0 }))).toBe(false)
  })
})
