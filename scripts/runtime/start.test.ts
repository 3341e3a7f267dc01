import { addressOf, welcome } from './addresses.mjs'
import { duration } from './output.mjs'
import { missingParts } from './parts.mjs'
import { backOff } from './supervise.mjs'

const local = { PORT: 3000, PUBLIC_PROTOCOL: 'http', ROOT_DOMAIN: 'localhost' } as const
const real = { PORT: 3000, PUBLIC_PROTOCOL: 'https', ROOT_DOMAIN: 'learn.example' } as const

describe('addresses', () => {
  it.each([
    [local, undefined, 'http://localhost:3000'],
    [local, 'aurora', 'http://aurora.localhost:3000'],
    [{ ...local, PORT: 80 }, undefined, 'http://localhost'],
    [real, 'aurora', 'https://aurora.learn.example'],
    [{ ...real, PUBLIC_PORT: 8443 }, undefined, 'https://learn.example:8443'],
  ])('of %j and school %p are as a browser sees them', (checked, school, expected) => {
    expect(addressOf({ checked, school })).toBe(expected)
  })

  it('of the demo come with its sign-ins', () => {
    const text = welcome({ checked: local, demo: true }).join('\n')

    for (const part of [
      'http://ofek.localhost:3000',
      'student@aurora.test',
      'lectern-demo',
      '/outbox',
    ]) {
      expect(text).toContain(part)
    }
  })

  it('of a platform of one’s own name no demo and, with real mail, no outbox', () => {
    const checked = { ...real, SMTP_URL: 'smtp://mail' }

    expect(welcome({ checked, demo: false })).toEqual(['  Platform        https://learn.example'])
  })
})

describe('starting', () => {
  it('names each part that is missing, once', () => {
    expect(missingParts({ checked: { UPLOADS_DIR: 'media/uploads' }, ffmpeg: false })).toHaveLength(
      5,
    )
  })

  it('names nothing where all is there', () => {
    const checked = {
      REDIS_URL: 'redis://r',
      S3_BUCKET: 'b',
      SMTP_URL: 'smtp://m',
      STRIPE_SECRET_KEY: 'k',
      UPLOADS_DIR: 'media/uploads',
    }

    expect(missingParts({ checked, ffmpeg: true })).toEqual([])
  })

  it('waits longer each time a process dies, half a minute at most', () => {
    expect([1, 2, 3, 5, 6, 60].map(backOff)).toEqual([1, 2, 4, 16, 30, 30])
  })

  it.each([
    [420, '0.4 s'],
    [12_400, '12 s'],
    [59_700, '1 min 0 s'],
    [125_000, '2 min 5 s'],
  ])('tells %p milliseconds as %s', (milliseconds, expected) => {
    expect(duration(milliseconds)).toBe(expected)
  })
})
