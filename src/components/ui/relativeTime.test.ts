import { relativeTime } from './relativeTime'

const now = Date.UTC(2025, 0, 15, 12)
const said = (minutes: number, locale = 'en') =>
  relativeTime({ locale, now, then: now + minutes * 60_000 })

describe('relativeTime', () => {
  it('takes the largest unit that fits', () => {
    expect(said(0)).toBe('now')
    expect(said(-5)).toBe('5 minutes ago')
    expect(said(-60)).toBe('1 hour ago')
    expect(said(24 * 60)).toBe('tomorrow')
    expect(said(-8 * 24 * 60)).toBe('last week')
  })

  it('leaves what is far to the calendar', () => {
    expect(said(-40 * 24 * 60)).toBeNull()
  })

  it('speaks the reader’s language', () => {
    expect(said(-5, 'ru')).toBe('5 минут назад')
  })
})
