import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { seedPeople } from '@/seed/people'
import { factories } from '@/test/factories'
import { requestOf, testPayload } from '@/test/harness'
import { signIn } from '@/test/isolation/actors'
import { callsAt } from '@/test/isolation/calls'

const payload = testPayload()

/** A school and people of it, signed in, each with the roles named. */
const school = async (...people: string[][]) => {
  const { id: tenant, slug } = await factories(payload()).tenant()
  const host = `${slug}.localhost`
  const made = []
  for (const roles of people) {
    const email = `${crypto.randomUUID().slice(0, 8)}@example.com`
    const id = await asTenant(tenant, async () =>
      seedPeople({ people: [{ name: 'Ora', email, roles }], req: await requestOf(), tenant }),
    )
    const actor = await signIn({ name: 'Ora', email, host, payload: payload() })
    const patch = async (of: string, body: object) =>
      (await callsAt(host).rest(actor, { body, method: 'PATCH', path: `users/${of}` })).status
    made.push({ id, patch })
  }
  const owners = async () =>
    (
      await systemPool().query<{ n: number }>(
        `select count(*)::int as n from users u join users_roles r on r.parent_id = u.id
         where u.tenant_id = $1 and r.value = 'owner' and u.status = 'active'`,
        [tenant],
      )
    ).rows[0]?.n

  return { made, owners, tenant }
}

type Made = Awaited<ReturnType<typeof school>>['made'][number]

const two = ([one, other]: Made[]): [Made, Made] => {
  if (!one || !other) {
    throw new Error('Two people are needed.')
  }

  return [one, other]
}

describe('the last owner of a school', () => {
  it.each([
    [{ roles: ['admin'] }, 422],
    [{ status: 'suspended' }, 200],
    [{ status: 'banned' }, 200],
  ])('does not become %j, answered %i', async (change, status) => {
    const { made, owners } = await school(['owner'], ['admin'])
    const [one] = two(made)
    expect(await one.patch(one.id, change)).toBe(status)
    expect(await owners()).toBe(1)
  })

  it('stays when two dismiss each other at once, and when both step down', async () => {
    for (const whom of ['other', 'self'] as const) {
      const { made, owners } = await school(['owner'], ['owner'])
      const [one, other] = two(made)
      const [first, second] = whom === 'other' ? [other.id, one.id] : [one.id, other.id]
      const answers = await Promise.all([
        one.patch(first, { roles: ['student'] }),
        other.patch(second, { roles: ['student'] }),
      ])
      expect(answers.filter((status) => status === 200)).toHaveLength(1)
      expect(await owners()).toBe(1)
    }
  })
})

describe('roles', () => {
  it('are held several at once, and given by nobody above their own', async () => {
    const { made } = await school(['owner'], ['admin'])
    const [owner, admin] = two(made)
    const many = ['student', 'instructor', 'moderator', 'affiliate', 'support']
    expect(await admin.patch(admin.id, { roles: ['admin', ...many] })).toBe(200)
    expect(await admin.patch(admin.id, { roles: ['admin', 'owner'] })).toBe(400)
    expect(await owner.patch(owner.id, { roles: ['owner', 'superAdmin'] })).toBe(400)
    expect(await admin.patch(owner.id, { roles: ['student'] })).toBe(403)
  })

  it('and the school of an account are not taken from what a caller sends along', async () => {
    const [here, there] = [await school(['student'], ['owner']), await school(['owner'])]
    const [student, owner] = two(here.made)
    expect(await student.patch(student.id, { roles: ['owner'], tenant: there.tenant })).toBe(403)
    expect(await owner.patch(owner.id, { name: 'Ora', tenant: there.tenant })).toBe(200)
    const { rows } = await systemPool().query<{ tenant: string }>(
      'select tenant_id as tenant from users where id = any($1)',
      [[student.id, owner.id]],
    )
    expect(rows.map(({ tenant }) => tenant)).toEqual([here.tenant, here.tenant])
  })
})
