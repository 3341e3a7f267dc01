import type { TypedUser } from 'payload'

import pg from 'pg'

import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { roleUrl } from '@/database/roles'
import { env } from '@/env'
import { factories } from '@/test/factories'
import { requestOf, testPayload } from '@/test/harness'

import { audited } from './audit'
import { forgetInAudit } from './forgetInAudit'
import { verifyAudit } from './verifyAudit'

const payload = testPayload()

let owner: pg.Client
let tenant: string

beforeAll(async () => {
  owner = new pg.Client({ connectionString: env().DATABASE_URL })
  await owner.connect()
})

afterAll(() => owner.end())

beforeEach(async () => {
  tenant = (await factories(payload()).tenant()).id
})

type Entry = {
  actor_id: null | string
  changes: { after?: object; before?: object }
  collection: string
  operation: string
  origin: null | { agent?: string; ip?: string }
  personal: null | object
  roles: string[]
  subject_id: null | string
}

const entries = async (): Promise<Entry[]> =>
  (
    await owner.query<Entry>(
      `select e.* from audit_entries e join audit_chain c on c.entry_id = e.id where c.tenant_id = $1 order by c.number`,
      [tenant],
    )
  ).rows

const prove = (known?: { hash: string; number: number }) =>
  asTenant(tenant, async () =>
    verifyAudit({ ...(known && { known }), req: await requestOf(), tenant }),
  )

const note = (operation: string) =>
  asTenant(tenant, async () => {
    const req = await requestOf()
    await inTransaction(req, () => audited(req, { operation, tenant }))
  })

/** Breaks into the log as only the owner of the machine can. */
const tamper = async (statement: string, values: unknown[] = []): Promise<void> => {
  await owner.query(`set session_replication_role = replica`)
  await owner.query(statement, values)
  await owner.query(`set session_replication_role = default`)
}

const staff = async () => {
  const person = await factories(payload()).user({ roles: ['owner'], tenant })

  return { ...person, roles: ['owner'], tenant }
}

describe('the audit log', () => {
  it('numbers what many do at once without a gap, and proves sound', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => note(`act.${index}`)))
    const { rows } = await owner.query<{ numbers: string }>(
      `select string_agg(number::text, ',' order by number) as numbers from audit_chain where tenant_id = $1`,
      [tenant],
    )
    expect(rows[0]?.numbers).toBe(Array.from({ length: 40 }, (_, index) => index + 1).join(','))
    expect(await prove()).toEqual({
      entries: 40,
      faults: [],
      head: { hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string, number: 40 },
    })
  })

  it('lets staff write at once, the same row and others, without a deadlock', async () => {
    const make = factories(payload())
    const who = (await staff()) as unknown as TypedUser
    const learners = await Promise.all(
      [1, 2, 3].map((number) => make.user({ name: `Learner ${number}`, tenant })),
    )
    const writes = Array.from({ length: 24 }, (_, index) =>
      asTenant(tenant, async () => {
        const req = await requestOf(who)
        await inTransaction(req, async () => {
          await audited(req, { operation: 'first', tenant })
          await payload().update({
            id: String(learners[index % 3]?.id),
            collection: 'users',
            data: { name: `Renamed ${index}` },
            overrideAccess: true,
            req,
          })
        })
      }),
    )
    const outcomes = await Promise.allSettled(writes)
    expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([])
    const told = await entries()
    expect(told.filter(({ operation }) => operation === 'first')).toHaveLength(24)
    expect(told.filter(({ operation }) => operation === 'update')).toHaveLength(24)
    expect((await prove()).faults).toEqual([])
  })

  it('leaves a draft out that saves itself, and nothing that merely says so', async () => {
    const make = factories(payload())
    const who = (await staff()) as unknown as TypedUser
    const learner = await make.user({ name: 'Noa', tenant })
    await asTenant(tenant, async () => {
      const req = await requestOf(who)
      req.payloadAPI = 'REST'
      req.query = { autosave: 'true', draft: 'true' }
      await payload().update({
        id: learner.id,
        collection: 'users',
        data: { name: 'Noa Renamed' },
        overrideAccess: true,
        req,
      })
    })
    expect((await entries()).at(-1)).toMatchObject({
      operation: 'update',
      subject_id: learner.id,
    })
  })

  it('has no entry of what was rolled back', async () => {
    await asTenant(tenant, async () => {
      const req = await requestOf()
      await inTransaction(req, async () => {
        await audited(req, { operation: 'never', tenant })
        throw new Error('No.')
      }).catch(() => undefined)
    })
    await note('kept')
    expect((await entries()).map(({ operation }) => operation)).toEqual(['kept'])
    expect((await prove()).faults).toEqual([])
  })

  it('says who changed what of a row, from what to what, in the transaction of the change', async () => {
    const make = factories(payload())
    const who = await staff()
    const course = await make.course({ tenant, title: 'Light' })
    await asTenant(tenant, async () => {
      const req = await requestOf(who)
      req.headers.set('x-forwarded-for', '192.0.2.7')
      req.headers.set('user-agent', 'Mozilla/5.0 Firefox/140.0')
      await payload().update({
        id: course.id,
        collection: 'courses',
        data: { title: 'Light and shade' },
        overrideAccess: true,
        req,
      })
    })
    const last = (await entries()).at(-1)
    expect(last).toMatchObject({
      actor_id: who.id,
      collection: 'courses',
      operation: 'update',
      origin: { agent: 'Mozilla/5.0 Firefox/140.0', ip: '192.0.2.7' },
      roles: ['owner'],
    })
    expect(last?.changes).toMatchObject({
      after: { title: 'Light and shade' },
      before: { title: 'Light' },
    })
  })

  it('keeps what is said of a person where it can be taken out, and stays sound without it', async () => {
    const make = factories(payload())
    const who = await staff()
    const learner = await make.user({ name: 'Noa Marked', tenant })
    await asTenant(tenant, async () => {
      await payload().update({
        id: learner.id,
        collection: 'users',
        data: { name: 'Noa Renamed' },
        overrideAccess: true,
        req: await requestOf(who as unknown as TypedUser),
      })
    })
    const entry = (await entries()).at(-1)
    expect(entry?.subject_id).toBe(learner.id)
    expect(JSON.stringify(entry?.changes)).not.toContain('Noa')
    expect(entry?.personal).toEqual({
      after: { name: 'Noa Renamed' },
      before: { name: 'Noa Marked' },
    })
    await asTenant(tenant, async () =>
      forgetInAudit({ account: learner.id, req: await requestOf() }),
    )
    expect((await entries()).at(-1)).toMatchObject({ personal: null, subject_id: learner.id })
    expect((await prove()).faults).toEqual([])
  })

  it('writes no secret down', async () => {
    const who = await staff()
    await asTenant(tenant, async () => {
      await payload().create({
        collection: 'secrets',
        data: { name: 'webhook', tenant, value: 'whsec_never_seen' },
        overrideAccess: true,
        req: await requestOf(who as unknown as TypedUser),
      })
    })
    const all = JSON.stringify(await entries())
    expect(all).toContain('secrets')
    expect(all).not.toContain('whsec_never_seen')
  })

  it.each(['lectern_app', 'lectern_system'] as const)(
    'lets %s neither change, delete nor truncate, and the owner neither',
    async (role) => {
      await note('kept')
      const client = new pg.Client({ connectionString: roleUrl(role) })
      await client.connect()
      await client.query(`select set_config('app.tenant', $1, false)`, [tenant])
      const refused = [
        `update audit_entries set operation = 'other' where tenant_id = '${tenant}'`,
        `update audit_entries set personal = '{}', personal_salt = 'x' where tenant_id = '${tenant}'`,
        `delete from audit_entries where tenant_id = '${tenant}'`,
        `truncate audit_entries cascade`,
        `update audit_chain set hash = '' where tenant_id = '${tenant}'`,
        `delete from audit_chain where tenant_id = '${tenant}'`,
        `truncate audit_chain`,
      ]
      for (const statement of refused) {
        await expect(client.query(statement)).rejects.toThrow()
        await expect(owner.query(statement)).rejects.toThrow(/append-only/)
      }
      await client.end()
      expect((await prove()).entries).toBe(1)
    },
  )

  it('finds an entry that was changed, deleted, moved or never numbered, and a chain that was cut', async () => {
    for (let n = 1; n <= 6; n += 1) {
      await note(`act.${n}`)
    }
    const known = (await prove()).head ?? undefined
    const at = (number: number) =>
      `(select entry_id from audit_chain where tenant_id = '${tenant}' and number = ${number})`
    const cases: [string, object][] = [
      [
        `update audit_entries set operation = 'other' where id = ${at(2)}`,
        { fault: 'changed', number: 2 },
      ],
      [`delete from audit_entries where id = ${at(3)}`, { fault: 'deleted', number: 3 }],
    ]
    for (const [statement, fault] of cases) {
      await tamper(statement)
      expect((await prove()).faults).toContainEqual(fault)
    }
    await tamper(`alter table audit_chain drop constraint audit_chain_entry_id_key`)
    await tamper(
      `update audit_chain c set entry_id = o.entry_id from audit_chain o
       where c.tenant_id = $1 and o.tenant_id = $1 and c.number in (4, 5) and o.number = 9 - c.number`,
      [tenant],
    )
    expect((await prove()).faults).toEqual(
      expect.arrayContaining([
        { fault: 'changed', number: 4 },
        { fault: 'changed', number: 5 },
      ]),
    )
    await tamper(`delete from audit_chain where tenant_id = $1 and number = 6`, [tenant])
    const { faults } = await prove()
    expect(faults).toContainEqual({ fault: 'unchained', number: null })
    expect(faults).toContainEqual({ fault: 'cut', number: 6 })
    await tamper(`delete from audit_chain where tenant_id = $1`, [tenant])
    await tamper(`delete from audit_heads where tenant_id = $1`, [tenant])
    await tamper(`delete from audit_entries where tenant_id = $1`, [tenant])
    expect((await prove()).faults).toEqual([])
    expect((await prove(known)).faults).toEqual([{ fault: 'changed', number: 6 }])
  })
})
