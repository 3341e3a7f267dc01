import type { KeyView } from '@/operations/identity/apiKeys'
import type { Permission } from '@/domain/identity/permissions/areas'

import { COLLECTION_RULES } from '@/domain/identity/permissions/collections'
import { permissionOn } from '@/domain/identity/permissions/areas'
import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { seedPeople } from '@/seed/people'
import { factories } from '@/test/factories'
import { requestOf, testPayload } from '@/test/harness'
import { signIn } from '@/test/isolation/actors'
import { callsAt } from '@/test/isolation/calls'

const payload = testPayload()

const NOBODY = { name: 'nobody', cookie: '' }

/** Somebody of a new school, or of the one given, and the API as they call it. */
const worker = async (roles: string[], school?: { id: string; slug: string }) => {
  const { id: tenant, slug } = school ?? (await factories(payload()).tenant())
  const host = `${slug}.localhost`
  const email = `${crypto.randomUUID().slice(0, 8)}@example.com`
  const id = await asTenant(tenant, async () =>
    seedPeople({ people: [{ name: 'Wil', email, roles }], req: await requestOf(), tenant }),
  )
  const actor = await signIn({ name: 'Wil', email, host, payload: payload() })
  const api = callsAt(host)
  const post = async (path: string, body: object) => {
    const { status, text } = await api.rest(actor, { body, method: 'POST', path })

    return { body: JSON.parse(text) as Record<string, unknown>, status }
  }
  const make = async (scopes: readonly Permission[], more: object = {}) => {
    const { body, status } = await post('keys', { name: 'Books', days: 30, scopes, ...more })

    return { id: String(body.id), code: body.code, key: String(body.key), status }
  }
  const seen = async () =>
    (JSON.parse((await api.rest(actor, { path: 'keys' })).text) as { keys: KeyView[] }).keys
  const withKey = (bearer: string, path: string, method: 'GET' | 'PATCH' | 'POST' = 'GET') =>
    api.rest({ ...NOBODY, bearer }, { body: method === 'GET' ? undefined : {}, method, path })
  const status = async (bearer: string, path: string, method?: 'PATCH' | 'POST') =>
    (await withKey(bearer, path, method)).status

  return { id, actor, api, email, make, post, seen, status, tenant: { id: tenant, slug }, withKey }
}

describe('an API key', () => {
  it('is shown once, kept as a hash, and opens what it was made for alone', async () => {
    const { api, make, seen, status } = await worker(['owner'])
    const { key, status: made } = await make(['courses.read'])
    expect(made).toBe(201)
    expect(key).toMatch(/^lk_[\w-]{43}$/)
    const [kept] = await seen()
    expect(kept).toMatchObject({ name: 'Books', isOwn: true, scopes: ['courses.read'] })
    expect(key.startsWith(String(kept?.shown))).toBe(true)
    const { rows } = await systemPool().query('select * from api_keys')
    expect(JSON.stringify(rows)).not.toContain(key)

    expect(await status(key, 'courses')).toBe(200)
    expect(await status(key, 'courses', 'POST')).toBe(403)
    expect(await status(key, 'orders')).toBe(403)
    expect(await status(key, 'finance/transactions')).toBe(403)
    expect(await status(key, 'account')).toBe(403)
    expect(await status(key, 'keys')).toBe(403)
    expect(await status(key, 'keys', 'POST')).toBe(403)
    const of = { ...NOBODY, bearer: key }
    const good = await api.graphql(of, '{ Courses { totalDocs } }')
    expect(good.text).toContain('totalDocs')
    const bad = await api.graphql(of, '{ Orders { totalDocs } }')
    expect(bad.text).toMatch(/"statusCode":403/)
  })

  it('of one permission opens no collection of another, for reading or for writing', async () => {
    const { make, status } = await worker(['owner'])
    const { key } = await make(['mail.read'])
    const wrong: string[] = []
    for (const slug of Object.keys(COLLECTION_RULES)) {
      const opened = (await status(key, `${slug}?limit=1`)) === 200
      if (opened !== (permissionOn(slug, 'read') === 'mail.read')) {
        wrong.push(`${slug} read: ${opened}`)
      }
      if (![403, 404].includes(await status(key, slug, 'POST'))) {
        wrong.push(`${slug} create`)
      }
    }
    expect(wrong).toEqual([])
  }, 120_000)

  it('has no permission that its maker has not', async () => {
    const { make } = await worker(['support'])
    expect(await make(['courses.write'])).toMatchObject({
      code: 'beyondOwnPermissions',
      status: 422,
    })
    expect((await make(['learners.read'])).status).toBe(201)
  })

  it('is nobody’s who does not work in the school', async () => {
    const { make } = await worker(['student'])
    expect((await make(['courses.read'])).status).toBe(403)
  })

  it('is less when its owner is, and nothing when they may not act or do not work there any more', async () => {
    const { id, make, status } = await worker(['owner'])
    const { key } = await make(['courses.read', 'sales.read'])
    const pool = systemPool()
    expect(await status(key, 'coupons')).toBe(200)
    await pool.query(`update users_roles set value = 'instructor' where parent_id = $1`, [id])
    expect(await status(key, 'coupons')).toBe(403)
    expect(await status(key, 'courses')).toBe(200)
    await pool.query(`update users set status = 'suspended' where id = $1`, [id])
    expect(await status(key, 'users/me')).toBe(200)
    expect((await pool.query('select 1')).rowCount).toBe(1)
    expect(await status(key, 'coupons')).toBe(403)
    await pool.query(`update users set status = 'active' where id = $1`, [id])
    await pool.query(`update users_roles set value = 'student' where parent_id = $1`, [id])
    expect(await status(key, 'bank-questions')).toBe(403)
  })

  it('ends when it is revoked, by its owner or a manager, and when its time is over', async () => {
    const boss = await worker(['admin'])
    const teacher = await worker(['instructor'], boss.tenant)
    const other = await worker(['instructor'], boss.tenant)
    const { id, key } = await teacher.make(['courses.read'])
    expect((await other.post(`keys/${id}/revoke`, {})).status).toBe(404)
    expect(await other.seen()).toEqual([])
    expect(await boss.seen()).toHaveLength(1)
    expect(await teacher.status(key, 'bank-questions')).toBe(200)
    expect((await boss.post(`keys/${id}/revoke`, {})).status).toBe(200)
    expect(await teacher.status(key, 'bank-questions')).toBe(403)
    expect((await boss.post(`keys/${id}/revoke`, {})).status).toBe(404)

    const { key: short } = await teacher.make(['courses.read'])
    await systemPool().query(`update api_keys set expires_at = now() - interval '1 second'`)
    expect(await teacher.status(short, 'bank-questions')).toBe(403)
    const facts = await systemPool().query<{ fact: string }>(
      `select fact from events where tenant_id = $1 and fact like 'apiKey.%' order by id`,
      [boss.tenant.id],
    )
    expect(facts.rows.map(({ fact }) => fact)).toEqual([
      'apiKey.created',
      'apiKey.revoked',
      'apiKey.created',
    ])
  })

  it('is noise to another school, as a cookie, and once changed', async () => {
    const [one, other] = [await worker(['owner']), await worker(['owner'])]
    const { key } = await one.make(['courses.write'])
    expect(await other.status(key, 'bank-questions')).toBe(403)
    expect(await one.status(`${key.slice(0, -1)}_`, 'bank-questions')).toBe(403)
    const { status } = await one.api.rest(
      { name: 'forger', cookie: `session=${key}` },
      { path: 'bank-questions' },
    )
    expect(status).toBe(403)
  })

  it('gives nobody a role', async () => {
    const { id, api, make } = await worker(['owner'])
    const { key } = await make(['learners.write'])
    const { status } = await api.rest(
      { ...NOBODY, bearer: key },
      { body: { roles: ['student', 'owner', 'admin'] }, method: 'PATCH', path: `users/${id}` },
    )
    expect(status).toBe(400)
  })

  it('says when it was used without writing at each call', async () => {
    const { make, seen, status } = await worker(['owner'])
    const { key } = await make(['courses.read'])
    expect((await seen())[0]?.lastUsedAt).toBeNull()
    await status(key, 'courses')
    const first = (await seen())[0]?.lastUsedAt
    expect(first).toEqual(expect.any(String))
    await status(key, 'courses')
    expect((await seen())[0]?.lastUsedAt).toBe(first)
  })

  it.each([
    {},
    { name: '', days: 30, scopes: ['courses.read'] },
    { name: 'x', days: 31, scopes: ['courses.read'] },
    { name: 'x', days: 30, scopes: [] },
    { name: 'x', days: 30, scopes: ['everything'] },
    { name: 'x', days: 30, rate: 'endless', scopes: ['courses.read'] },
  ])('is not made of %j', async (body) => {
    expect((await (await worker(['owner'])).post('keys', body)).status).toBe(400)
  })
})
