import type { AccountAction } from '@/domain/identity/standing'

import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { eraseDueAccounts } from '@/operations/identity/eraseAccounts'
import { authFor } from '@/operations/identity/auth'
import { tenantOfHost } from '@/database/hosts'
import { DEMO_PASSWORD, seedPeople } from '@/seed/people'
import { factories } from '@/test/factories'
import { call, requestOf, testPayload } from '@/test/harness'

import { changeAccountStatus } from './people'

const payload = testPayload()

const see = <Row>(tenant: string, statement: ReturnType<typeof sql>) =>
  asTenant(tenant, async () => rows<Row>(await requestOf(), statement))

const personIn = async (tenant: string, roles = ['student']) => {
  const email = `ida-${crypto.randomUUID().slice(0, 8)}@example.com`
  const id = await asTenant(tenant, async () =>
    seedPeople({ people: [{ name: 'Ida Ink', email, roles }], req: await requestOf(), tenant }),
  )

  return { id, email, roles }
}

type Person = Awaited<ReturnType<typeof personIn>>

const school = async () => {
  const { id: tenant, slug } = await factories(payload()).tenant()

  return {
    slug,
    admin: await personIn(tenant, ['admin']),
    owner: await personIn(tenant, ['owner']),
    tenant,
  }
}

const act = (
  {
    by,
    on,
    reason = 'Shared the password',
    tenant,
  }: { by?: Person; on: { id: string }; reason?: string; tenant: string },
  action: AccountAction,
) =>
  call(changeAccountStatus, { data: { action, reason }, params: { id: on.id }, tenant, user: by })

const standing = async (tenant: string, { id }: { id: string }) =>
  (
    await see<{ erases: boolean; status: string }>(
      tenant,
      sql`select status::text as status, erasure_at is not null as erases from users where id = ${id}`,
    )
  )[0]

const signIn = async ({ slug, who }: { slug: string; who: Person }) => {
  const host = `${slug}.localhost`
  const tenant = await tenantOfHost(host)
  if (!tenant) {
    throw new Error('no such school')
  }
  const origin = `http://${host}:3000`
  const answer = await authFor({ host, payload: payload(), tenant }).handler(
    new Request(`${origin}/api/auth/sign-in/email`, {
      body: JSON.stringify({ email: who.email, password: DEMO_PASSWORD }),
      headers: { 'Content-Type': 'application/json', host, origin },
      method: 'POST',
    }),
  )

  return { body: (await answer.json()) as object, status: answer.status }
}

describe('the status of an account', () => {
  it.each([
    ['suspend', 'suspended', 'accountSuspended'],
    ['ban', 'banned', 'accountBanned'],
  ] as const)('after %s ends sessions, and says at the door why', async (action, status, code) => {
    const { slug, owner, tenant } = await school()
    const ida = await personIn(tenant)
    expect((await signIn({ slug, who: ida })).status).toBe(200)
    const { body } = await act({ by: owner, on: ida, tenant }, action)
    expect(body).toEqual({ changed: true, status })
    expect(await see(tenant, sql`select 1 from auth_sessions where user_id = ${ida.id}`)).toEqual(
      [],
    )
    expect(await signIn({ slug, who: ida })).toEqual({
      body: { code, message: code, reason: 'Shared the password' },
      status: 422,
    })
    expect(
      await see(
        tenant,
        sql`select kind::text as kind, data ->> 'reason' as reason from emails where "to" = ${ida.email}`,
      ),
    ).toEqual([{ kind: 'accountStatus', reason: 'Shared the password' }])
    expect(
      await see(
        tenant,
        sql`select fact, actor_id::text as actor from events where fact = 'account.statusChanged'`,
      ),
    ).toEqual([{ actor: owner.id, fact: 'account.statusChanged' }])
  })

  it('is restored with everything that was there', async () => {
    const { slug, owner, tenant } = await school()
    const ida = await personIn(tenant)
    const before = await see(
      tenant,
      sql`select to_jsonb(u) - 'updated_at' as all from users u where id = ${ida.id}`,
    )
    await act({ by: owner, on: ida, tenant }, 'ban')
    await act({ by: owner, on: ida, reason: 'Was not them', tenant }, 'restore')
    expect(
      await see(
        tenant,
        sql`select to_jsonb(u) - 'updated_at' as all from users u where id = ${ida.id}`,
      ),
    ).toEqual(before)
    expect((await signIn({ slug, who: ida })).status).toBe(200)
    expect(
      await see(
        tenant,
        sql`select action, before, after from account_changes order by created_at, id`,
      ),
    ).toEqual([
      { action: 'ban', after: 'banned', before: 'active' },
      { action: 'restore', after: 'active', before: 'banned' },
    ])
  })

  it('changes once, however many ask at once', async () => {
    const { admin, owner, tenant } = await school()
    const ida = await personIn(tenant)
    const answers = await Promise.all(
      [owner, admin, owner, admin].map((by) => act({ by, on: ida, tenant }, 'suspend')),
    )
    const changed = answers.filter(({ body }) => (body as { changed: boolean }).changed)
    expect(changed).toHaveLength(1)
    expect(await see(tenant, sql`select 1 from account_changes`)).toHaveLength(1)
  })

  it('is changed by managers alone, of nobody above them, and never their own', async () => {
    const { admin, owner, tenant } = await school()
    const [ida, support] = [await personIn(tenant), await personIn(tenant, ['support'])]
    expect((await act({ by: support, on: ida, tenant }, 'ban')).status).toBe(403)
    expect((await act({ by: ida, on: support, tenant }, 'ban')).status).toBe(403)
    expect((await act({ on: ida, tenant }, 'ban')).status).toBe(401)
    expect(await act({ by: admin, on: owner, tenant }, 'ban')).toMatchObject({
      body: { code: 'aboveYou' },
      status: 403,
    })
    expect((await act({ by: admin, on: admin, tenant }, 'suspend')).body).toEqual({
      code: 'yourself',
    })
    expect((await act({ by: admin, on: ida, reason: ' ', tenant }, 'suspend')).status).toBe(400)
    const other = await school()
    expect((await act({ by: owner, on: other.admin, tenant }, 'ban')).status).toBe(404)
    expect(await standing(other.tenant, other.admin)).toMatchObject({ status: 'active' })
  })
})

describe('an account that staff delete', () => {
  it('is shut at once, can be restored, and is erased when the days are over', async () => {
    const { owner, tenant } = await school()
    const [ida, eve] = [await personIn(tenant), await personIn(tenant)]
    for (const one of [ida, eve]) {
      await act({ by: owner, on: one, tenant }, 'delete')
      expect(await standing(tenant, one)).toEqual({ erases: true, status: 'suspended' })
    }
    expect((await act({ by: owner, on: ida, tenant }, 'delete')).body).toMatchObject({
      changed: false,
    })
    await act({ by: owner, on: eve, tenant }, 'restore')
    expect(await standing(tenant, eve)).toEqual({ erases: false, status: 'active' })
    await eraseDueAccounts({ now: new Date(Date.now() + 15 * 86_400_000), payload: payload() })
    expect(await standing(tenant, ida)).toMatchObject({ status: 'erased' })
    expect(await standing(tenant, eve)).toMatchObject({ status: 'active' })
    expect(
      await see(tenant, sql`select 1 from account_changes where account_id = ${ida.id}`),
    ).toEqual([])
  })
})

describe('the last owner of a school', () => {
  const demote = (tenant: string, { by, on }: { by: Person; on: Person }) =>
    asTenant(tenant, async () => {
      const req = await requestOf(by)

      return payload()
        .update({
          id: on.id,
          collection: 'users',
          data: { roles: ['student'] },
          depth: 0,
          overrideAccess: false,
          req,
        })
        .then(
          () => 'done',
          (error: { data?: { code?: string }; message: string }) =>
            error.data?.code ?? error.message,
        )
    })

  it.each(['suspend', 'ban', 'delete'] as const)(
    'stays when two owners %s each other at once',
    async (action) => {
      const { owner, tenant } = await school()
      const second = await personIn(tenant, ['owner'])
      const answers = await Promise.all([
        act({ by: owner, on: second, tenant }, action),
        act({ by: second, on: owner, tenant }, action),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
    },
  )

  it('stays when two owners take the role from each other at once, and when one leaves it', async () => {
    const { owner, tenant } = await school()
    const second = await personIn(tenant, ['owner'])
    const answers = await Promise.all([
      demote(tenant, { by: owner, on: second }),
      demote(tenant, { by: second, on: owner }),
    ])
    expect(answers.sort()).toEqual(['done', 'onlyOwner'])
    const left = answers[0] === 'done' ? [owner, second] : []
    expect(left).toHaveLength(2)
    const owners = await see<{ id: string }>(
      tenant,
      sql`select parent_id::text as id from users_roles where value = 'owner'`,
    )
    expect(owners).toHaveLength(1)
  })

  it('cannot be deleted as a row', async () => {
    const { owner, tenant } = await school()
    await expect(
      asTenant(tenant, async () =>
        payload().delete({
          id: owner.id,
          collection: 'users',
          overrideAccess: true,
          req: await requestOf(),
        }),
      ),
    ).rejects.toMatchObject({ data: { code: 'onlyOwner' } })
  })
})

it('is not lifted by a form that was opened before', async () => {
  const { admin, owner, tenant } = await school()
  const ida = await personIn(tenant)
  await act({ by: owner, on: ida, tenant }, 'ban')
  await asTenant(tenant, async () =>
    payload().update({
      id: ida.id,
      collection: 'users',
      data: { name: 'Ida', status: 'active' },
      depth: 0,
      overrideAccess: false,
      req: await requestOf(admin),
    }),
  )
  expect(await standing(tenant, ida)).toMatchObject({ status: 'banned' })
})
