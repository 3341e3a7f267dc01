import type { Actor } from '@/test/isolation/actors'
import type { TestBrowser } from '@/test/push/server'

import { POST as authPost } from '@/app/api/auth/[...all]/route'
import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { env } from '@/env'
import { DEMO_PASSWORD, seedPeople } from '@/seed/people'
import { queueEmails } from '@/operations/mail/queueEmails'
import { factories } from '@/test/factories'
import { requestOf, settle, testPayload } from '@/test/harness'
import { callsAt } from '@/test/isolation/calls'
import { startPushServer } from '@/test/push/server'

const payload = testPayload()

let server: Awaited<ReturnType<typeof startPushServer>>

beforeAll(async () => {
  server = await startPushServer()
  env().PUSH_SERVICE_URL = server.url
})
afterAll(() => server.close())

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0'

/** Somebody of a new school who signs in as often as they like. */
const person = async (locale: 'en' | 'he' = 'en') => {
  const { id: tenant, slug } = await factories(payload()).tenant()
  const host = `${slug}.localhost`
  const origin = `http://${host}:3000`
  const email = `${crypto.randomUUID().slice(0, 8)}@example.com`
  const id = await asTenant(tenant, async () =>
    seedPeople({
      people: [{ name: 'Dev', email, roles: ['student'] }],
      req: await requestOf(),
      tenant,
    }),
  )
  await systemPool().query('update users set locale = $2 where id = $1', [id, locale])
  const auth = (path: string, body: object, cookie = '') =>
    authPost(
      new Request(`${origin}/api/auth/${path}`, {
        body: JSON.stringify(body),
        headers: {
          'Content-Type': 'application/json',
          cookie,
          host,
          origin,
          'user-agent': FIREFOX,
        },
        method: 'POST',
      }),
    )
  const signIn = async (): Promise<Actor> => {
    const answer = await auth('sign-in/email', { email, password: DEMO_PASSWORD })
    const cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')

    return { name: 'Dev', cookie }
  }
  const post = (actor: Actor, path: string, body: object) =>
    callsAt(host).rest(actor, { body, method: 'POST', path })
  const subscribe = async (actor: Actor, browser: TestBrowser) => {
    expect((await post(actor, 'account/push/key', {})).status).toBe(200)

    return post(actor, 'account/push', browser.subscription)
  }
  const tell = (...keys: string[]) =>
    asTenant(tenant, async () =>
      queueEmails({
        emails: keys.map((key) => ({
          data: { name: 'Dev', course: 'Light', message: 'New', url: `${origin}/learn/light` },
          key,
          locale: 'en' as const,
          template: 'courseUpdate' as const,
          to: email,
        })),
        req: await requestOf(),
        urgency: 'prompt',
      }),
    )
  const kept = async () =>
    (
      await systemPool().query<{ id: string }>(
        'select id from auth_sessions where tenant_id = $1 and push_endpoint is not null order by id',
        [tenant],
      )
    ).rows

  return {
    id,
    kept,
    post,
    signIn,
    signOut: (actor: Actor) => auth('sign-out', {}, actor.cookie),
    subscribe,
    tell,
    tenant,
  }
}

const shownIn = async (tenant: string): Promise<{ shown: number }> => {
  const { rows } = await systemPool().query<{ shown: number }>(
    'select count(*)::int as shown from notifications where tenant_id = $1 and is_shown',
    [tenant],
  )

  return rows[0] ?? { shown: -1 }
}

describe('a browser that is to be told', () => {
  it('is sent what only it can read, signed by its school, in its reader’s language and once', async () => {
    const [at, other] = [await person('he'), await person()]
    const [browser, elsewhere] = [server.subscribe(), server.subscribe()]
    expect((await at.subscribe(await at.signIn(), browser)).status).toBe(200)
    await other.subscribe(await other.signIn(), elsewhere)
    await Promise.all([at.tell('one'), at.tell('one')])
    await other.tell('one')
    await settle()
    const [first, ...rest] = server.deliveredTo(browser)
    expect(rest).toEqual([])
    expect(first).toMatchObject({
      message: { dir: 'rtl', lang: 'he', link: '/learn/light', title: 'מה חדש בקורס ״Light״' },
      ttl: 86_400,
    })
    expect(first?.topic).toMatch(/^[\da-f]{32}$/u)
    const [theirs] = server.deliveredTo(elsewhere)
    expect(theirs?.message).toMatchObject({ dir: 'ltr', lang: 'en' })
    expect(theirs?.key).not.toBe(first?.key)
  })

  it('gets nothing once push is switched off, and on that channel alone', async () => {
    const at = await person()
    const [actor, browser] = [await at.signIn(), server.subscribe()]
    await at.subscribe(actor, browser)
    const set = (channel: string, isOn: boolean) =>
      at.post(actor, 'account/notifications', { channel, event: 'courseUpdates', isOn })
    await set('inApp', false)
    await set('email', false)
    expect(await at.tell('one')).toBe(0)
    await set('push', false)
    await at.tell('two')
    await settle()
    expect(server.deliveredTo(browser)).toHaveLength(1)
    expect((await shownIn(at.tenant)).shown).toBe(0)
  })

  it.each([404, 410] as const)('is forgotten on %s, and the others are not', async (status) => {
    const at = await person()
    const [one, other] = [server.subscribe(), server.subscribe()]
    await at.subscribe(await at.signIn(), one)
    await at.subscribe(await at.signIn(), other)
    server.end(one, status)
    await at.tell('one')
    await settle()
    expect(await at.kept()).toHaveLength(1)
    expect(server.deliveredTo(other)).toHaveLength(1)
  })

  it('stays where its service fails for a time, and the message is sent again', async () => {
    const at = await person()
    const browser = server.subscribe()
    await at.subscribe(await at.signIn(), browser)
    await at.tell('one')
    server.failNext(1)
    await expect(settle()).rejects.toThrow(/answered 503/u)
    expect(await at.kept()).toHaveLength(1)
  })

  it('is forgotten with its session: by signing out, and by a suspension', async () => {
    const at = await person()
    const [one, other] = [server.subscribe(), server.subscribe()]
    const actor = await at.signIn()
    await at.subscribe(actor, one)
    await at.subscribe(await at.signIn(), other)
    expect((await at.signOut(actor)).status).toBe(200)
    expect(await at.kept()).toHaveLength(1)
    await at.tell('one')
    await systemPool().query(`update users set status = 'suspended' where id = $1`, [at.id])
    await settle()
    expect(server.deliveredTo(one)).toEqual([])
    expect(server.deliveredTo(other)).toEqual([])
  })

  it('is one however often it comes, and nobody else’s once somebody else has it', async () => {
    const at = await person()
    const browser = server.subscribe()
    const actor = await at.signIn()
    await Promise.all([1, 2, 3].map(() => at.subscribe(actor, browser)))
    const [{ id } = { id: '' }, ...rest] = await at.kept()
    expect(rest).toEqual([])
    const stranger = await person()
    const refused = await stranger.post(await stranger.signIn(), 'account/push/remove', { id })
    expect(refused.text).toBe('{"removed":false}')
    expect((await at.post(actor, 'account/push/remove', { id })).text).toBe('{"removed":true}')
    expect(await at.kept()).toEqual([])
  })

  it('is one of ten at most', async () => {
    const at = await person()
    for (const browser of Array.from({ length: 12 }, () => server.subscribe())) {
      await at.subscribe(await at.signIn(), browser)
    }
    expect(await at.kept()).toHaveLength(10)
  })

  it.each([
    'https://169.254.169.254/latest/meta-data',
    'http://127.0.0.1:1/x',
    'https://example.com/push',
  ])('is not at %s', async (endpoint) => {
    const at = await person()
    const { keys } = server.subscribe().subscription
    const answer = await at.post(await at.signIn(), 'account/push', { endpoint, keys })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('pushServiceUnknown')
  })
})
