import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { row } from '@/database/transaction'
import { requestOf, testPayload } from '@/test/harness'
import { teamRoom } from '@/test/teamRoom'

const payload = testPayload()

type Room = Awaited<ReturnType<typeof teamRoom>>

type Call = Awaited<ReturnType<Room['as']>>

/** What is tried in a course, and whether it was let through. */
const attempts = ({ course, first: lesson }: Room, section: string) => {
  const ok = async (call: Call, ...asked: Parameters<Call>) => (await call(...asked)).status < 300

  return {
    addLesson: (call: Call) =>
      ok(call, 'POST', 'lessons?draft=true', { course, kind: 'text', section, title: 'New' }),
    addSection: (call: Call) => ok(call, 'POST', 'sections', { course, title: 'New' }),
    arrange: (call: Call) =>
      ok(call, 'PATCH', `courses/${course}/curriculum`, {
        change: { do: 'add', parts: [{ title: 'Part' }] },
      }),
    grade: async (call: Call) => (await call('GET', 'grading')).status === 200,
    publish: (call: Call) => ok(call, 'PATCH', `courses/${course}`, { _status: 'published' }),
    readDraft: (call: Call) => ok(call, 'GET', `courses/${course}?draft=true&depth=0`),
    readLesson: (call: Call) => ok(call, 'GET', `lessons/${lesson}?draft=true&depth=0`),
    tell: (call: Call) => ok(call, 'POST', `courses/${course}/updates`, { message: 'News' }),
    trash: (call: Call) => ok(call, 'DELETE', `courses/${course}?confirm=1`),
    writeCourse: (call: Call) =>
      ok(call, 'PATCH', `courses/${course}?draft=true`, { summary: 'Better' }),
    writeLesson: (call: Call) =>
      ok(call, 'PATCH', `lessons/${lesson}?draft=true`, { title: 'Better' }),
  }
}

type Attempt = keyof ReturnType<typeof attempts>

const room = async () => {
  const here = await teamRoom(payload())
  const section = await asTenant(here.tenant, async () =>
    row<{ id: string }>(
      await requestOf(),
      sql`select id from sections where course_id = ${here.course} limit 1`,
    ),
  )
  const tries = attempts(here, section?.id ?? '')
  /** What of it all a caller may do; the trash last. */
  const can = async (call: Call) => {
    const done: string[] = []
    const names = (Object.keys(tries) as Attempt[]).sort(
      (one, other) => Number(one === 'trash') - Number(other === 'trash'),
    )
    for (const name of names) {
      if (await tries[name](call)) {
        done.push(name)
      }
    }

    return done.sort()
  }

  return { ...here, can, section: section?.id ?? '' }
}

const READS = ['readDraft', 'readLesson']
const WRITES = ['addLesson', 'addSection', 'arrange', 'writeCourse', 'writeLesson']

describe('a course with a team', () => {
  it.each([
    ['viewer', READS],
    ['assistant', [...READS, 'grade']],
    ['editor', [...READS, ...WRITES, 'grade']],
    ['lead', [...READS, ...WRITES, 'grade', 'publish', 'tell', 'trash']],
  ] as const)(
    'lets a %s who was invited do what the role says, and nothing else',
    async (role, may) => {
      const here = await room()
      await asTenant(here.tenant, async () =>
        row(await requestOf(), sql`update courses set _status = 'draft' where id = ${here.course}`),
      )
      const { call } = await here.join('guest', role)
      expect(await here.can(call)).toEqual([...may].sort())
    },
  )

  it.each([
    ['viewer', ['grade', ...READS]],
    ['editor', [...READS, ...WRITES, 'grade']],
    ['lead', [...READS, ...WRITES, 'grade', 'publish', 'tell', 'trash']],
  ] as const)(
    'lets an instructor of the school who is its %s do what the role says',
    async (role, may) => {
      const here = await room()
      const { call } = await here.join('guest', role, ['instructor'])
      expect(await here.can(call)).toEqual([...may].sort())
    },
  )

  it('is not other instructors’ to change, and is again once nobody is in its team', async () => {
    const here = await room()
    const ines = await here.as('ines')
    const path = `lessons/${here.first}?draft=true`
    expect((await ines('PATCH', path, { title: 'b' })).status).toBe(200)
    const { id } = await here.join('guest', 'viewer')
    expect((await ines('PATCH', path, { title: 'c' })).status).toBe(403)
    expect((await ines('GET', `courses/${here.course}/curriculum`)).status).toBe(404)
    expect((await here.owner('PATCH', path, { title: 'c' })).status).toBe(200)
    await here.owner('POST', `team/${id}/remove`, { reason: 'It has ended' })
    expect((await ines('PATCH', path, { title: 'd' })).status).toBe(200)
  })

  it('stays its named instructor’s, who leads it', async () => {
    const here = await room()
    await here.people('dana', ['instructor'])
    const dana = await asTenant(here.tenant, async () =>
      row<{ id: string }>(await requestOf(), sql`select id from users where name = 'dana'`),
    )
    await here.owner('PATCH', `courses/${here.course}`, { instructor: dana?.id })
    const { call: editor } = await here.join('guest', 'editor')
    const { docs } = (await editor(
      'GET',
      `users?where[name][equals]=guest&depth=0`,
    )) as unknown as {
      docs: { id: string }[]
    }
    await editor('PATCH', `courses/${here.course}?draft=true`, { instructor: docs[0]?.id })
    const kept = (await here.owner(
      'GET',
      `courses/${here.course}?draft=true&depth=0`,
    )) as unknown as {
      instructor: string
    }
    expect(kept.instructor).toBe(dana?.id)
    expect(await here.can(await here.as('dana'))).toContain('publish')
  })
})

describe('somebody who was invited to one course', () => {
  it('has nothing of another, and nothing of the school besides', async () => {
    const here = await room()
    const { call } = await here.join('guest', 'lead')
    const other = await here.make.course({ _status: 'draft', tenant: here.tenant })
    const { id: section } = await here.make.section({ course: other.id, tenant: here.tenant })
    const { id: quiz } = await here.make.quiz({ tenant: here.tenant })
    const lesson = await here.make.lessonIn({
      course: other.id,
      kind: 'quiz',
      quiz,
      section,
      tenant: here.tenant,
    })

    expect((await call('GET', `courses/${other.id}?draft=true`)).status).toBe(404)
    expect((await call('PATCH', `courses/${other.id}`, { title: 'Mine' })).status).toBe(403)
    expect((await call('GET', `lessons/${lesson}?draft=true`)).status).toBe(404)
    expect((await call('GET', `quizzes/${quiz}`)).status).toBe(404)
    expect((await call('POST', 'sections', { course: other.id, title: 'Mine' })).status).toBe(403)
    expect((await call('PATCH', `lessons/${here.first}`, { section })).status).toBe(403)
    expect(
      (await call('POST', 'courses', { slug: 'mine', level: 'all', title: 'Mine' })).status,
    ).toBe(403)
    expect((await call('POST', 'pages', { slug: 'mine', layout: [], title: 'Mine' })).status).toBe(
      403,
    )
    expect(
      (
        await call('POST', `courses/${here.course}/clone`, {
          key: crypto.randomUUID(),
          title: 'Mine',
        })
      ).status,
    ).toBe(403)
    const { docs } = (await call('GET', 'users?limit=100')) as unknown as { docs: unknown[] }
    expect(docs).toHaveLength(1)
    expect((await call('GET', 'orders')).status).toBeLessThan(300)
  })
})
