import type { Actor } from '@/test/isolation/actors'

import { GET as authGet, POST as authPost } from '@/app/api/auth/[...all]/route'
import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { DEMO_PASSWORD, seedPeople } from '@/seed/people'
import { factories } from '@/test/factories'
import { requestOf, testPayload } from '@/test/harness'
import { callsAt } from '@/test/isolation/calls'

const payload = testPayload()

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0'
const SAFARI =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile/15E148 Safari/604.1'

/** Somebody of a new school that allows so many devices, who signs in from any of them. */
const person = async ({
  limit = null,
  roles = ['student'],
  whenFull = 'oldest',
}: { limit?: null | number; roles?: string[]; whenFull?: 'oldest' | 'refuse' } = {}) => {
  const { id: tenant, slug } = await factories(payload()).tenant()
  const host = `${slug}.localhost`
  const origin = `http://${host}:3000`
  await systemPool().query(
    'update tenants set settings_device_limit_most = $2, settings_device_limit_when_full = $3 where id = $1',
    [tenant, limit, whenFull],
  )
  const email = `${crypto.randomUUID().slice(0, 8)}@example.com`
  const id = await asTenant(tenant, async () =>
    seedPeople({ people: [{ name: 'Dev', email, roles }], req: await requestOf(), tenant }),
  )
  const signIn = async (agent = FIREFOX) => {
    const answer = await authPost(
      new Request(`${origin}/api/auth/sign-in/email`, {
        body: JSON.stringify({ email, password: DEMO_PASSWORD }),
        headers: { 'Content-Type': 'application/json', host, origin, 'user-agent': agent },
        method: 'POST',
      }),
    )
    const cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')

    return { name: 'Dev', code: answer.ok ? null : ((await answer.json()) as object), cookie }
  }
  const opens = async (actor: Actor) =>
    (await callsAt(host).rest(actor, { path: 'account' })).status
  const living = async () =>
    (
      await systemPool().query<{ n: number }>(
        'select count(*)::int as n from auth_sessions where user_id = $1',
        [id],
      )
    ).rows[0]?.n
  const letters = async () =>
    (
      await systemPool().query<{ data: object }>(
        `select data from emails where tenant_id = $1 and kind = 'newDevice'`,
        [tenant],
      )
    ).rows

  return { id, email, host, letters, living, opens, signIn, tenant }
}

describe('a school’s cap on devices', () => {
  it('signs out the one signed in longest, at its next request', async () => {
    const { living, opens, signIn } = await person({ limit: 2 })
    const [first, second, third] = [await signIn(), await signIn(), await signIn()]
    expect(await Promise.all([first, second, third].map(opens))).toEqual([401, 200, 200])
    expect(await living()).toBe(2)
  })

  it('refuses the new one where the school says so', async () => {
    const { opens, signIn } = await person({ limit: 1, whenFull: 'refuse' })
    const [first, second] = [await signIn(), await signIn()]
    expect(second.code).toMatchObject({ code: 'tooManySignIns' })
    expect([await opens(first), await opens(second)]).toEqual([200, 401])
  })

  it.each(['oldest', 'refuse'] as const)(
    'holds for many sign-ins at once (%s)',
    async (whenFull) => {
      const { living, opens, signIn } = await person({ limit: 2, whenFull })
      const all = await Promise.all(Array.from({ length: 8 }, () => signIn()))
      expect(await living()).toBe(2)
      const statuses = await Promise.all(all.map(opens))
      expect(statuses.filter((status) => status === 200)).toHaveLength(2)
    },
  )

  it('is for learners: those who work in the school are not counted', async () => {
    const { living, signIn } = await person({ limit: 1, roles: ['student', 'instructor'] })
    await signIn()
    await signIn()
    expect(await living()).toBe(2)
  })

  it('counts the clients of the API too', async () => {
    const { email, host, living, opens, signIn } = await person({ limit: 1 })
    const browser = await signIn()
    const { status } = await callsAt(host).rest(
      { name: 'nobody', cookie: '' },
      { body: { email, password: DEMO_PASSWORD }, method: 'POST', path: 'tokens' },
    )
    expect([status, await opens(browser), await living()]).toEqual([200, 401, 1])
  })
})

describe('a device that was not used before', () => {
  it('is told by mail, but for the first, and once for each kind', async () => {
    const { letters, signIn } = await person()
    await signIn()
    expect(await letters()).toEqual([])
    await Promise.all([signIn(SAFARI), signIn(SAFARI), signIn(SAFARI)])
    await signIn()
    expect(await letters()).toEqual([
      { data: expect.objectContaining({ device: 'Safari iPhone', place: null }) as object },
    ])
  })

  it('is not told to whoever does without such mails', async () => {
    const { host, letters, signIn } = await person()
    const actor = await signIn()
    const { status } = await callsAt(host).rest(actor, {
      body: { channel: 'email', event: 'signIns', isOn: false },
      method: 'POST',
      path: 'account/notifications',
    })
    expect(status).toBe(200)
    await signIn(SAFARI)
    expect(await letters()).toEqual([])
  })

  it('is still known when its session is over', async () => {
    const { host, letters, signIn } = await person()
    const actor = await signIn()
    await signIn(SAFARI)
    const headers = { cookie: actor.cookie, host, origin: `http://${host}:3000` }
    await authGet(new Request(`http://${host}:3000/api/auth/get-session`, { headers }))
    await systemPool().query('delete from auth_sessions')
    await signIn(SAFARI)
    expect(await letters()).toHaveLength(1)
  })
})
