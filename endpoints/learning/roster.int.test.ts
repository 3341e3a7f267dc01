import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import type { RosterPage, RosterRow } from '@/domain/learning/roster/row'

import { asTenant } from '@/database/scope'
import { inTransaction, rows } from '@/database/transaction'
import { countStandings } from '@/operations/learning/roster/standings'
import { assignmentRoom } from '@/test/factories/assignments'
import { drips } from '@/test/factories/drips'
import { begin, examRoom } from '@/test/factories/exams'
import { call, requestOf, settle, testPayload } from '@/test/harness'
import { headersOf, signedInBrowser } from '@/test/streams'

import { moreInQuizzes } from './allowances'
import { handInWork } from './assignments'
import { submit } from './attempts'
import { changeOfEnrollments } from './enrollmentChanges'
import { completed, watched } from './progress'
import { roster, rosterFile } from './roster'
import { decideOnSubmission } from './submissionReviews'

const payload = testPayload()
const make = () => drips(payload())

type Room = { course: string; tenant: string }

/** Whoever looks at rosters in a school, and what they see of one. */
const staffOf = async ({ course, tenant }: Room) => {
  const user = await make().user({ roles: ['admin'], tenant })
  const look = async (query: Record<string, string> = {}) => {
    await settle()
    await countStandings({ payload: payload() })
    const { body, status } = await call(roster, { params: { id: course }, query, tenant, user })
    expect({ body, status }).toMatchObject({ status: 200 })

    return (body as RosterPage).rows
  }
  const only = async (query: Record<string, string> = {}): Promise<RosterRow> => {
    const [row, ...others] = await look(query)
    expect(others).toEqual([])
    if (!row) {
      throw new Error('The roster is empty.')
    }

    return row
  }
  const change = (data: object) => call(changeOfEnrollments, { data, tenant, user })

  return { change, look, only, user }
}

const later = (room: Room, column: 'created_at' | 'last_activity_at', days: number) =>
  make().query(
    room,
    sql`update enrollments set ${sql.identifier(column)} = now() - ${days} * interval '1 day' where course_id = ${room.course}`,
  )

describe('who looks at a roster', () => {
  it('works in the school: everybody else is refused, and a course of another school is none', async () => {
    const { course, learner, tenant } = await make().classroom()
    const other = await make().classroom()
    const admin = await make().user({ roles: ['support'], tenant: other.tenant })
    const asked = { params: { id: course }, tenant }
    expect((await call(roster, { ...asked, user: learner })).status).toBe(403)
    expect((await call(rosterFile, { ...asked, user: learner })).status).toBe(403)
    expect((await call(roster, asked)).status).toBe(401)
    const beyond = { params: { id: course }, tenant: other.tenant, user: admin }
    expect((await call(roster, beyond)).status).toBe(404)
    expect((await call(rosterFile, beyond)).status).toBe(404)
  })

  it.each([
    { sort: 'size' },
    { state: 'asleep' },
    { stuck: 'bored' },
    { limit: '101' },
    { cohort: 'first' },
    { after: 'there' },
    { after: '0198f6a4-0000-7000-8000-000000000001_x', sort: 'progress' },
  ])('is told that %j cannot be asked', async (query) => {
    const room = await make().classroom()
    const { user } = await staffOf(room)
    const { status } = await call(roster, {
      params: { id: room.course },
      query: query as unknown as Record<string, string>,
      tenant: room.tenant,
      user,
    })
    expect(status).toBe(400)
  })
})

describe('a line of a roster', () => {
  it('says that nothing was done yet, and of what is done how far and when', async () => {
    const room = await make().classroom({
      lessons: [
        { completion: { rule: 'manual' }, kind: 'video' },
        { completion: { rule: 'manual' }, kind: 'video' },
      ],
    })
    const { learner, lessons, tenant } = room
    const { only } = await staffOf(room)
    expect(await only()).toMatchObject({
      lastActivityAt: null,
      learner: learner.id,
      percent: 0,
      state: 'notStarted',
      stuck: [],
    })
    const before = Date.now()
    await call(completed, { data: { lesson: lessons[0] }, tenant, user: learner })
    const row = await only({ sort: 'progress' })
    expect(row).toMatchObject({ percent: 50, state: 'learning' })
    expect(new Date(row.lastActivityAt ?? 0).getTime()).toBeGreaterThanOrEqual(before - 1000)
    await call(completed, { data: { lesson: lessons[1] }, tenant, user: learner })
    const done = await only({ state: 'completed' })
    expect(done.percent).toBe(100)
    expect(done.completedAt).not.toBeNull()
  })

  it('notes activity to the minute, without waiting for who holds the row', async () => {
    const room = await make().classroom({ lessons: [{ duration: 100, kind: 'video' }] })
    const { first, learner, tenant } = room
    const { only } = await staffOf(room)
    const see = () =>
      call(watched, {
        data: { lesson: first, position: 3, spans: [[0, 3]] },
        tenant,
        user: learner,
      })
    await Promise.all([see(), see(), see(), see()])
    const { lastActivityAt } = await only()
    expect(lastActivityAt).not.toBeNull()
    await see()
    expect((await only()).lastActivityAt).toBe(lastActivityAt)
    await later(room, 'last_activity_at', 1)
    await see()
    expect((await only()).lastActivityAt).not.toBe(lastActivityAt)
  })

  it('notes it where the row was held, once what was completed is counted', async () => {
    const lesson = { completion: { rule: 'manual' }, kind: 'video' } as const
    const room = await make().classroom({ lessons: [lesson] })
    const { first, learner, tenant } = room
    const { only } = await staffOf(room)
    const { id } = await only()
    await asTenant(tenant, async () => {
      const req = await requestOf()
      await inTransaction(req, async () => {
        await rows(req, sql`select 1 from enrollments where id = ${id} for no key update`)
        const { status } = await call(completed, {
          data: { lesson: first },
          tenant,
          user: learner,
        })
        expect(status).toBe(200)
      })
    })
    expect(await only()).toMatchObject({ lastActivityAt: expect.any(String), percent: 100 })
  })

  it('tells who is paused, removed and whose time is over', async () => {
    const room = await make().classroom()
    const { change, look, only } = await staffOf(room)
    const { id } = await only()
    const said = { enrollments: [id], reason: 'A trip' }
    await change({ action: 'pause', ...said })
    expect((await only({ state: 'paused' })).state).toBe('paused')
    await change({ action: 'resume', ...said })
    await make().query(
      room,
      sql`update enrollments set access_until = now() - interval '1 second' where id = ${id}`,
    )
    expect((await only({ state: 'ended' })).state).toBe('ended')
    expect(await look({ state: 'notStarted' })).toEqual([])
    await change({ action: 'remove', ...said })
    expect(await look()).toEqual([])
    expect((await only({ state: 'removed' })).id).toBe(id)
  })
})

describe('who is stuck', () => {
  it('did nothing for two weeks, counted from enrolling for who never began', async () => {
    const room = await make().classroom()
    const { look, only } = await staffOf(room)
    expect(await look({ stuck: 'any' })).toEqual([])
    await later(room, 'created_at', 15)
    expect((await only({ stuck: 'idle' })).stuck).toMatchObject([{ reason: 'idle' }])
    await later(room, 'last_activity_at', 13)
    expect(await look({ stuck: 'any' })).toEqual([])
  })

  it('is not who waits for a cohort to start', async () => {
    const room = await make().classroom()
    const { look } = await staffOf(room)
    await later(room, 'created_at', 60)
    const { course, learner, tenant } = room
    const cohort = await make().cohort({ course, startsAt: '2080-01-01T00:00:00.000Z', tenant })
    await make().inCohort(room, learner.id, cohort)
    expect(await look({ stuck: 'any' })).toEqual([])
    const [row] = await look({ cohort })
    expect(row).toMatchObject({ cohort: { id: cohort }, stuck: [] })
    expect(await look({ cohort: 'none' })).toEqual([])
  })

  it('failed a quiz and may not try it again, until staff allow one more', async () => {
    const exam = await examRoom(payload(), { attemptLimit: 1 })
    const { look, only, user } = await staffOf(exam)
    const { attempt } = await begin(exam)
    expect(await look({ stuck: 'any' })).toEqual([])
    const { learner, quiz, tenant } = exam
    await call(submit, {
      data: { answers: {} },
      params: { id: attempt.id },
      tenant,
      user: learner,
    })
    const row = await only({ stuck: 'failed' })
    expect(row).toMatchObject({
      quizzes: { all: 1, passed: 0, waiting: 0 },
      stuck: [{ reason: 'failed' }],
    })
    const more = { attempts: 1, factor: 1, minutes: 0, quiz, reason: 'Was ill' }
    await call(moreInQuizzes, { data: { enrollments: [row.id], ...more }, tenant, user })
    expect(await look({ stuck: 'any' })).toEqual([])
  })

  it('has work overdue or given back, until it is handed in; what waits is found as work to grade', async () => {
    const room = await assignmentRoom(payload(), {
      assignment: { due: 'date', dueAt: '2026-01-01T10:00', resubmission: 'returned' },
      lesson: { completion: { rule: 'passed' } },
    })
    const { look, only, user } = await staffOf(room)
    const { learner, lesson, tenant } = room
    expect(await only({ stuck: 'overdue' })).toMatchObject({
      assignments: { all: 1, passed: 0, returned: 0, waiting: 0 },
      stuck: [{ reason: 'overdue', since: '2026-01-01T10:01:00.000Z' }],
    })
    const handIn = (number: number) =>
      call(handInWork, {
        data: { number, text: `Cup ${number}` },
        params: { lesson },
        tenant,
        user: learner,
      })
    const { body } = await handIn(1)
    expect(await look({ stuck: 'any' })).toEqual([])
    expect(await only({ needsGrade: 'true' })).toMatchObject({
      assignments: { waiting: 1 },
      toGrade: 1,
    })
    const decided = await call(decideOnSubmission, {
      data: { action: 'return', comment: 'Again', version: 0 },
      params: { id: (body as { id: string }).id },
      tenant,
      user,
    })
    expect(decided).toMatchObject({ status: 200 })
    expect(await only({ stuck: 'returned' })).toMatchObject({
      assignments: { returned: 1, waiting: 0 },
      stuck: [{ reason: 'returned' }],
      toGrade: 0,
    })
    await handIn(2)
    expect(await look({ stuck: 'any' })).toEqual([])
    expect(await look({ needsGrade: 'true' })).toHaveLength(1)
  })

  it('follows the author who moves a date', async () => {
    const room = await assignmentRoom(payload(), { assignment: {} })
    const { look } = await staffOf(room)
    expect(await look({ stuck: 'any' })).toEqual([])
    const assignment = { due: 'date', dueAt: '2026-01-01T10:00' } as const
    await asTenant(room.tenant, () =>
      payload().update({
        id: room.lesson,
        collection: 'lessons',
        data: { assignment },
        overrideAccess: true,
      }),
    )
    expect(await look({ stuck: 'overdue' })).toHaveLength(1)
  })
})

describe('a roster as a file', () => {
  it('has everybody in a line of their own, whatever they are called', async () => {
    const room = await make().classroom()
    const { course, tenant } = room
    const { user } = await staffOf(room)
    const guest = await make().user({ name: '=HYPERLINK("x"), Jr', tenant })
    await make().enrolled({ course, learner: guest.id, tenant })
    const { body, headers } = await call(rosterFile, {
      headers: headersOf(await signedInBrowser({ host: 'aurora.localhost', tenant, user })),
      params: { id: course },
      query: { sort: 'name' },
      tenant,
      user,
    })
    const [head, first, ...others] = String(body).split('\r\n')
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(head).toMatch(/^\uFEFF?name,email,state,progress_percent,last_activity/)
    expect(first).toMatch(/^"'=HYPERLINK\(""x""\), Jr",/)
    expect(others).toHaveLength(2)
  })
})
