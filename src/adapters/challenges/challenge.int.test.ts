import type { Challenge } from 'altcha-lib/types'

import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'

import { testPayload } from '@/test/harness'

import { newChallenge, redeem } from './challenge'

testPayload()

const place = () => ({ form: 'sign-up', tenant: crypto.randomUUID() })

const solve = (challenge: Challenge) => solveChallenge({ challenge, deriveKey })

const text = (said: unknown): string => Buffer.from(JSON.stringify(said)).toString('base64')

/** A challenge with what a browser makes of it. */
const solved = async (at: { form: string; tenant: string }, now?: number) => {
  const challenge = await newChallenge(at, now)

  return { challenge, solution: await solve(challenge) }
}

describe('a challenge', () => {
  it('once solved lets one request pass, however many come at once', async () => {
    const at = place()
    const said = text(await solved(at))
    const all = await Promise.all(Array.from({ length: 20 }, () => redeem({ ...at, text: said })))

    expect(all.filter(Boolean)).toHaveLength(1)
    expect(await redeem({ ...at, text: said })).toBe(false)
  }, 60_000)

  it('holds for the school and the form that it was given for', async () => {
    const at = place()
    const said = text(await solved(at))

    expect(await redeem({ ...at, tenant: crypto.randomUUID(), text: said })).toBe(false)
    expect(await redeem({ ...at, form: 'mail', text: said })).toBe(false)
    expect(await redeem({ ...at, text: said })).toBe(true)
  }, 60_000)

  it('holds for ten minutes', async () => {
    const at = place()
    const [old, young] = [Date.now() - 601_000, Date.now() - 590_000]

    expect(await redeem({ ...at, text: text(await solved(at, old)) })).toBe(false)
    expect(await redeem({ ...at, text: text(await solved(at, young)) })).toBe(true)
  }, 60_000)

  it('is not made easier, or longer, by whoever solves it', async () => {
    const at = place()
    const { parameters, signature } = await newChallenge(at)
    const changes = [{ cost: 1 }, { keyPrefix: '0' }, { expiresAt: 9_999_999_999 }, { data: {} }]
    for (const change of changes) {
      const challenge = { parameters: { ...parameters, ...change }, signature }
      const solution = await solve(challenge)

      expect(await redeem({ ...at, text: text({ challenge, solution }) })).toBe(false)
    }
  }, 60_000)

  it('is not solved by anything else', async () => {
    const at = place()
    const { challenge, solution } = await solved(at)
    const wrong: unknown[] = [
      { challenge, solution: { ...solution, counter: Number(solution?.counter) + 1 } },
      { challenge, solution: { ...solution, derivedKey: '00'.repeat(32) } },
      { challenge: { ...challenge, signature: undefined }, solution },
      { challenge: { parameters: null, signature: 'x' }, solution },
      { challenge },
      { solution },
      null,
      [],
      'text',
      { challenge, more: 'x'.repeat(4000), solution },
    ]
    for (const one of wrong) {
      expect(await redeem({ ...at, text: text(one) })).toBe(false)
    }
    for (const one of ['', '{', '%%%', '\u0000']) {
      expect(await redeem({ ...at, text: one })).toBe(false)
    }
    expect(await redeem({ ...at, text: text({ challenge, solution }) })).toBe(true)
  }, 60_000)
})
