import type { PeopleJobReport } from '@/domain/identity/people/job'
import type { ListedPerson } from '@/domain/identity/people/query'

import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { parseCsv } from '@/domain/csv'
import { runPeopleJob } from '@/operations/identity/people/runJob'
import { factories } from '@/test/factories'
import { call, requestOf, settle, testPayload } from '@/test/harness'
import { statements } from '@/test/statements'
import { headersOf, signedInBrowser } from '@/test/streams'

import { countOfPeople, listOfPeople, peopleFile } from './peopleDesk'
import { bulkOfPeople, importOfPeople, peopleJob, peopleJobFile, startOfImport } from './peopleJobs'

const payload = testPayload()
const make = () => factories(payload())

const see = <Row>(tenant: string, statement: ReturnType<typeof sql>) =>
  asTenant(tenant, async () => rows<Row>(await requestOf(), statement))

const school = async () => {
  const tenant = (await make().tenant()).id
  const [admin, owner] = [
    await make().user({ name: 'Ada Admin', roles: ['admin'], tenant }),
    await make().user({ name: 'Olga Owner', roles: ['owner'], tenant }),
  ]

  return { admin, owner, tenant }
}

type School = Awaited<ReturnType<typeof school>>

/** The owner at a browser where they have just signed in. */
const freshly = async ({ owner: user, tenant }: School) =>
  headersOf(await signedInBrowser({ host: 'aurora.localhost', tenant, user }))

const list = async ({ owner, tenant }: School, query: Record<string, string>) =>
  (await call(listOfPeople, { query, tenant, user: owner })).body as {
    next: null | string
    people: ListedPerson[]
  }

const namesOf = ({ people }: { people: ListedPerson[] }) => people.map(({ name }) => name)

describe('the people of a school', () => {
  it('are found by any part of a name or an address, by role, status, tag and course', async () => {
    const here = await school()
    const { tenant } = here
    const anna = await make().user({ name: 'Anna Smirnova', email: 'rose@tree.example', tenant })
    await make().user({
      name: 'Боб',
      email: 'bob@tree.example',
      roles: ['student', 'support'],
      tenant,
    })
    await see(tenant, sql`update users set tags = '["VIP"]' where id = ${anna.id}`)
    const course = await make().course({ tenant })
    await see(
      tenant,
      sql`insert into enrollments (id, tenant_id, course_id, learner_id, status, source, percent)
          values (uuidv7(), ${tenant}, ${course.id}, ${anna.id}, 'active', 'staff', 0)`,
    )
    for (const [query, names] of [
      [{ search: 'MIRN' }, ['Anna Smirnova']],
      [{ search: 'nna ose@' }, ['Anna Smirnova']],
      [{ search: 'ОБ' }, ['Боб']],
      [{ search: 'tree.' }, ['Anna Smirnova', 'Боб']],
      [{ search: '%' }, []],
      [{ role: 'support' }, ['Боб']],
      [{ role: 'owner' }, ['Olga Owner']],
      [{ tag: 'VIP' }, ['Anna Smirnova']],
      [{ course: course.id }, ['Anna Smirnova']],
      [{ status: 'banned' }, []],
    ] as const) {
      expect([query, namesOf(await list(here, query))]).toEqual([query, names])
    }
    const elsewhere = await school()
    expect(namesOf(await list(elsewhere, { search: 'anna' }))).toEqual([])
  })

  it('come in pages, each once, in one statement', async () => {
    const here = await school()
    await see(
      here.tenant,
      sql`insert into users (id, tenant_id, name, email, status) select uuidv7(), ${here.tenant}, 'Person ' || (n % 7), n || '@example.com', 'active'
          from generate_series(1, 60) n`,
    )
    for (const sort of ['name', 'newest']) {
      const found: string[] = []
      let after: null | string = null
      do {
        const page = await list(here, { limit: '13', sort, ...(after && { after }) })
        found.push(...page.people.map(({ id }) => id))
        after = page.next
      } while (after)
      expect([found.length, new Set(found).size]).toEqual([62, 62])
    }
    const asked = await asTenant(here.tenant, () =>
      statements(payload(), () => list(here, { search: '7' })),
    )
    expect(asked).toBe(1)
    expect(
      (await call(listOfPeople, { query: { after: 'x' }, tenant: here.tenant, user: here.owner }))
        .status,
    ).toBe(400)
  })

  it('are shown to staff alone', async () => {
    const { tenant } = await school()
    const student = await make().user({ tenant })
    expect((await call(listOfPeople, { tenant, user: student })).status).toBe(403)
    expect((await call(countOfPeople, { tenant, user: student })).status).toBe(403)
    expect((await call(peopleFile, { tenant, user: student })).status).toBe(403)
  })
})

const bulk = async (
  { tenant }: School,
  {
    by,
    key = crypto.randomUUID(),
    whom,
    work,
  }: { by: { id: string }; key?: string; whom: object; work: object },
) =>
  (await call(bulkOfPeople, { data: { key, whom, work }, tenant, user: by }))
    .body as PeopleJobReport

const report = async ({ owner, tenant }: School, { id }: { id: string }) =>
  (await call(peopleJob, { params: { id }, tenant, user: owner })).body as PeopleJobReport & {
    refused: { reason: string }[]
  }

const crowd = ({ tenant }: School, count: number) =>
  see<{ id: string }>(
    tenant,
    sql`insert into users (id, tenant_id, name, email, status, email_verified) select uuidv7(), ${tenant}, 'Crowd ' || n, n || '@crowd.example', 'active', true
        from generate_series(1, ${count}) n returning id`,
  )

describe('work on many people', () => {
  it('tags all that a filter names, once however often it is asked, with a line for each', async () => {
    const here = await school()
    await crowd(here, 12)
    const asked = {
      by: here.owner,
      key: 'once',
      whom: { filter: { search: 'crowd' } },
      work: { add: ['VIP'], do: 'tags', remove: [] },
    }
    const [first, second] = await Promise.all([bulk(here, asked), bulk(here, asked)])
    expect(first.id).toBe(second.id)
    await settle()
    expect(await report(here, first)).toMatchObject({
      counts: { changed: 12, failed: 0, waiting: 0 },
      state: 'done',
      total: 12,
    })
    expect(namesOf(await list(here, { tag: 'VIP' }))).toHaveLength(12)
    const again = await bulk(here, { ...asked, key: 'again' })
    await settle()
    expect((await report(here, again)).counts).toMatchObject({ changed: 0, unchanged: 12 })
    const file = await call(peopleJobFile, {
      headers: await freshly(here),
      params: { id: again.id },
      tenant: here.tenant,
      user: here.owner,
    })
    expect(parseCsv(String(file.body))).toHaveLength(13)
    expect(
      await see(
        here.tenant,
        sql`select distinct fact, actor_id::text as actor from events where fact = 'peopleJob.begun'`,
      ),
    ).toEqual([{ actor: here.owner.id, fact: 'peopleJob.begun' }])
  })

  it('passes over those above whoever asks, themselves and the last owner, and says why', async () => {
    const here = await school()
    await crowd(here, 3)
    const work = { action: 'suspend', do: 'status', reason: 'Over' }
    const job = await bulk(here, { by: here.admin, whom: { filter: {} }, work })
    await settle()
    const { counts, refused } = await report(here, job)
    expect(counts).toMatchObject({ changed: 3, failed: 2 })
    expect(refused.map(({ reason }) => reason).sort()).toEqual(['aboveYou', 'yourself'])
    const roles = await bulk(here, {
      by: here.admin,
      whom: { filter: { search: 'crowd 1' } },
      work: { add: ['owner'], do: 'roles', remove: [] },
    })
    await settle()
    expect((await report(here, roles)).refused).toMatchObject([{ reason: 'aboveYou' }])
  })

  it('goes on where a crash left it, and shares what is left between two workers', async () => {
    const here = await school()
    await crowd(here, 40)
    const { id } = await bulk(here, {
      by: here.owner,
      whom: { filter: { search: 'crowd' } },
      work: { action: 'suspend', do: 'status', reason: 'Over' },
    })
    await see(
      here.tenant,
      sql`update people_lines set result = 'changed' where job_id = ${id} and position <= 10`,
    )
    const run = () =>
      asTenant(here.tenant, () =>
        runPeopleJob({ id, payload: payload(), tenant: here.tenant, turn: 0 }),
      )
    await Promise.all([run(), run()])
    await run()
    expect(await report(here, { id })).toMatchObject({ counts: { changed: 40 }, state: 'done' })
    expect(await see(here.tenant, sql`select 1 from account_changes`)).toHaveLength(30)
  })

  it('stops for whoever may not do it any more', async () => {
    const here = await school()
    await crowd(here, 2)
    const job = await bulk(here, {
      by: here.admin,
      whom: { filter: { search: 'crowd' } },
      work: { add: ['x'], do: 'tags', remove: [] },
    })
    await see(here.tenant, sql`delete from users_roles where parent_id = ${here.admin.id}`)
    await settle()
    expect((await report(here, job)).refused.map(({ reason }) => reason)).toEqual([
      'forbidden',
      'forbidden',
    ])
  })
})

const bring = async ({ owner, tenant }: School, text: Buffer | string) =>
  call(importOfPeople, {
    bytes: Buffer.from(text),
    params: { key: crypto.randomUUID() },
    tenant,
    user: owner,
  })

const start = async (here: School, { id, mapping }: PeopleJobReport, more: object) => {
  const answer = await call(startOfImport, {
    data: { mapping, ...more },
    params: { id },
    tenant: here.tenant,
    user: here.owner,
  })
  await settle()

  return answer.status
}

const everything = ({ tenant }: School) =>
  see(
    tenant,
    sql`select to_jsonb(u) as row, (select array_agg(r.value::text order by r."order") from users_roles r where r.parent_id = u.id) as roles,
          (select count(*) from enrollments e where e.learner_id = u.id) as courses from users u where u.tenant_id = ${tenant} order by u.id`,
  )

describe('a file of people', () => {
  it('is checked without a trace, brought in, and changes nothing the second time', async () => {
    const here = await school()
    const course = await make().course({ tenant: here.tenant })
    const file = `\uFEFFE-mail;Имя;Роли;Tags;Courses;Language;Shoe size\r\nNEW@example.com;"Новый; человек";instructor;vip;${course.slug};ru;40\r\n;Nobody;;;;;\r\nx@example.com;X;wizard;;;;\r\ny@example.com;Y;;;no-such-course;;\r\n${here.admin.email};Ada;;;;xx;\r\n`
    const job = (await bring(here, file)).body as PeopleJobReport
    expect(job.mapping).toEqual(['email', 'name', 'roles', 'tags', 'courses', 'locale', null])
    const before = await everything(here)
    expect(await start(here, job, { isDry: true })).toBe(202)
    const dry = await report(here, job)
    expect(dry).toMatchObject({ counts: { added: 1, failed: 4 }, state: 'checked' })
    expect(dry.refused.map(({ reason }) => reason)).toEqual([
      'emailInvalid',
      'roleUnknown',
      'courseUnknown',
      'languageUnknown',
    ])
    expect(await everything(here)).toEqual(before)
    expect(await see(here.tenant, sql`select 1 from emails`)).toEqual([])
    await start(here, job, { invites: true, isDry: false })
    expect(await report(here, job)).toMatchObject({
      counts: { added: 1, failed: 4 },
      state: 'done',
    })
    expect(await start(here, job, { isDry: false })).toBe(409)
    expect(
      await see(
        here.tenant,
        sql`select kind::text as kind from emails where "to" = 'new@example.com' order by 1`,
      ),
    ).toContainEqual({
      kind: 'accountMade',
    })
    const after = await everything(here)
    expect(after).toHaveLength(before.length + 1)
    const second = (await bring(here, file)).body as PeopleJobReport
    await start(here, second, { isDry: false })
    expect((await report(here, second)).counts).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 1,
    })
    expect(await everything(here)).toEqual(after)
  })

  it('that was exported is brought in without loss, into another school too', async () => {
    const here = await school()
    await crowd(here, 5)
    await see(
      here.tenant,
      sql`update users set name = '=HYPERLINK("x")', bio = E'two\nlines, "quoted"', tags = '["-1", "VIP"]', locale = 'he', time_zone = 'Asia/Jerusalem'
          where email = '1@crowd.example'`,
    )
    const exported = await call(peopleFile, {
      headers: await freshly(here),
      query: { search: 'crowd.example' },
      tenant: here.tenant,
      user: here.owner,
    })
    const text = String(exported.body)
    expect(text).toContain(`"'=HYPERLINK(""x"")"`)
    const before = await everything(here)
    const same = (await bring(here, text)).body as PeopleJobReport
    await start(here, same, { isDry: false })
    expect((await report(here, same)).counts).toMatchObject({ unchanged: 5 })
    expect(await everything(here)).toEqual(before)
    const there = await school()
    const job = (await bring(there, text)).body as PeopleJobReport
    await start(there, job, { isDry: false })
    expect((await report(there, job)).counts).toMatchObject({ added: 5 })
    const told = (tenant: string) =>
      see(
        tenant,
        sql`select name, email, bio, tags, locale, time_zone from users where email = '1@crowd.example'`,
      )
    expect(await told(there.tenant)).toEqual(await told(here.tenant))
  })

  it('is refused where it is none, and for everybody but managers', async () => {
    const here = await school()
    for (const file of ['', 'email,name', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00])]) {
      expect((await bring(here, file)).body).toEqual({ code: 'notATable' })
    }
    const student = await make().user({ tenant: here.tenant })
    expect((await bring({ ...here, owner: student }, 'email\na@b.example')).status).toBe(403)
  })
})
