import { DATA_CLASSES, daysFor, KEEPING } from './retention'

describe('how long data is kept', () => {
  it.each([
    ['mails', null, 365],
    ['mails', undefined, 365],
    ['mails', 60, 60],
    ['mails', 1, 30],
    ['mails', 9999, 1095],
    ['sessions', 0, 0],
  ] as const)('is, for %s of a school that says %s, %s days', (of, chosen, days) => {
    expect(daysFor(of, chosen)).toBe(days)
  })

  it.each(DATA_CLASSES)('has for %s a usual time within its bounds', (of) => {
    const { days, least, most } = KEEPING[of]
    expect(least <= days && days <= most).toBe(true)
  })
})
