import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { DEMO_PASSWORD, seedPeople } from '@/seed/people'
import { factories } from '@/test/factories'
import { requestOf, testPayload } from '@/test/harness'
import { signIn } from '@/test/isolation/actors'
import { callsAt } from '@/test/isolation/calls'

import { totpCode, totpStep } from '@/operations/identity/totp'

const payload = testPayload()

type Body = Record<string, unknown>

/** An owner of a new school whose session began long ago, and the API as they call it. */
const owner = async () => {
  const { id: tenant, slug } = await factories(payload()).tenant()
  const host = `${slug}.localhost`
  const email = `${crypto.randomUUID().slice(0, 8)}@example.com`
  const id = await asTenant(tenant, async () =>
    seedPeople({
      people: [{ name: 'Ona', email, roles: ['owner'] }],
      req: await requestOf(),
      tenant,
    }),
  )
  const session = () => signIn({ name: 'Ona', email, host, payload: payload() })
  const [actor, elsewhere] = [await session(), await session()]
  const age = () =>
    systemPool().query(
      `update auth_sessions set created_at = now() - interval '11 minutes', proved_at = proved_at - interval '11 minutes' where user_id = $1`,
      [id],
    )
  await age()
  const send = async (method: 'GET' | 'POST', path: string, body?: object, by = actor) => {
    const { status, text } = await callsAt(host).rest(by, { body, method, path })

    return { body: (text.startsWith('{') ? JSON.parse(text) : { text }) as Body, status }
  }

  return { id, age, elsewhere, send, tenant }
}

const KEY = { name: 'Books', days: 30, scopes: ['courses.read'] }

const GUARDED = [
  ['GET', 'audit.csv', undefined],
  ['GET', 'people.csv', undefined],
  ['POST', 'account/exports', {}],
  ['POST', 'account/email', { email: 'new@example.com' }],
  ['POST', 'account/second-factor/codes', { code: '000000' }],
  ['POST', 'account/second-factor/off', { code: '000000' }],
  ['POST', 'earnings/account', { school: true }],
  ['POST', 'keys', KEY],
] as const

describe('showing once more who one is', () => {
  it.each(GUARDED)('is asked for by %s %s', async (method, path, body) => {
    const { send } = await owner()
    expect(await send(method, path, body)).toEqual({
      body: { code: 'reauthenticationNeeded' },
      status: 401,
    })
    expect((await send('POST', 'account/proof', { password: DEMO_PASSWORD })).status).toBe(200)
    expect((await send(method, path, body)).body).not.toHaveProperty(
      'code',
      'reauthenticationNeeded',
    )
  })

  it('is asked for where files of learners are taken, and where somebody’s second step is', async () => {
    const { id, send, tenant } = await owner()
    const make = factories(payload())
    const course = await make.course({ tenant })
    const needed = { body: { code: 'reauthenticationNeeded' }, status: 401 }
    const reset = [`users/${id}/second-factor/reset`, { reason: 'Lost their phone' }] as const
    expect(await send('GET', `courses/${course.id}/roster.csv`)).toEqual(needed)
    expect(await send('POST', ...reset)).toEqual(needed)
    await send('POST', 'account/proof', { password: DEMO_PASSWORD })
    expect((await send('GET', `courses/${course.id}/roster.csv`)).status).toBe(200)
    expect(await send('POST', ...reset)).toEqual({ body: { isReset: false }, status: 200 })
  })

  it('is not asked of a program, whose key somebody was asked for', async () => {
    const { send } = await owner()
    await send('POST', 'account/proof', { password: DEMO_PASSWORD })
    const { body } = await send('POST', 'keys', { ...KEY, scopes: ['learners.read'] })
    const bearer = String(body.key)
    expect(
      await send('GET', 'people.csv', undefined, { name: 'program', bearer, cookie: '' }),
    ).toMatchObject({ status: 200 })
  })

  it('holds for ten minutes, and in the session alone that showed it', async () => {
    const { age, elsewhere, send } = await owner()
    expect((await send('GET', 'account/proof')).body).toEqual({
      isFresh: false,
      ways: ['password'],
    })
    await send('POST', 'account/proof', { password: DEMO_PASSWORD })
    expect((await send('GET', 'account/proof')).body).toMatchObject({ isFresh: true })
    expect((await send('POST', 'keys', KEY, elsewhere)).status).toBe(401)
    expect((await send('POST', 'keys', KEY)).status).toBe(201)
    await age()
    expect((await send('POST', 'keys', KEY)).status).toBe(401)
  })

  it('takes the right password, and for an account without one a new session', async () => {
    const { id, send } = await owner()
    expect(await send('POST', 'account/proof', { password: 'not this one' })).toMatchObject({
      body: { code: 'wrongPassword' },
      status: 422,
    })
    expect((await send('POST', 'keys', KEY)).status).toBe(401)
    await systemPool().query('delete from auth_accounts where user_id = $1', [id])
    expect((await send('GET', 'account/proof')).body).toMatchObject({ ways: [] })
    expect(await send('POST', 'account/proof', { password: DEMO_PASSWORD })).toMatchObject({
      body: { code: 'signInAgain' },
      status: 422,
    })
  })

  it.each(['password', 'code'] as const)('takes the %s of whoever has both', async (way) => {
    const { age, send } = await owner()
    const begun = await send('POST', 'account/second-factor/begin', { password: DEMO_PASSWORD })
    const secret = String(begun.body.secret)
    const at = totpStep(new Date())
    await send('POST', 'account/second-factor/confirm', { code: totpCode({ secret, step: at }) })
    await age()
    expect((await send('GET', 'account/proof')).body).toEqual({
      isFresh: false,
      ways: ['password', 'code'],
    })
    const wrong = { code: '000000', password: 'not this one' }[way]
    expect((await send('POST', 'account/proof', { [way]: wrong })).status).toBe(422)
    expect((await send('POST', 'keys', KEY)).status).toBe(401)
    const right = { code: totpCode({ secret, step: at + 1 }), password: DEMO_PASSWORD }[way]
    expect((await send('POST', 'account/proof', { [way]: right })).status).toBe(200)
    expect((await send('POST', 'keys', KEY)).status).toBe(201)
  })

  it('takes one proof at a time, and no passkey that nobody made', async () => {
    const { send } = await owner()
    const both = { code: '000000', password: DEMO_PASSWORD }
    expect((await send('POST', 'account/proof', both)).status).toBe(400)
    expect((await send('POST', 'account/proof', {})).status).toBe(400)
    const made = { response: { id: 'a', response: {} } }
    expect(await send('POST', 'account/proof', made)).toMatchObject({
      body: { code: 'passkeyRefused' },
      status: 422,
    })
  })

  it('is not asked for right after signing in', async () => {
    const { id, send } = await owner()
    await systemPool().query('update auth_sessions set created_at = now() where user_id = $1', [id])
    expect((await send('POST', 'keys', KEY)).status).toBe(201)
  })
})
