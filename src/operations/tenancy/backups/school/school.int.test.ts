import { text } from 'node:stream/consumers'

import { createLocalReq } from 'payload'

import { storage } from '@/adapters/storage'
import { systemPool } from '@/database/hosts'
import { asPlatform, asTenant } from '@/database/scope'
import { verifyAudit } from '@/operations/events/verifyAudit'
import { eventually } from '@/test/e2e/eventually'
import { factories } from '@/test/factories'
import { testPayload } from '@/test/harness'

import { takeBackup } from '../take'
import { previewSchool, restoreSchool } from './restoreSchool'

const payload = testPayload()

type Course = { id: string; title: string }

const coursesOf = async (tenant: string): Promise<Course[]> => {
  const { rows } = await systemPool().query<Course>(
    'select id, title from courses where tenant_id = $1 order by id',
    [tenant],
  )

  return rows
}

/** Everything of a school by table: how many rows, and a checksum of them. */
const everything = async (tenant: string): Promise<Record<string, string>> => {
  const { rows: tables } = await systemPool().query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
  )
  const found: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await systemPool().query<{ sum: string }>(
      `select count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) as sum from "${name}" t where tenant_id = $1`,
      [tenant],
    )
    found[name] = rows[0]?.sum ?? ''
  }

  return found
}

const put = (key: string, body: string) =>
  storage().put({ body: Buffer.from(body), contentType: 'text/plain', key })

const read = async (key: string): Promise<null | string> => {
  const found = await storage().get({ key })

  return found && text(found.stream)
}

const rename = (tenant: string, id: string, title: string) =>
  asTenant(tenant, () =>
    payload().update({ id, collection: 'courses', data: { title }, overrideAccess: true }),
  )

const school = async () => {
  const make = factories(payload())
  const { id: tenant } = await make.tenant()
  const courses = [
    await make.course({ tenant, title: 'First' }),
    await make.course({ tenant, title: 'Second' }),
  ]
  await make.section({ course: courses[0]?.id ?? '', tenant })
  await put(`${tenant}/media/kept.txt`, 'kept')

  return { ids: courses.map(({ id }) => id), tenant }
}

const backedUp = async (): Promise<string> => {
  const made = await takeBackup()
  if (!made) {
    throw new Error('Somebody else makes a backup.')
  }

  return made.id
}

/** Spoils a school as somebody does who regrets it. */
const spoil = async ({ ids, tenant }: { ids: string[]; tenant: string }) => {
  await rename(tenant, ids[0] ?? '', 'Spoilt')
  await systemPool().query('delete from course_log where course_id = $1', [ids[1]])
  await systemPool().query('delete from courses where id = $1', [ids[1]])
  await factories(payload()).course({ tenant, title: 'Since' })
  await put(`${tenant}/media/kept.txt`, 'spoilt')
  await put(`${tenant}/media/since.txt`, 'since')
  await systemPool().query(
    `update tenants set settings_invoicing_legal_name = 'Another', slug = slug || '-x' where id = $1`,
    [tenant],
  )
}

describe('a school restored to the moment of a backup', () => {
  it('has the rows and files of then, while the other goes on and loses nothing', async () => {
    const [mine, theirs] = [await school(), await school()]
    const before = await coursesOf(mine.tenant)
    const backup = await backedUp()
    await spoil(mine)
    await rename(theirs.tenant, theirs.ids[0] ?? '', 'Changed since, and to stay')
    const changes = await previewSchool({ backup, tenant: mine.tenant })
    expect(changes).toContainEqual({ back: 1, changed: 1, gone: 1, table: 'courses' })
    expect(await coursesOf(mine.tenant)).not.toEqual(before)

    let isOver = false
    const written: string[] = []
    const seen = new Set<string>()
    const writing = (async () => {
      while (!isOver) {
        const { id } = await factories(payload()).course({ tenant: theirs.tenant })
        written.push(id)
      }
    })()
    const reading = (async () => {
      while (!isOver) {
        seen.add(JSON.stringify((await coursesOf(mine.tenant)).map(({ title }) => title).sort()))
      }
    })()
    await eventually(() => Promise.resolve(written.length > 1))
    const done = await restoreSchool({ backup, payload: payload(), tenant: mine.tenant }).finally(
      () => {
        isOver = true

        return Promise.all([writing, reading])
      },
    )

    expect(done.changes).toEqual(changes)
    expect(done.proof.rows).toBeGreaterThan(2)
    expect(done.proof.checksum).toMatch(/^[0-9a-f]{32}$/)
    expect(await coursesOf(mine.tenant)).toEqual(before)
    expect([...seen].sort()).toEqual(['["First","Second"]', '["Since","Spoilt"]'])
    expect(await read(`${mine.tenant}/media/kept.txt`)).toBe('kept')
    expect(await read(`${mine.tenant}/media/since.txt`)).toBeNull()
    const theirCourses = await coursesOf(theirs.tenant)
    expect(theirCourses.map(({ id }) => id)).toEqual(
      expect.arrayContaining([...theirs.ids, ...written]),
    )
    expect(theirCourses.find(({ id }) => id === theirs.ids[0])?.title).toBe(
      'Changed since, and to stay',
    )
    const { rows } = await systemPool().query(
      'select settings_invoicing_legal_name as name, slug from tenants where id = $1',
      [mine.tenant],
    )
    expect(rows).toEqual([{ name: null, slug: expect.stringMatching(/-x$/) }])
  })

  it('leaves no row of another school another than it was', async () => {
    const [mine, theirs] = [await school(), await school()]
    const backup = await backedUp()
    await spoil(mine)
    const before = await everything(theirs.tenant)
    await restoreSchool({ backup, payload: payload(), tenant: mine.tenant })
    expect(await everything(theirs.tenant)).toEqual(before)
    // The fact of the restore itself, for which the school's pages are made anew.
    expect(await previewSchool({ backup, tenant: mine.tenant })).toEqual([
      { back: 0, changed: 0, gone: 1, table: 'events' },
    ])
  })

  it('stands in the audit log, whose proof holds, and signs everybody out', async () => {
    const mine = await school()
    const user = await factories(payload()).user({ tenant: mine.tenant })
    await systemPool().query(
      `insert into auth_sessions (id, tenant_id, user_id, token, expires_at) values (uuidv7(), $1, $2, $3, now() + interval '1 day')`,
      [mine.tenant, user.id, crypto.randomUUID()],
    )
    const backup = await backedUp()
    await spoil(mine)
    await restoreSchool({ backup, payload: payload(), tenant: mine.tenant })
    const { rows } = await systemPool().query(
      `select changes -> 'after' ->> 'backup' as backup from audit_entries where tenant_id = $1 and operation = 'school.restored'`,
      [mine.tenant],
    )
    expect(rows).toEqual([{ backup }])
    const proof = await asPlatform(async () =>
      verifyAudit({ req: await createLocalReq({}, payload()), tenant: mine.tenant }),
    )
    expect(proof.faults).toEqual([])
    const { rows: sessions } = await systemPool().query(
      'select 1 from auth_sessions where tenant_id = $1',
      [mine.tenant],
    )
    expect(sessions).toEqual([])
  })

  it('is refused for a school that was not there, and leaves everything as it is', async () => {
    const backup = await backedUp()
    const late = await school()
    const before = await everything(late.tenant)
    await expect(
      restoreSchool({ backup, payload: payload(), tenant: late.tenant }),
    ).rejects.toThrow('not in that backup')
    expect(await everything(late.tenant)).toEqual(before)
  })
})
