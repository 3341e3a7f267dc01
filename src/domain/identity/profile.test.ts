import { isOneLine, isShownTo } from './profile'

describe('a profile', () => {
  it.each([
    ['private', false, false],
    ['private', true, false],
    ['school', false, false],
    ['school', true, true],
    ['public', false, true],
    ['public', true, true],
  ] as const)(
    'that is %s, to somebody signed in: %p, is shown: %p',
    (visibility, isSignedIn, is) => {
      expect(isShownTo({ isSignedIn, visibility })).toBe(is)
    },
  )

  it('has a name of one line', () => {
    expect(isOneLine('Ада  Лавлейс־כהן')).toBe(true)
    expect(isOneLine('Ada\nBcc: all')).toBe(false)
    expect(isOneLine('Ada\u2028')).toBe(false)
  })
})
