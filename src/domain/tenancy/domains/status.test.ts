import type { Check, Checks } from './records'
import type { Certificate, Standing } from './status'

import { isCertificateTrouble, nextStanding, nextWait, seenAt } from './status'
import { troubleOf } from './trouble'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const good: Check = { found: [], isGood: true, reason: null }
const bad: Check = { found: [], isGood: false, reason: 'noRecord' }
const right: Checks = { address: good, authority: good, proof: good }
const certificate: Certificate = {
  detail: null,
  expiresAt: new Date(60 * DAY).toISOString(),
  issuer: 'A',
  problem: null,
}

const after = (
  standing: Standing,
  checks: Checks,
  { isProved = true, now = 0 }: { isProved?: boolean; now?: number } = {},
) => nextStanding({ checks, claimedAt: 0, isProved, now, standing })

describe('where a domain stands', () => {
  it('is connected once its records are right and it is proved', () => {
    for (const status of ['pending', 'expired', 'attention'] as const) {
      expect(after({ failures: 7, status }, right)).toEqual({ failures: 0, status: 'active' })
    }
    expect(after({ failures: 0, status: 'pending' }, right, { isProved: false }).status).toBe(
      'pending',
    )
  })

  it('waits for seven days and no longer', () => {
    const checks = { ...right, address: bad }
    const pending: Standing = { failures: 0, status: 'pending' }

    expect(after(pending, checks, { now: 7 * DAY - 1 }).status).toBe('pending')
    expect(after(pending, checks, { now: 7 * DAY }).status).toBe('expired')
  })

  it('needs attention after three looks in a row that found it wrong, and not before', () => {
    const checks = { ...right, authority: bad }
    const one = after({ failures: 0, status: 'active' }, checks, { now: 90 * DAY })
    const two = after(one, checks, { now: 90 * DAY })
    const three = after(two, checks, { now: 90 * DAY })

    expect([one.status, two.status, three.status]).toEqual(['active', 'active', 'attention'])
    expect(after(two, right)).toEqual({ failures: 0, status: 'active' })
  })
})

describe('the wait for the next look', () => {
  const wait = (given: Partial<Parameters<typeof nextWait>[0]>) =>
    nextWait({
      activeAt: null,
      claimedAt: 0,
      hasCertificate: true,
      now: 0,
      standing: { failures: 0, status: 'pending' },
      ...given,
    })

  it('grows with the age of a claim, and ends with it', () => {
    const waits = [0, 9, 30, 600, 3000].map((minutes) => Number(wait({ now: minutes * MINUTE })))

    expect(waits).toEqual([...waits].sort((a, b) => a - b))
    expect(waits[0]).toBe(MINUTE)
    expect(wait({ now: 7 * DAY, standing: { failures: 9, status: 'expired' } })).toBeNull()
  })

  it('is short while something is wrong, and never so short that authorities count it as a flood', () => {
    const active: Standing = { failures: 0, status: 'active' }
    const quiet = Number(wait({ activeAt: 0, now: DAY, standing: active }))

    expect(wait({ activeAt: 0, now: DAY, standing: { ...active, failures: 1 } })).toBeLessThan(
      quiet,
    )
    const unsecured = Number(
      wait({ activeAt: 0, hasCertificate: false, now: DAY, standing: active }),
    )
    expect(unsecured).toBeLessThan(quiet)
    expect((60 * MINUTE) / unsecured).toBeLessThan(5)
  })
})

describe('a certificate', () => {
  it('should have been renewed two weeks before its end', () => {
    expect(seenAt(certificate, 45 * DAY).problem).toBeNull()
    expect(seenAt(certificate, 47 * DAY).problem).toBe('expiring')
  })

  it('is trouble when it is not there ten minutes after the records were right', () => {
    const missing: Certificate = { ...certificate, problem: 'none' }
    const isTrouble = (now: number, given = missing) =>
      isCertificateTrouble({ activeAt: 0, certificate: given, now })

    expect([isTrouble(9 * MINUTE), isTrouble(10 * MINUTE)]).toEqual([false, true])
    expect(isTrouble(DAY, certificate)).toBe(false)
  })
})

describe('the trouble an owner is told of', () => {
  it('is that of the records first', () => {
    const missing: Certificate = { ...certificate, problem: 'none' }
    const elsewhere: Check = { ...bad, reason: 'pointsElsewhere' }

    expect(troubleOf({ certificate: missing, checks: { ...right, address: elsewhere } })).toBe(
      'pointsElsewhere',
    )
    expect(troubleOf({ certificate: missing, checks: { ...right, address: bad } })).toBe('noRecord')
    expect(
      troubleOf({
        certificate: null,
        checks: { ...right, authority: { ...bad, reason: 'forbidden' } },
      }),
    ).toBe('forbidden')
    expect(troubleOf({ certificate: missing, checks: right })).toBe('certificateMissing')
    expect(troubleOf({ certificate, checks: right })).toBeNull()
  })
})
