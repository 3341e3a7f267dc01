import { sql } from '@payloadcms/db-postgres'

import type { Exam } from '@/test/factories/exams'

import { asTenant } from '@/database/scope'
import { factories } from '@/test/factories'
import { begin, examRoom, handIn, inSchool } from '@/test/factories/exams'
import { requestOf, testPayload } from '@/test/harness'
import { statements } from '@/test/statements'

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
