import type { Visitor } from './visitor'

import { eventually } from './eventually'
import { send } from './http'
import { hostOf, originOf, port } from './place'
import { signedIn } from './visitor'

/** Addresses that no other test comes from. */
let nth = 0
const address = () => `198.18.${(nth += 1) >> 8}.${nth & 255}`

const ask = ({
  from = address(),
  method = 'GET',
  path,
  token,
  ...given
}: {
  body?: object
  from?: string
  method?: string
  path: string
  token?: string
}) =>
  send({
    ...given,
    headers: {
      'x-forwarded-for': from,
      ...(token && { authorization: `Bearer ${token}` }),
      ...(method !== 'GET' && { origin: originOf('aurora') }),
    },
    host: hostOf('aurora'),
    method,
    path,
    port: port(),
  })

const tokenOf = async (email: string): Promise<string> => {
  const answer = await ask({
    body: { email, password: 'lectern-demo' },
    method: 'POST',
    path: '/api/tokens',
  })

  return answer.json<{ accessToken: string }>().accessToken
}

it('has no page of a school wait behind those who sign in', async () => {
  let arrived = 0
  const storm = Promise.all(
    Array.from({ length: 40 }, async () => {
      const { status } = await ask({
        body: { email: 'student@aurora.test', password: 'lectern-demo' },
        method: 'POST',
        path: '/api/auth/sign-in/email',
      })
      arrived += 1

      return status
    }),
  )
  await eventually(() => Promise.resolve(arrived > 0))
  const page = await ask({ path: '/sign-in' })
  const before = arrived

  expect(page.status).toBe(200)
  expect(await storm).toEqual(Array.from({ length: 40 }, () => 200))
  expect(before).toBeLessThan(30)
}, 120_000)

describe('an API client', () => {
  it('may ask a hundred times a minute, from wherever, and is told how many are left', async () => {
    const token = await tokenOf('student@aurora.test')
    const all = await Promise.all(
      Array.from({ length: 130 }, () => ask({ path: '/api/account', token })),
    )
    const taken = all.filter(({ status }) => status === 200)
    const refused = all.filter(({ status }) => status === 429)

    expect([taken.length, refused.length]).toEqual([100, 30])
    expect(
      taken
        .map(({ headers }) => Number(/r=(\d+)/.exec(String(headers.ratelimit))?.[1]))
        .sort((a, b) => a - b),
    ).toEqual(Array.from({ length: 100 }, (_, at) => at))
    expect(refused[0]?.headers['ratelimit-policy']).toBe('"api";q=100;w=60')
    expect(Number(refused[0]?.headers['retry-after'])).toBeLessThanOrEqual(60)
    expect(refused[0]?.json()).toMatchObject({ code: 'tooMany' })
  }, 120_000)

  it('with a key of the slow class may ask thirty times a minute', async () => {
    const owner = await signedIn({ email: 'owner@aurora.test', place: 'aurora' })
    const made = await owner.post('/api/keys', {
      name: 'Slow',
      days: 30,
      rate: 'low',
      scopes: ['courses.read'],
    })
    const { id, key } = made.json<{ id: string; key: string }>()
    const all = await Promise.all(
      Array.from({ length: 40 }, () => ask({ path: '/api/courses?limit=1', token: key })),
    )
    await owner.post(`/api/keys/${id}/revoke`, {})

    expect(all.filter(({ status }) => status === 200)).toHaveLength(30)
    expect(all.find(({ status }) => status === 429)?.headers['ratelimit-policy']).toBe(
      '"api";q=30;w=60',
    )
  }, 120_000)

  it('may ask as often as the plan of the school says', async () => {
    const staff = await signedIn({ email: 'super@lectern.test', place: 'platform' })
    const { docs } = (await staff.get('/api/tenants?where[slug][equals]=aurora&depth=0')).json<{
      docs: { id: string }[]
    }>()
    const set = (requests: null | number) =>
      staff.patch(`/api/tenants/${docs[0]?.id}`, { settings: { limits: { requests } } })
    expect((await set(7)).status).toBe(200)
    const token = await tokenOf('student@aurora.test')
    const policy = await eventually(async () => {
      const { headers } = await ask({ path: '/api/account', token })

      return headers['ratelimit-policy'] === '"api";q=7;w=60' && headers['ratelimit-policy']
    })
    expect(policy).toBe('"api";q=7;w=60')
    expect((await set(null)).status).toBe(200)
  }, 120_000)
})

describe('somebody who', () => {
  it.each([
    ['signs in', '/api/auth/sign-in/email', 30],
    ['asks for accounts', '/api/auth/sign-up/email', 20],
    ['asks for mails', '/api/auth/request-password-reset', 10],
    ['checks out', '/api/checkout', 60],
  ])(
    '%s too often is asked to wait, and nobody else is',
    async (_, path, most) => {
      const from = address()
      const statuses = []
      for (let one = 0; one <= most; one += 1) {
        statuses.push((await ask({ body: {}, from, method: 'POST', path })).status)
      }
      expect(statuses.slice(0, most)).not.toContain(429)
      expect(statuses[most]).toBe(429)

      expect((await ask({ body: {}, method: 'POST', path })).status).not.toBe(429)
    },
    120_000,
  )
})

describe('a blocked address', () => {
  let owner: Visitor
  const blocks: string[] = []

  beforeAll(async () => {
    owner = await signedIn({ email: 'owner@aurora.test', place: 'aurora' })
  })
  afterAll(async () => {
    for (const id of blocks) {
      await owner.send({ method: 'DELETE', path: `/api/address-blocks/${id}` })
    }
  })

  const block = async (range: string, more: object = {}) => {
    const answer = await owner.post('/api/address-blocks', { range, reason: 'A test', ...more })
    if (answer.status === 201) {
      blocks.push(answer.json<{ doc: { id: string } }>().doc.id)
    }

    return answer
  }

  it('is told so calmly within a minute, in this school alone, until the block is taken away', async () => {
    const from = '198.19.7.7'
    expect((await ask({ from, path: '/courses' })).status).toBe(200)
    expect((await block('198.19.7.0/24')).status).toBe(201)
    const page = await eventually(async () => {
      const answer = await ask({ from, path: '/courses' })

      return answer.status === 403 && answer
    })
    expect(page.text).toContain('This page is closed from where you are')
    expect(page.headers['content-security-policy']).toContain('script-src')
    expect((await ask({ from, path: '/api/account' })).json()).toEqual({ code: 'addressBlocked' })
    expect((await ask({ from: '198.19.8.7', path: '/courses' })).status).toBe(200)
    const elsewhere = await send({
      headers: { 'x-forwarded-for': from },
      host: hostOf('ofek'),
      path: '/courses',
      port: port(),
    })
    expect(elsewhere.status).toBe(200)

    await owner.send({ method: 'DELETE', path: `/api/address-blocks/${blocks.pop()}` })
    await eventually(async () => (await ask({ from, path: '/courses' })).status === 200)
  }, 120_000)

  it('does not hold once its time is over', async () => {
    expect((await block('198.19.9.9', { expiresAt: '2020-01-01T00:00:00.000Z' })).status).toBe(201)
    expect((await block('198.19.9.10')).status).toBe(201)
    await eventually(
      async () => (await ask({ from: '198.19.9.10', path: '/courses' })).status === 403,
    )

    expect((await ask({ from: '198.19.9.9', path: '/courses' })).status).toBe(200)
  }, 120_000)

  it.each(['0.0.0.0/0', '10.0.0.0/8', '127.0.0', 'somebody', '10.0.0.1/40'])(
    'cannot be %s, which names none, or locks whoever asks out',
    async (range) => {
      expect((await block(range)).status).toBe(400)
    },
  )

  it('cannot be one from which another manager is signed in', async () => {
    const from = '198.18.200.9'
    const body = { email: 'owner@aurora.test', password: 'lectern-demo' }
    const path = '/api/auth/sign-in/email'
    expect((await ask({ body, from, method: 'POST', path })).status).toBe(200)
    const { status, text } = await block(`${from}/32`)

    expect([status, text.includes('signed in')]).toEqual([400, true])
  })
})
