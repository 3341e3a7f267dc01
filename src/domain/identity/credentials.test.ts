import { emailFault, nameFault, passwordFault } from './credentials'

describe('an email address', () => {
  it.each(['a@b.co', 'first.last+tag@learn.example.com', 'имя@пример.рф'])(
    'accepts %s',
    (email) => {
      expect(emailFault(email)).toBeNull()
    },
  )

  it.each(['', 'a', 'a@b', '@b.co', 'a b@c.co', 'a@b@c.co', 'a@b.'])('refuses %j', (email) => {
    expect(emailFault(email)).toBe('invalidEmail')
  })
})

describe('a name', () => {
  it('needs more than spaces', () => {
    expect(nameFault(' Ada ')).toBeNull()
    expect(nameFault('  ')).toBe('nameMissing')
  })
})

describe('a new password', () => {
  it('has 8 to 128 characters', () => {
    expect(passwordFault('')).toBe('passwordMissing')
    expect(passwordFault('x'.repeat(7))).toBe('passwordShort')
    expect(passwordFault('x'.repeat(8))).toBeNull()
    expect(passwordFault('x'.repeat(128))).toBeNull()
    expect(passwordFault('x'.repeat(129))).toBe('passwordLong')
  })
})
