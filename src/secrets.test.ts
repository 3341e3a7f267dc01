import { deriveSecret, seal, unseal } from './secrets'

beforeAll(() => {
  Object.assign(process.env, {
    DATABASE_URL: 'postgres://nobody@127.0.0.1/none',
    LECTERN_SECRET: 'a secret for tests, of no use elsewhere',
  })
})

const tenant = '01a1fc16-b3da-7791-adae-5cacef7682b6'

describe('a school’s secret', () => {
  it('comes back as it was, and never shows in what is stored', () => {
    const sealed = seal({ tenant, value: 'sk_live_123' })
    expect(sealed).not.toContain('sk_live_123')
    expect(unseal({ sealed, tenant })).toBe('sk_live_123')
  })

  it('is sealed differently each time', () => {
    expect(seal({ tenant, value: 'same' })).not.toBe(seal({ tenant, value: 'same' }))
  })

  it('opens for no other school, and not once a character is changed', () => {
    const sealed = seal({ tenant, value: 'sk_live_123' })
    expect(() => unseal({ sealed, tenant: crypto.randomUUID() })).toThrow()
    expect(() =>
      unseal({ sealed: `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`, tenant }),
    ).toThrow()
    expect(() => unseal({ sealed: 'v0.a.b.c', tenant })).toThrow()
  })
})

describe('deriveSecret', () => {
  it('gives the same for one purpose and another for the next', () => {
    expect(deriveSecret({ purpose: 'a' })).toBe(deriveSecret({ purpose: 'a' }))
    expect(deriveSecret({ purpose: 'a' })).not.toBe(deriveSecret({ purpose: 'b' }))
    expect(deriveSecret({ length: 16, purpose: 'a' })).not.toBe(deriveSecret({ purpose: 'a' }))
  })
})
