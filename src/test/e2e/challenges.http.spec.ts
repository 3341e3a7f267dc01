import type { Challenge } from 'altcha-lib/types'

import { solutionOf } from '@/components/shell/solveChallenge'

import type { Running } from './processes'

import { newPerson } from './buying'
import { eventually } from './eventually'
import { untilHealthy } from './health'
import { send } from './http'
import { hostOf, port } from './place'
import { environment, freePort, startWeb } from './platform'
import { runSchool } from './runSchool'

/** Addresses that no other test comes from. */
let nth = 0
const address = () => `198.51.100.${(nth += 1)}`

const RESET = '/api/auth/request-password-reset'

const ask = ({
  at = port(),
  from,
  host = hostOf('aurora'),
  path = RESET,
  solution,
  ...given
}: {
  at?: number
  body?: object
  from: string
  host?: string
  path?: string
  solution?: string
}) =>
  send({
    body: { email: 'nobody@example.com', redirectTo: '/reset' },
    ...given,
    headers: {
      origin: `http://${host}`,
      'x-forwarded-for': from,
      ...(solution && { 'x-challenge-solution': solution }),
    },
    host,
    method: 'POST',
    path,
    port: at,
  })

/** What somebody is asked to work out at the first mail that is more than half of what an address may ask for. */
const challenged = async (from: string, path?: string): Promise<Challenge> => {
  for (let one = 0; one < 20; one += 1) {
    const { json, status } = await ask({ from, path })
    if (status === 422) {
      return json<{ challenge: Challenge }>().challenge
    }
  }
  throw new Error('Nothing was asked.')
}

describe('a form that is sent often from one address', () => {
  it('asks for nothing up to half of its limit, and then for something to be worked out', async () => {
    const from = address()
    const statuses = []
    for (let one = 0; one < 12; one += 1) {
      statuses.push((await ask({ from })).status)
    }

    expect(statuses).toEqual([
      ...Array<number>(5).fill(200),
      ...Array<number>(5).fill(422),
      429,
      429,
    ])
    expect((await ask({ from: address() })).status).toBe(200)
  }, 60_000)

  it('is taken with the solution, once, also where it is sent many times at once', async () => {
    const from = address()
    const challenge = await challenged(from)
    const solution = String(await solutionOf(challenge))
    const all = await Promise.all(Array.from({ length: 8 }, () => ask({ from, solution })))

    expect(all.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(all.filter(({ status }) => status === 422 || status === 429)).toHaveLength(7)
  }, 60_000)

  it('is not taken with what was solved for another form, or another school', async () => {
    const from = address()
    const solution = String(await solutionOf(await challenged(from)))
    const other = address()
    await challenged(other, '/api/auth/sign-up/email')

    expect(
      (
        await ask({
          body: newPerson('Rob Robot'),
          from: other,
          path: '/api/auth/sign-up/email',
          solution,
        })
      ).status,
    ).toBe(422)
    expect((await ask({ from, solution })).status).toBe(200)
  }, 60_000)

  it('says what is asked of whom it sent, and sets no cookie', async () => {
    const from = address()
    let answer = await ask({ from })
    while (answer.status === 200) {
      answer = await ask({ from })
    }
    const { challenge, code } = answer.json<{ challenge: Challenge; code: string }>()

    expect(code).toBe('challengeNeeded')
    expect(challenge.parameters.data).toEqual({ form: 'mail' })
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.headers.ratelimit).toMatch(/^"mail";r=\d+;t=\d+$/)
  }, 60_000)
})

describe('a school', () => {
  it('may have it asked always', async () => {
    const { host, owner } = await runSchool('Asks Always')
    const { docs } = (await owner.get('/api/tenants?depth=0')).json<{ docs: { id: string }[] }>()
    expect((await ask({ from: address(), host })).status).toBe(200)
    const settings = { signIn: { asksAlways: true } }
    expect((await owner.patch(`/api/tenants/${docs[0]?.id}`, { settings })).status).toBe(200)
    const asked = await eventually(async () => {
      const answer = await ask({ from: address(), host })

      return answer.status === 422 && answer
    })
    const solution = String(await solutionOf(asked.json<{ challenge: Challenge }>().challenge))

    expect((await ask({ from: address(), host, solution })).status).toBe(200)
  }, 120_000)
})

describe('two servers', () => {
  let second: number
  let web: Running

  beforeAll(async () => {
    second = await freePort()
    const env = {
      ...environment({ dns: await freePort(), port: second, url: process.env.E2E_DATABASE ?? '' }),
      // Browsers reach both at the first one's address.
      PUBLIC_PORT: String(port()),
      UPLOADS_DIR: process.env.E2E_UPLOADS,
    }
    web = startWeb({ env, port: second, title: 'second-web' })
    await untilHealthy({ patience: 150_000, port: second })
  }, 300_000)
  afterAll(() => web?.end(), 60_000)

  it('take what one of them asked once between them, however many bring it to both at once', async () => {
    const from = address()
    const solution = String(await solutionOf(await challenged(from)))
    const servers = [port(), second]
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, at) => ask({ at: servers[at % 2], from, solution })),
    )

    expect(all.filter(({ status }) => status === 200)).toHaveLength(1)
    for (const at of servers) {
      expect((await ask({ at, from, solution })).status).not.toBe(200)
    }
  }, 60_000)

  it('take at one what the other asked', async () => {
    const from = address()
    const solution = String(await solutionOf(await challenged(from)))

    expect((await ask({ at: second, from, solution })).status).toBe(200)
  }, 60_000)
})
