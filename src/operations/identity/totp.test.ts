import { base32, newTotpSecret, stepOfCode, totpAddress, totpCode, totpStep } from './totp'

// RFC 6238, appendix B: the secret of its SHA-1 vectors, and the last six digits of their codes.
const SECRET = base32(Buffer.from('12345678901234567890'))

describe('a code of an authenticator app', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('at %i seconds is %s', (seconds, code) => {
    expect(totpCode({ secret: SECRET, step: totpStep(new Date(seconds * 1000)) })).toBe(code)
  })

  it('is taken in its half minute, in the one before and in the one after', () => {
    const step = 1000
    const at = (by: number) =>
      stepOfCode({
        code: totpCode({ secret: SECRET, step }),
        now: new Date((step + by) * 30_000),
        secret: SECRET,
      })
    expect([-2, -1, 0, 1, 2].map(at)).toEqual([null, step, step, step, null])
  })

  it.each(['', '12345', '1234567', 'abcdef'])('is not %j', (code) => {
    expect(stepOfCode({ code, now: new Date(60_000), secret: SECRET })).toBeNull()
  })
})

it('writes base 32 as RFC 4648 does', () => {
  expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI')
  expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/)
})

it('names school and account in the address for an app', () => {
  expect(totpAddress({ account: 'a b@c.de', issuer: 'Two words', secret: 'ABC' })).toBe(
    'otpauth://totp/Two%20words:a%20b%40c.de?digits=6&issuer=Two%20words&period=30&secret=ABC',
  )
})
