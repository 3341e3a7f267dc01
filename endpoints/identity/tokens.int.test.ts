import { jest } from '@jest/globals'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { DEMO_PASSWORD, seedPeople } from '@/seed/people'
import { factories } from '@/test/factories'
import { requestOf, testPayload } from '@/test/harness'
import { callsAt } from '@/test/isolation/calls'
import { browserAt, schoolWith } from '@/test/signIn/visitor'
import { totpCode, totpStep } from '@/operations/identity/totp'

const payload = testPayload()

const NOBODY = { name: 'nobody', cookie: '' }

type Tokens = { accessToken: string; expiresIn: number; refreshToken: string }

/** A member of a new school, and the API there as a client without cookies calls it. */
const client = async () => {
  const { id: tenant, slug } = await factories(payload()).tenant()
  const email = `${crypto.randomUUID().slice(0, 8)}@example.com`
  const id = await asTenant(tenant, async () =>
    seedPeople({
      people: [{ name: 'Mia', email, roles: ['student'] }],
      req: await requestOf(),
      tenant,
    }),
  )
  const api = callsAt(`${slug}.localhost`)
  const post = async (path: string, body: object) => {
    const { status, text } = await api.rest(NOBODY, { body, method: 'POST', path })

    return { body: JSON.parse(text) as Record<string, unknown> & Tokens, status }
  }
  const take = (password = DEMO_PASSWORD) =>
    post('tokens', { device: 'Field app', email, password })
  /** The status with which an access token is answered; from another site's page, as far as it says. */
  const open = async (accessToken: string, path = 'account') =>
    (
      await api.rest(NOBODY, {
        headers: { Authorization: `Bearer ${accessToken}`, origin: 'https://elsewhere.test' },
        path,
      })
    ).status

  return { id, api, email, open, post, take, tenant }
}

describe('tokens of an account whose sign-in takes a second step', () => {
  it('are had with a code of the app, once, or with a recovery code', async () => {
    const { email, host } = await schoolWith(payload())
    const browser = browserAt(host)
    await browser.signIn(email)
    const { body } = await browser.post('account/second-factor/begin', { password: DEMO_PASSWORD })
    const codeIn = (by: number) =>
      totpCode({ secret: String(body.secret), step: totpStep(new Date()) + by })
    const confirmed = await browser.post('account/second-factor/confirm', { code: codeIn(0) })
    const [recovery] = confirmed.body.recoveryCodes as string[]
    const take = async (code?: string) =>
      browserAt(host).post('tokens', { code, device: 'Field app', email, password: DEMO_PASSWORD })

    expect(await take()).toMatchObject({ body: { code: 'secondFactorNeeded' }, status: 401 })
    expect(await take('000000')).toMatchObject({ body: { code: 'wrongCode' }, status: 422 })
    const code = codeIn(1)
    const taken = await take(code)
    expect(taken).toMatchObject({ body: { expiresIn: 900 }, status: 200 })
    expect(await take(code)).toMatchObject({ body: { code: 'wrongCode' }, status: 422 })
    expect(await take(recovery)).toMatchObject({ body: { expiresIn: 900 }, status: 200 })
    expect(await take(recovery)).toMatchObject({ status: 422 })

    const open = { authorization: `Bearer ${String(taken.body.accessToken)}` }
    const { body: found } = await browserAt(host, open).get('account/sessions')
    expect(JSON.stringify(found)).toContain('Field app')
  })

  it('are not had before it is set up, where the school asks for it', async () => {
    const { email, host, query } = await schoolWith(payload(), ['owner'])
    await query(`update tenants set settings_sign_in_staff_second_factor = true where id = $1`)
    expect(
      await browserAt(host).post('tokens', { code: '000000', email, password: DEMO_PASSWORD }),
    ).toMatchObject({ body: { code: 'secondFactorNeeded' }, status: 401 })
  })
})

describe('tokens of an API client', () => {
  it('open REST and GraphQL for a quarter of an hour, from any origin', async () => {
    const { id, api, open, take } = await client()
    const { body, status } = await take()
    expect(status).toBe(200)
    expect(body).toMatchObject({ expiresIn: 900, tokenType: 'Bearer' })
    expect(await open(body.accessToken)).toBe(200)
    const { text } = await api.graphql(
      { ...NOBODY, bearer: body.accessToken },
      '{ meUser { user { id } } }',
    )
    expect(text).toContain(id)
    jest.useFakeTimers({ advanceTimers: true, now: Date.now() + 901_000 })
    try {
      expect(await open(body.accessToken)).toBe(401)
    } finally {
      jest.useRealTimers()
    }
  })

  it('are refused with a wrong password, as for an address that nobody has', async () => {
    const { post, take } = await client()
    const wrong = await take('not this one')
    expect(wrong).toMatchObject({ body: { code: 'INVALID_EMAIL_OR_PASSWORD' }, status: 401 })
    expect(await post('tokens', { email: 'none@example.com', password: 'not this one' })).toEqual(
      wrong,
    )
  })

  it('are exchanged once: an old one that comes again ends the whole family', async () => {
    const { open, post, take } = await client()
    const { body: first } = await take()
    const second = await post('tokens/refresh', { refreshToken: first.refreshToken })
    expect(second.status).toBe(200)
    expect(second.body.refreshToken).not.toBe(first.refreshToken)
    expect(await open(second.body.accessToken)).toBe(200)

    const again = await post('tokens/refresh', { refreshToken: first.refreshToken })
    expect(again).toMatchObject({ body: { code: 'tokenReused' }, status: 400 })
    expect(await open(second.body.accessToken)).toBe(401)
    expect(await open(first.accessToken)).toBe(401)
    const last = await post('tokens/refresh', { refreshToken: second.body.refreshToken })
    expect(last).toMatchObject({ body: { code: 'tokenEnded' }, status: 400 })
  })

  it('are given to exactly one of many exchanges at once', async () => {
    const { post, take } = await client()
    const { refreshToken } = (await take()).body
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => post('tokens/refresh', { refreshToken })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  it('both fail from the next request on once the client signs out', async () => {
    const { open, post, take } = await client()
    const { accessToken, refreshToken } = (await take()).body
    expect((await post('tokens/end', { refreshToken })).body).toEqual({ ended: true })
    expect(await open(accessToken)).toBe(401)
    expect((await post('tokens/refresh', { refreshToken })).status).toBe(400)
  })

  it('stop at once for an account that may not act any more', async () => {
    const { id, open, post, take } = await client()
    const { accessToken, refreshToken } = (await take()).body
    await systemPool().query(`update users set status = 'suspended' where id = $1`, [id])
    expect(await open(accessToken)).toBe(401)
    expect((await post('tokens/refresh', { refreshToken })).status).toBe(400)
    expect((await take()).status).not.toBe(200)
  })

  it('are noise to another school, and as a cookie', async () => {
    const [one, other] = [await client(), await client()]
    const { accessToken, refreshToken } = (await one.take()).body
    expect(await other.open(accessToken)).toBe(401)
    expect((await other.post('tokens/refresh', { refreshToken })).status).toBe(400)
    expect(await one.open(accessToken)).toBe(200)
    for (const token of [accessToken, refreshToken]) {
      const { status } = await one.api.rest(
        { name: 'forger', cookie: `session=${encodeURIComponent(token)}` },
        { path: 'account' },
      )
      expect(status).toBe(401)
    }
  })

  it.each([
    ['a changed signature', (token: string) => `${token.slice(0, -2)}xx`],
    ['a later end', (token: string) => token.replace(/\.(\d+)\./, '.9999999999.')],
    ['a refresh token in its place', (_: string, refresh: string) => refresh],
    ['nothing', () => 'la_'],
  ])('do not open anything with %s', async (_, forge) => {
    const { open, take } = await client()
    const { accessToken, refreshToken } = (await take()).body
    expect(await open(forge(accessToken, refreshToken))).toBe(401)
  })

  it('are listed among the devices, where their session ends at once', async () => {
    const { id, api, open, take } = await client()
    const { accessToken } = (await take()).body
    const headers = { Authorization: `Bearer ${accessToken}` }
    const { text } = await api.rest(NOBODY, { headers, path: 'account/sessions' })
    expect(JSON.parse(text)).toMatchObject({ sessions: [{ app: 'Field app', isCurrent: true }] })
    expect(text).not.toContain('token')
    await systemPool().query('delete from auth_sessions where user_id = $1', [id])
    expect(await open(accessToken)).toBe(401)
  })

  it.each([
    {},
    { email: 5, password: 'x' },
    { email: 'a@b.test' },
    { device: 'a\nb', email: 'a', password: 'x' },
  ])('are not given for %j', async (body) => {
    expect((await (await client()).post('tokens', body)).status).toBe(400)
  })
})
