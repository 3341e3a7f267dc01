import type { PlacePart } from './transfers'

import { differenceOf, givenBack, movableUntil, waysOf, worthOf } from './transfers'

const part = (given: Partial<PlacePart> = {}): PlacePart => ({
  id: 'line',
  isIncluded: true,
  order: 'order',
  refunded: { tax: 0, total: 0 },
  tax: 0,
  total: 4900,
  ...given,
})

const place = { base: 4900, offer: 'a', parts: [part()] }

describe('worthOf', () => {
  it('counts what was paid and not given back, as prices are listed', () => {
    expect(worthOf([part(), part({ total: 3000 })])).toBe(7900)
    expect(worthOf([part({ refunded: { tax: 0, total: 900 } })])).toBe(4000)
    expect(worthOf([part({ isIncluded: false, tax: 900, total: 5800 })])).toBe(4900)
    expect(worthOf([part({ tax: 900 })])).toBe(4900)
  })
})

describe('differenceOf', () => {
  it.each([
    ['settle', 7900, { back: 0, due: 3000 }],
    ['settle', 3900, { back: 1000, due: 0 }],
    ['settle', 4900, { back: 0, due: 0 }],
    ['charge', 7900, { back: 0, due: 3000 }],
    ['charge', 3900, { back: 0, due: 0 }],
    ['giveBack', 7900, { back: 0, due: 0 }],
    ['giveBack', 3900, { back: 1000, due: 0 }],
    ['ignore', 7900, { back: 0, due: 0 }],
    ['ignore', 3900, { back: 0, due: 0 }],
  ] as const)('by the rule %s asks for a price of %i %j', (rule, price, difference) => {
    expect(differenceOf(place, { offer: 'b', price }, rule)).toEqual(difference)
  })

  it('keeps a discount within one offer, and gives back no more than was paid', () => {
    const cheap = { ...place, parts: [part({ total: 900 })] }

    expect(differenceOf(cheap, { offer: 'a', price: 4900 }, 'settle')).toEqual({ back: 0, due: 0 })
    expect(differenceOf(cheap, { offer: 'a', price: 5900 }, 'settle')).toEqual({
      back: 0,
      due: 1000,
    })
    expect(differenceOf(cheap, { offer: 'a', price: 1900 }, 'settle')).toEqual({
      back: 900,
      due: 0,
    })
    expect(differenceOf(cheap, { offer: 'b', price: 4900 }, 'settle')).toEqual({
      back: 0,
      due: 4000,
    })
  })
})

describe('givenBack', () => {
  it('takes of what was paid last first, with its tax', () => {
    const parts = [
      part({ id: 'later', isIncluded: false, order: 'o2', tax: 200, total: 1200 }),
      part({ id: 'first', order: 'o1' }),
    ]

    expect(givenBack(parts, 500)).toEqual([{ amount: 600, line: 'later', order: 'o2' }])
    expect(givenBack(parts, 1500)).toEqual([
      { amount: 1200, line: 'later', order: 'o2' },
      { amount: 500, line: 'first', order: 'o1' },
    ])
    expect(givenBack(parts, 0)).toEqual([])
  })
})

describe('waysOf', () => {
  const rules = {
    daysAfter: 14,
    daysBefore: 2,
    difference: 'settle',
    toCohort: true,
    toCourse: false,
    toPerson: true,
  } as const
  const paidAt = new Date('2026-03-01T10:00:00Z')
  const startsAt = new Date('2026-05-01T10:00:00Z')

  it('lets learners move a place until some days before its cohort starts', () => {
    const place = { paidAt, startsAt }

    expect(movableUntil(place, rules)).toEqual(new Date('2026-04-29T10:00:00Z'))
    expect(waysOf(place, rules, new Date('2026-04-29T09:59:59Z'))).toEqual(['cohort', 'person'])
    expect(waysOf(place, rules, new Date('2026-04-29T10:00:00Z'))).toEqual([])
  })

  it('counts from the payment where there is no cohort', () => {
    expect(movableUntil({ paidAt, startsAt: null }, rules)).toEqual(
      new Date('2026-03-15T10:00:00Z'),
    )
  })
})
