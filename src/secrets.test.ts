import { env } from './env'
import { deriveSecret, seal, sealedNow, unseal } from './secrets'

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

describe('a key that was changed', () => {
  const OLD = 'an older master key of this installation'
  const NEW = 'a newer master key of this installation'

  afterEach(() => {
    env().SEALING_KEYS = []
  })

  it('opens what it sealed as long as it is given, and seals no more', () => {
    env().SEALING_KEYS = [OLD]
    const sealed = seal({ tenant, value: 'kept' })
    env().SEALING_KEYS = [NEW, OLD]
    expect(unseal({ sealed, tenant })).toBe('kept')
    expect(seal({ tenant, value: 'kept' }).startsWith(sealedNow())).toBe(true)
    expect(sealed.startsWith(sealedNow())).toBe(false)
    env().SEALING_KEYS = [NEW]
    expect(() => unseal({ sealed, tenant })).toThrow('No key')
  })

  it('is named by what it sealed without being told by it', () => {
    env().SEALING_KEYS = [NEW]
    const [version, id] = seal({ tenant, value: 'x' }).split('.')
    expect(version).toBe('v2')
    expect(id).toHaveLength(8)
    expect(NEW).not.toContain(id)
  })

  it('opens what was sealed before texts named their key', () => {
    const [, , ...parts] = seal({ tenant, value: 'from before' }).split('.')
    env().SEALING_KEYS = [NEW]
    expect(unseal({ sealed: ['v1', ...parts].join('.'), tenant })).toBe('from before')
  })
})
