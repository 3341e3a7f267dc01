import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import type { Exam } from '@/test/factories/exams'

import { factories } from '@/test/factories'
import { begin, coded, examRoom, handIn, inSchool } from '@/test/factories/exams'
import { call, testPayload } from '@/test/harness'

import { moreInQuizzes } from './allowances'

const payload = testPayload()

/** A learner before a quiz of twenty minutes and one attempt, with a manager and the enrollment. */
const timedExam = async () => {
  const exam = await examRoom(payload(), { attemptLimit: 1, timeLimit: 20 })
  const manager = await factories(payload()).user({ roles: ['admin'], tenant: exam.tenant })
  const [seat] = await inSchool(exam, sql`select id from enrollments`)

  return { enrollment: String(seat?.id), exam, manager }
}

type Room = Awaited<ReturnType<typeof timedExam>>

const allow = (
  { enrollment, exam, manager }: Room,
  given: object,
  user: { id: string } = manager,
) =>
  call(moreInQuizzes, {
    data: { enrollments: [enrollment], reason: 'A broken hand', ...given },
    tenant: exam.tenant,
    user: user,
  })

const minutesOf = async (exam: Exam): Promise<number[]> =>
  (
    await inSchool(
      exam,
      sql`select round(extract(epoch from deadline_at - started_at) / 60)::int as minutes from quiz_attempts order by number`,
    )
  ).map(({ minutes }) => Number(minutes))

describe('more time and attempts', () => {
  it('are kept by the server when an attempt begins: in the quiz, else in all of the course', async () => {
    const room = await timedExam()
    expect((await allow(room, { factor: 1.5 })).body).toEqual({ allowed: 1 })
    const { attempt } = await begin(room.exam)
    expect(await minutesOf(room.exam)).toEqual([30])
    await handIn(room.exam, attempt.id)
    expect(await begin(room.exam)).toMatchObject({ code: 'attemptLimitReached' })

    await allow(room, { attempts: 1, minutes: 5, quiz: room.exam.quiz })
    const { attempt: second } = await begin(room.exam)
    expect(await minutesOf(room.exam)).toEqual([30, 25])
    await handIn(room.exam, second.id)
    await allow(room, { quiz: room.exam.quiz })
    expect(await begin(room.exam)).toMatchObject({ code: 'attemptLimitReached' })
  })

  it('lengthen an attempt under way, and never shorten it', async () => {
    const room = await timedExam()
    await begin(room.exam)
    await allow(room, { factor: 2 })
    expect(await minutesOf(room.exam)).toEqual([40])
    await allow(room, { factor: 1 })
    expect(await minutesOf(room.exam)).toEqual([40])
  })

  it('are given by managers alone, with a reason, in quizzes and to learners of the school', async () => {
    const [room, other] = [await timedExam(), await timedExam()]

    expect(coded(await allow(room, {}, room.exam.learner))).toEqual([403, 'forbidden'])
    expect((await allow(room, { reason: ' ' })).status).toBe(400)
    expect((await allow(room, { factor: 0.5 })).status).toBe(400)
    expect((await allow(room, { quiz: other.exam.quiz })).status).toBe(404)
    expect((await allow(room, { enrollments: [other.enrollment] })).body).toEqual({ allowed: 0 })
    expect(await inSchool(other.exam, sql`select id from quiz_allowances`)).toEqual([])
  })
})
