import { describe, expect, it } from '@jest/globals'
import config from '@payload-config'
import { sql } from '@payloadcms/db-postgres'
import { handleEndpoints } from 'payload'

import { asTenant } from '@/database/scope'
import { row, rows } from '@/database/transaction'
import { classrooms } from '@/test/factories/learning'
import { call, requestOf, testPayload } from '@/test/harness'
import { settleOnly } from '@/test/settleOnly'

import { completed, watched } from './progress'

const payload = testPayload()
const rooms = () => classrooms(payload())

type Room = Awaited<ReturnType<ReturnType<typeof rooms>['classroom']>>

const report = ({ learner: user, tenant }: Room, data: object) =>
  call(watched, { data, tenant, user })

const factsOf = async (tenant: string, fact: string) =>
  asTenant(tenant, async () =>
    rows(await requestOf(), sql`select id from events where fact = ${fact}`),
  )

const enrollmentOf = async ({ learner, tenant }: Room) =>
  asTenant(tenant, async () =>
    row<{ completed: boolean; percent: number }>(
      await requestOf(),
      sql`select percent::int as percent, completed_at is not null as completed from enrollments where learner_id = ${learner.id}`,
    ),
  )

describe('POST /api/progress/watched', () => {
  it('counts what was seen once, and nothing for seeking ahead', async () => {
    const room = await rooms().classroom()
    const lesson = room.first

    expect(await report(room, { lesson, position: 50, spans: [[0, 50]] })).toMatchObject({
      body: { completed: false, percent: 0, position: 50, share: 0.5 },
      status: 200,
    })
    expect(
      (
        await report(room, {
          lesson,
          position: 99,
          spans: [
            [20, 40],
            [98, 99],
          ],
        })
      ).body,
    ).toMatchObject({ completed: false, position: 99, share: 0.51 })
    expect((await report(room, { lesson, position: 300, spans: [[90, 400]] })).body).toMatchObject({
      completed: false,
      position: 100,
      share: 0.6,
    })
    expect((await report(room, { lesson, position: 90, spans: [[50, 90]] })).body).toMatchObject({
      completed: true,
      percent: 100,
      share: 1,
    })
  })

  it('loses nothing when tabs report side by side, and completes the lesson once', async () => {
    const room = await rooms().classroom()
    const lesson = room.first
    const parts = Array.from({ length: 20 }, (_, n) => [n * 5, n * 5 + 5])
    const answers = await Promise.all(
      parts.map((span) => report(room, { lesson, position: span[1], spans: [span] })),
    )

    expect(answers.map(({ status }) => status)).toEqual(parts.map(() => 200))
    expect((await report(room, { lesson, position: 0, spans: [] })).body).toMatchObject({
      completed: true,
      share: 1,
    })
    expect(await factsOf(room.tenant, 'lesson.completed')).toHaveLength(1)
  })

  it('is not moved backwards by a late report, yet counts what that had seen', async () => {
    const room = await rooms().classroom()
    const lesson = room.first
    const at = Date.now() - 60_000
    await report(room, { at: at + 30_000, lesson, position: 80, spans: [[70, 80]] })

    expect((await report(room, { at, lesson, position: 10, spans: [[0, 10]] })).body).toMatchObject(
      { position: 80, share: 0.2 },
    )
    expect(
      (await report(room, { at: at + 40_000, lesson, position: 5, spans: [] })).body,
    ).toMatchObject({ position: 5 })
  })

  it('takes a beacon of another device though its clock runs an hour fast', async () => {
    const room = await rooms().classroom()
    const lesson = room.first
    await report(room, { at: Date.now() + 3_600_000, lesson, position: 80, spans: [] })

    expect((await report(room, { lesson, position: 30, spans: [] })).body).toMatchObject({
      position: 30,
    })
  })

  it('completes the course once, however many lessons end at once', async () => {
    const room = await rooms().classroom({ lessons: [{}, {}] })
    await Promise.all(
      room.lessons.map((lesson) => report(room, { lesson, position: 100, spans: [[0, 100]] })),
    )
    await settleOnly(payload(), 'rollUpOnLessonCompleted')

    expect(await enrollmentOf(room)).toEqual({ completed: true, percent: 100 })
    expect(await factsOf(room.tenant, 'course.completed')).toHaveLength(1)
  })

  it('rewrites nothing that an index holds, so that it goes into none', async () => {
    const room = await rooms().classroom()
    const rewritten = 'spans, seconds, share, position, position_at, updated_at, completed_at'
    const held = await asTenant(room.tenant, async () =>
      rows<{ column: string }>(
        await requestOf(),
        sql`select a.attname as column from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey::int2[])
            where i.indrelid = 'progress'::regclass`,
      ),
    )
    const columns = held.map(({ column }) => column)
    expect(columns).toContain('lesson_id')
    expect(columns.filter((column) => rewritten.split(', ').includes(column))).toEqual([])
  })

  it('answers each wrong report with a code and keeps nothing of it', async () => {
    const room = await rooms().classroom({ lessons: [{}, { kind: 'text' }] })
    const other = await rooms().classroom()
    const [lesson, text] = room.lessons
    const good = { lesson, position: 1, spans: [[0, 1]] }
    const stranger = await rooms().user({ tenant: room.tenant })
    const answers = [
      await call(watched, { data: good, tenant: room.tenant }),
      await call(watched, { data: good, tenant: room.tenant, user: stranger }),
      await report(room, { ...good, lesson: other.first }),
      await report(room, { ...good, lesson: 'x' }),
      await report(room, { ...good, spans: [[0]] }),
      await report(room, { ...good, spans: [[-1, 2]] }),
      await report(room, { ...good, spans: Array.from({ length: 201 }, () => [0, 1]) }),
      await report(room, { ...good, position: 'far' }),
      await report(room, { ...good, at: 1e300 }),
      await report(room, { ...good, lesson: text }),
    ]

    expect(answers.map(({ body, status }) => [status, (body as { code: string }).code])).toEqual([
      [401, 'signInRequired'],
      [403, 'lessonLocked'],
      [404, 'notFound'],
      ...Array.from({ length: 6 }, () => [400, 'badInput']),
      [422, 'notCompletable'],
    ])
    const kept = await asTenant(room.tenant, async () =>
      rows(await requestOf(), sql`select id from progress`),
    )
    expect(kept).toEqual([])
  })
})

describe('the address of a report', () => {
  it('leads to it through Payload, also as a beacon', async () => {
    const { tenant } = await rooms().classroom()
    const answer = await asTenant(tenant, () =>
      handleEndpoints({
        config,
        request: new Request('http://school.localhost/api/progress/watched', {
          body: '{}',
          headers: { 'Content-Type': 'text/plain;charset=UTF-8' },
          method: 'POST',
        }),
      }),
    )

    expect(answer.status).toBe(401)
    expect(await answer.json()).toEqual({ code: 'signInRequired' })
  })
})

describe('POST /api/progress/completed', () => {
  it('completes a text once, and refuses a video', async () => {
    const room = await rooms().classroom({ lessons: [{ kind: 'text' }, {}] })
    const [text, video] = room.lessons
    const done = (lesson: string | undefined) =>
      call(completed, { data: { lesson }, tenant: room.tenant, user: room.learner })

    const answers = await Promise.all([done(text), done(text)])
    expect(answers.map(({ body }) => body)).toEqual(
      [1, 2].map(() => ({ completed: true, percent: 50 })),
    )
    expect(await done(video)).toMatchObject({ body: { code: 'notCompletable' }, status: 422 })
    expect(await factsOf(room.tenant, 'lesson.completed')).toHaveLength(1)
  })

  it('is refused once the enrollment is revoked', async () => {
    const room = await rooms().classroom({ lessons: [{ kind: 'text' }] })
    await asTenant(room.tenant, async () =>
      rows(await requestOf(), sql`update enrollments set status = 'revoked'`),
    )

    expect(
      await call(completed, {
        data: { lesson: room.first },
        tenant: room.tenant,
        user: room.learner,
      }),
    ).toMatchObject({
      body: { code: 'lessonLocked' },
      status: 403,
    })
  })
})
