import { sql } from '@payloadcms/db-postgres'

import type { Exam } from '@/test/factories/exams'

import { asTenant } from '@/database/scope'
import { factories } from '@/test/factories'
import { assignmentRoom } from '@/test/factories/assignments'
import { begin, examRoom, handIn, inSchool } from '@/test/factories/exams'
import { classrooms } from '@/test/factories/learning'
import { call, requestOf, testPayload } from '@/test/harness'
import { statements } from '@/test/statements'

import { handInWork } from '@endpoints/learning/assignments'
import { decideOnSubmission } from '@endpoints/learning/submissionReviews'
import { pressingOf } from '@/operations/learning/pressing'
import { dashboardOf } from './dashboardView'

const payload = testPayload()

const seen = ({ learner, tenant }: Exam) =>
  asTenant(tenant, async () =>
    dashboardOf({ req: await requestOf(), user: { ...learner, timeZone: null } }),
  )

const due = ({ learner, tenant }: Exam) =>
  asTenant(tenant, async () => {
    const { attempts } = await pressingOf({ learner: learner.id, req: await requestOf() })

    return attempts
  })

describe('the dashboard', () => {
  it('reads what it shows of a learner in four statements, however much there is', async () => {
    const exam = await examRoom(payload())
    await begin(exam)
    expect(await statements(payload(), () => seen(exam))).toBeLessThanOrEqual(4)
  })

  it('suggests courses that the learner does not have', async () => {
    const exam = await examRoom(payload())
    const make = factories(payload())
    const other = await make.course({ tenant: exam.tenant })
    const { courses, suggested } = await seen(exam)

    expect(courses.map(({ course }) => course.slug)).toEqual([exam.slug])
    expect(suggested.map(({ id }) => id)).toEqual([other.id])
  })

  it('promises no lesson of a course that is paused, nor one whose time has come', async () => {
    const exam = await examRoom(payload())
    const read = async () => (await seen(exam)).courses
    await inSchool(exam, sql`update enrollments set next_release_at = now() + interval '1 day'`)
    await inSchool(exam, sql`update enrollments set status = 'paused', paused_at = now()`)
    expect(await read()).toMatchObject([{ isPaused: true, next: null, opensAt: null }])
    await inSchool(exam, sql`update enrollments set status = 'active', paused_at = null`)
    await inSchool(exam, sql`update lessons set release = '{"kind":"days","days":7}'`)
    expect(await read()).toMatchObject([{ next: null, opensAt: expect.any(String) }])
    await inSchool(exam, sql`update enrollments set next_release_at = now()`)
    expect(await read()).toMatchObject([{ next: null, opensAt: null }])
  })
})

describe('what is due', () => {
  it('is a quiz that was begun, until it is handed in', async () => {
    const exam = await examRoom(payload(), { timeLimit: 10 })
    expect(await due(exam)).toEqual([])
    const { attempt } = await begin(exam)
    expect(await due(exam)).toMatchObject([
      { attempt: attempt.id, course: { slug: exam.slug }, lesson: exam.lesson },
    ])
    await handIn(exam, attempt.id)
    expect(await due(exam)).toEqual([])
  })

  it('is nothing whose time ran out, and nothing of a course that was taken back', async () => {
    const exam = await examRoom(payload())
    const { attempt } = await begin(exam)
    const at = (moment: string) =>
      inSchool(exam, sql`update quiz_attempts set deadline_at = ${moment} where id = ${attempt.id}`)
    await at('2020-01-01T00:00:00Z')
    expect(await due(exam)).toEqual([])
    await at('2999-01-01T00:00:00Z')
    expect((await due(exam)).map(({ deadlineAt }) => deadlineAt?.slice(0, 4))).toEqual(['2999'])
    await inSchool(exam, sql`update enrollments set status = 'revoked'`)
    expect(await due(exam)).toEqual([])
  })

  it('is nobody else’s', async () => {
    const [exam, other] = [await examRoom(payload()), await examRoom(payload())]
    await begin(other)
    expect(await due({ ...exam, tenant: other.tenant })).toEqual([])
  })
})

/** A learner before an assignment with these rules, and what waits for them. */
const before = async (assignment: object) => {
  const room = await assignmentRoom(payload(), { assignment })
  const pressing = (now?: Date) =>
    asTenant(room.tenant, async () =>
      pressingOf({ learner: room.learner.id, now, req: await requestOf() }),
    )
  const handed = async (text: string, number: number) =>
    call(handInWork, {
      data: { number, text },
      params: { lesson: room.lesson },
      tenant: room.tenant,
      user: room.learner,
    })

  return { ...room, handed, pressing }
}

describe('an assignment that is due', () => {
  it('waits until it is handed in, and again once it is given back by a day', async () => {
    const here = await before({ due: 'enrolled', dueDays: 3, late: 'accepted' })
    const [work] = (await here.pressing()).work
    expect(work).toMatchObject({ isLate: false, isReturned: false, lesson: here.lesson })
    expect(work?.due).toMatch(/T23:59:00.000Z$/)
    const late = new Date(Date.now() + 5 * 86_400_000)
    expect((await here.pressing(late)).work).toMatchObject([{ isLate: true }])

    const { body } = await here.handed('First', 1)
    expect((await here.pressing()).work).toEqual([])
    const grader = await factories(payload()).user({ roles: ['instructor'], tenant: here.tenant })
    await call(decideOnSubmission, {
      data: { action: 'return', again: '2099-01-01', version: 0 },
      params: { id: (body as { id: string }).id },
      tenant: here.tenant,
      user: grader,
    })
    expect((await here.pressing()).work).toMatchObject([
      { due: '2099-01-01T23:59:00.000Z', isReturned: true },
    ])
    await here.handed('Second', 2)
    expect((await here.pressing()).work).toEqual([])
  })

  it('is not shown where it never is, where it is too late, nor where it is closed', async () => {
    const [never, refused] = [
      await before({ due: 'none' }),
      await before({ due: 'date', dueAt: '2020-01-01T12:00', late: 'refused' }),
    ]
    expect((await never.pressing()).work).toEqual([])
    expect((await refused.pressing()).work).toEqual([])

    const dripped = await before({ due: 'enrolled', dueDays: 3 })
    await inSchool(dripped, sql`update lessons set release = '{"kind":"days","days":7}'`)
    expect((await dripped.pressing()).work).toEqual([])
    await inSchool(dripped, sql`update lessons set release = null`)
    expect((await dripped.pressing()).work).toHaveLength(1)
    await inSchool(dripped, sql`update enrollments set status = 'paused', paused_at = now()`)
    expect((await dripped.pressing()).work).toEqual([])
  })
})

describe('what goes on in courses', () => {
  it('is live sessions of the next two weeks, in their order, until they end', async () => {
    const rooms = classrooms(payload())
    const session = (title: string, from: number, until: number) => ({
      kind: 'live' as const,
      live: {
        endsAt: new Date(Date.now() + until * 3_600_000).toISOString(),
        startsAt: new Date(Date.now() + from * 3_600_000).toISOString(),
      },
      title,
    })
    const room = await rooms.classroom({
      lessons: [
        session('Later', 48, 49),
        session('On', -1, 1),
        session('Over', -3, -2),
        session('Far', 24 * 20, 24 * 20 + 1),
      ],
    })
    const { live } = await asTenant(room.tenant, async () =>
      pressingOf({ learner: room.learner.id, req: await requestOf() }),
    )

    expect(live.map(({ title }) => title)).toEqual(['On', 'Later'])
  })

  it('is what was written to its learners since they enrolled, the newest three', async () => {
    const exam = await examRoom(payload())
    const write = (message: string, days: number) =>
      inSchool(
        exam,
        sql`insert into course_updates (id, tenant_id, course_id, message, recipients, created_at)
            values (uuidv7(), ${exam.tenant}, ${exam.course}, ${message}, 1, now() - make_interval(days => ${days}))`,
      )
    await inSchool(exam, sql`update enrollments set created_at = now() - interval '40 days'`)
    for (const [message, days] of [
      ['Old', 35],
      ['A', 20],
      ['B', 10],
      ['C', 5],
      ['D', 1],
    ] as const) {
      await write(message, days)
    }
    expect((await seen(exam)).news.map(({ message }) => message)).toEqual(['D', 'C', 'B'])
    await inSchool(exam, sql`update enrollments set created_at = now() - interval '7 days'`)
    expect((await seen(exam)).news.map(({ message }) => message)).toEqual(['D', 'C'])
  })
})
