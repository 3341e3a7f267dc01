import { clockIn, momentAt } from './zoned'

describe('a time with its zone', () => {
  it.each([
    ['2026-01-15T12:00', 'UTC', '2026-01-15T12:00:00.000Z'],
    ['2026-01-15T12:00', 'Europe/Berlin', '2026-01-15T11:00:00.000Z'],
    ['2026-07-15T12:00', 'Europe/Berlin', '2026-07-15T10:00:00.000Z'],
    ['2026-07-15T00:30', 'Asia/Kolkata', '2026-07-14T19:00:00.000Z'],
    ['2026-01-01T00:00', 'Pacific/Kiritimati', '2025-12-31T10:00:00.000Z'],
    ['2026-03-29T01:59', 'Europe/Berlin', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29T03:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
  ])('%s in %s is %s', (clock, zone, moment) => {
    expect(momentAt(clock, zone)?.toISOString()).toBe(moment)
    expect(clockIn(new Date(moment), zone)).toBe(clock)
  })

  it('takes the first of an hour that is shown twice, and the next for one that is left out', () => {
    expect(momentAt('2026-10-25T02:30', 'Europe/Berlin')?.toISOString()).toBe(
      '2026-10-25T00:30:00.000Z',
    )
    expect(momentAt('2026-03-29T02:30', 'Europe/Berlin')?.toISOString()).toBe(
      '2026-03-29T01:30:00.000Z',
    )
  })

  it.each(['', '2026-13-45T99:99', 'tomorrow', '2026-01-15'])('is nothing for %j', (clock) => {
    expect(momentAt(clock, 'UTC')).toBeNull()
  })
})
