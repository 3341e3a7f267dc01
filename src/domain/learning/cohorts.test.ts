import { describe, expect, it } from '@jest/globals'

import { misplacedTime, readDates } from './cohorts'

const id = '01980000-0000-7000-8000-000000000000'

describe('own dates of a cohort', () => {
  it.each([
    [undefined, {}],
    [null, {}],
    [{ [id]: '2026-03-29T02:30' }, { [id]: '2026-03-29T02:30' }],
    [{ [id]: '2026-03-29' }, null],
    [{ [id]: '2026-13-29T02:30' }, null],
    [{ [id]: 5 }, null],
    [{ lesson: '2026-03-29T02:30' }, null],
    [[], null],
    ['2026-03-29T02:30', null],
  ])('%j are read as %j', (given, read) => {
    expect(readDates(given)).toEqual(read)
  })

  it('are a thousand at most', () => {
    const many = Array.from({ length: 1001 }, (_, at) => [
      id.slice(0, -4) + String(at).padStart(4, '0'),
      '2026-03-29T02:30',
    ])

    expect(readDates(Object.fromEntries(many.slice(1)))).not.toBeNull()
    expect(readDates(Object.fromEntries(many))).toBeNull()
  })
})

describe('the moments of a cohort', () => {
  const [march, april, may, june] = ['03', '04', '05', '06'].map(
    (month) => `2026-${month}-01T00:00:00Z`,
  )

  it.each([
    [{ startsAt: april }, null],
    [{ endsAt: may, startsAt: april }, null],
    [{ endsAt: april, startsAt: april }, 'endsAt'],
    [{ endsAt: march, startsAt: april }, 'endsAt'],
    [{ enrollFrom: march, enrollUntil: april, startsAt: may }, null],
    [{ enrollFrom: april, enrollUntil: march, startsAt: may }, 'enrollUntil'],
    [{ enrollFrom: may, startsAt: april }, 'enrollUntil'],
    [{ endsAt: may, enrollUntil: june, startsAt: april }, 'enrollUntil'],
    [{ endsAt: june, enrollUntil: may, startsAt: april }, null],
  ])('%j are misplaced at %j', (times, field) => {
    expect(misplacedTime(times)).toBe(field)
  })
})
