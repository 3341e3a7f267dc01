import { isLocale, LOCALES } from '../tenancy/locales'
import { ERASED_NAME, erasedEmail, erasedFrom } from './erasure'

describe('an erasure', () => {
  it('is due fourteen days after it was asked for, to the millisecond', () => {
    expect(erasedFrom(new Date('2026-02-20T10:30:00.123Z')).toISOString()).toBe(
      '2026-03-06T10:30:00.123Z',
    )
  })

  it('leaves a name in every language, and an address that nobody can have', () => {
    expect(Object.keys(ERASED_NAME).filter(isLocale)).toHaveLength(LOCALES.length)
    expect(new Set(Object.values(ERASED_NAME)).size).toBe(LOCALES.length)
    expect(erasedEmail('7')).toBe('7@erased.invalid')
  })
})
