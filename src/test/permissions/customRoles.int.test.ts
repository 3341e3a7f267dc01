import type { Permission } from '@/domain/identity/permissions/areas'

import { asTenant } from '@/database/scope'
import {
  permissionFor,
  permissionOn,
  PERMISSIONS,
  permits,
} from '@/domain/identity/permissions/areas'
import { COLLECTION_RULES } from '@/domain/identity/permissions/collections'
import { ENDPOINT_RULES } from '@/domain/identity/permissions/endpoints'
import { grantOf } from '@/domain/identity/permissions/grants'
import { newId } from '@/newId'
import { seedPeople } from '@/seed/people'
import { requestOf } from '@/test/harness'
import { signIn } from '@/test/isolation/actors'

import type { Called } from './callers'
import type { Place } from './calling/place'

import { askFor, cellOf } from './calling/ask'
import { placeIn } from './calling/place'
import { apiOf, HOST, setScene } from './scene'

const scene = setScene()

/** Somebody with a role of the school's own, beside being a student. */
const holder = async (name: string, permissions: readonly Permission[]): Promise<Called> => {
  const { owner, payload, school } = scene()
  const role = newId()
  await owner.query(
    'insert into custom_roles (id, tenant_id, name, created_at, updated_at) values ($1, $2, $3, now(), now())',
    [role, school, name],
  )
  for (const [order, value] of permissions.entries()) {
    await owner.query(
      'insert into custom_roles_permissions (id, "order", parent_id, value) values ($1, $2, $3, $4)',
      [newId(), order + 1, role, value],
    )
  }
  const email = `${name}@${HOST}.test`
  const id = await asTenant(school, async () =>
    seedPeople({
      people: [{ name, email, roles: ['student'] }],
      req: await requestOf(),
      tenant: school,
    }),
  )
  await owner.query('update users set custom_role_id = $1 where id = $2', [role, id])
  const again = () => signIn({ name, email, host: HOST, payload })

  return { ...(await again()), id, again, caller: 'student', email, host: HOST }
}

const READER = PERMISSIONS.filter((one) => one.endsWith('.read'))
const ONE: readonly Permission[] = ['sales.read']

const MADE: [string, readonly Permission[]][] = [
  ['reader', READER],
  ['bookkeeper', ONE],
]

const as = (caller: string): Called => {
  const found = scene().callers.find((one) => one.caller === caller)
  if (!found) {
    throw new Error(caller)
  }

  return found
}

const totalOf = async (who: Called, slug: string): Promise<string> => {
  const { status, text } = await apiOf(who).rest(who, { path: `${slug}/count` })

  return status === 200 ? String((JSON.parse(text) as { totalDocs: number }).totalDocs) : 'refused'
}

/** The panel's own tables are those of whoever may open it. */
const SLUGS = Object.keys(COLLECTION_RULES).filter((slug) => !slug.startsWith('payload-'))

let place: Place
beforeAll(async () => {
  const { owner, payload, school } = scene()
  place = await placeIn({ client: owner, payload, tenant: school })
}, 120_000)

describe.each(MADE)('a role of the school’s own, %s', (name, permissions) => {
  let who: Called
  beforeAll(async () => {
    who = await holder(name, permissions)
  })

  it('sees of each collection what an administrator does where a permission reaches, else what a learner does', async () => {
    const wrong: string[] = []
    for (const slug of SLUGS) {
      const needed = permissionOn(slug, 'read')
      const isReached = Boolean(needed && permits(permissions, needed))
      const rule = COLLECTION_RULES[slug]?.read ?? {}
      const alike = isReached && grantOf(rule, 'admin') === 'allowed' ? 'admin' : 'student'
      const [own, theirs] = [await totalOf(who, slug), await totalOf(as(alike), slug)]
      const isPersonal = alike === 'student' && grantOf(rule, 'student') === 'own'
      if (isPersonal ? (own === 'refused') !== (theirs === 'refused') : own !== theirs) {
        wrong.push(`${slug}: ${own}, as ${alike}: ${theirs}`)
      }
    }
    expect(wrong).toEqual([])
  }, 120_000)

  it('writes no collection', async () => {
    const wrong: string[] = []
    for (const slug of SLUGS) {
      const { status } = await apiOf(who).rest(who, { body: {}, method: 'POST', path: slug })
      if (![401, 403, 404].includes(status)) {
        wrong.push(`${slug}: ${status}`)
      }
    }
    expect(wrong).toEqual([])
  }, 120_000)

  it('calls what an administrator may where a permission reaches, and nothing else of theirs', async () => {
    const wrong: string[] = []
    for (const [called, rule] of Object.entries(ENDPOINT_RULES)) {
      const cell = grantOf(rule, 'admin')
      if (cell !== 'allowed' || grantOf(rule, 'student') !== 'denied') {
        continue
      }
      const [method = '', path = ''] = called.split(' ')
      const needed = permissionFor(method, path)
      const expected = needed && permits(permissions, needed) ? 'allowed' : 'denied'
      const found = cellOf(called, await askFor(who, called, place))
      if (found !== expected) {
        wrong.push(`${called}: ${found}, not ${expected}`)
      }
    }
    expect(wrong).toEqual([])
  }, 180_000)

  it('cannot be raised by its holder', async () => {
    const { owner } = scene()
    const ask = (path: string, body: object) =>
      apiOf(who)
        .rest(who, { body, method: 'PATCH', path })
        .then(({ status }) => status)
    expect(await ask(`users/${who.id}`, { roles: ['student', 'admin'] })).toBe(403)
    const { rows } = await owner.query<{ id: string }>(
      'select id::text from custom_roles where name = $1',
      [name],
    )
    expect(await ask(`custom-roles/${rows[0]?.id}`, { permissions: ['school.write'] })).toBe(403)
  })
})

describe('somebody who changes learners by a role of the school’s own', () => {
  it('changes learners, and nobody who works in the school, nor what anybody may', async () => {
    const who = await holder('registrar', ['learners.write'])
    const patch = async (id: string, body: object) =>
      (await apiOf(who).rest(who, { body, method: 'PATCH', path: `users/${id}` })).status
    const student = as('student').id
    expect(await patch(student, { bio: 'Hello' })).toBe(200)
    expect(await patch(student, { roles: ['student', 'admin'] })).toBe(400)
    expect(await patch(as('admin').id, { email: 'mine@example.com' })).toBe(403)
    expect(await patch(as('owner').id, { email: 'mine@example.com' })).toBe(403)
    const own = await patch(who.id, { email: 'other@example.com' })
    expect(own).toBe(403)
    const { rows } = await scene().owner.query(
      'select value from users_roles where parent_id = $1',
      [student],
    )
    expect(rows).toEqual([{ value: 'student' }])
  })
})

describe('a role that is held', () => {
  it('is not deleted, and names who holds it; an admin cannot give one', async () => {
    const { owner } = scene()
    const holding = await holder('kept', ['mail.read'])
    const { rows } = await owner.query<{ id: string }>(
      `select id::text from custom_roles where name = 'kept'`,
    )
    const id = rows[0]?.id ?? ''
    const boss = as('owner')
    const refused = await apiOf(boss).rest(boss, { method: 'DELETE', path: `custom-roles/${id}` })
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('kept')])
    const admin = as('admin')
    await apiOf(admin).rest(admin, {
      body: { customRole: id },
      method: 'PATCH',
      path: `users/${as('student').id}`,
    })
    const { rows: held } = await owner.query('select id from users where custom_role_id = $1', [id])
    expect(held).toHaveLength(1)
    await apiOf(boss).rest(boss, {
      body: { customRole: null },
      method: 'PATCH',
      path: `users/${holding.id}`,
    })
    expect(
      (await apiOf(boss).rest(boss, { method: 'DELETE', path: `custom-roles/${id}` })).status,
    ).toBe(200)
  })
})
