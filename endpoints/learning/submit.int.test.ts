import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import {
  begin,
  coded,
  examRoom,
  handIn,
  inSchool,
  keep,
  rightAnswers,
} from '@/test/factories/exams'
import { factories } from '@/test/factories'
import { call, testPayload } from '@/test/harness'

import { submit } from './attempts'

const payload = testPayload()

describe('POST /api/attempts/:id/submit', () => {
  it('grades on the server: one fails, then passes, and the lesson is complete', async () => {
    const exam = await examRoom(payload())
    const failed = (await begin(exam)).attempt
    const [first] = failed.questions
    const half = { [first?.id ?? '']: rightAnswers(failed)[first?.id ?? ''] }

    expect((await handIn(exam, failed.id, half)).body).toMatchObject({
      maxScore: 2,
      passed: false,
      percent: 50,
      results: [{ explanation: 'Because of one', right: true }, { right: false }],
      score: 1,
    })
    expect(await inSchool(exam, sql`select id from progress`)).toEqual([])

    const again = (await begin(exam)).attempt
    expect(again.number).toBe(2)
    expect((await handIn(exam, again.id, rightAnswers(again))).body).toMatchObject({
      passed: true,
      percent: 100,
      score: 2,
    })
    expect(
      await inSchool(
        exam,
        sql`select lesson_id as lesson from progress where completed_at is not null`,
      ),
    ).toEqual([{ lesson: exam.lesson }])
    expect(
      await inSchool(
        exam,
        sql`select fact from events where fact in ('attempt.graded', 'lesson.completed') order by fact`,
      ),
    ).toEqual([
      { fact: 'attempt.graded' },
      { fact: 'attempt.graded' },
      { fact: 'lesson.completed' },
    ])
  })

  it('is graded as it stood at its start, though the author changes the key', async () => {
    const exam = await examRoom(payload())
    const { attempt } = await begin(exam)
    await inSchool(exam, sql`update quizzes set questions = '[]' where id = ${exam.quiz}`)

    expect((await handIn(exam, attempt.id, rightAnswers(attempt))).body).toMatchObject({
      passed: true,
    })
  })

  it('counts once of five at once; the others are told that it is closed', async () => {
    const exam = await examRoom(payload())
    const { attempt } = await begin(exam)
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => handIn(exam, attempt.id, rightAnswers(attempt))),
    )

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409])
    expect(coded(await handIn(exam, attempt.id, {}))).toEqual([409, 'attemptClosed'])
    expect(coded(await keep(exam, attempt.id, {}))).toEqual([409, 'attemptClosed'])
    expect(
      await inSchool(exam, sql`select id from events where fact = 'lesson.completed'`),
    ).toHaveLength(1)
  })

  it('takes nothing after the deadline, and grades what was kept before it', async () => {
    const exam = await examRoom(payload(), { timeLimit: 10 })
    const { attempt } = await begin(exam)
    const [first] = attempt.questions
    const right = rightAnswers(attempt)
    await keep(exam, attempt.id, { [first?.id ?? '']: right[first?.id ?? ''] })
    await inSchool(exam, sql`update quiz_attempts set deadline_at = now() - interval '10 seconds'`)

    expect(coded(await handIn(exam, attempt.id, right))).toEqual([422, 'attemptTooLate'])
    expect(coded(await handIn(exam, attempt.id, right))).toEqual([409, 'attemptClosed'])
    expect(
      await inSchool(
        exam,
        sql`select percent::int as percent, passed, submitted_at = deadline_at as "onTime" from quiz_attempts`,
      ),
    ).toEqual([{ onTime: true, passed: false, percent: 50 }])
  })

  it('closes an attempt whose time ran out when the next one is asked for', async () => {
    const exam = await examRoom(payload(), { attemptLimit: 1, timeLimit: 10 })
    await begin(exam)
    await inSchool(exam, sql`update quiz_attempts set deadline_at = now() - interval '10 seconds'`)

    expect(await begin(exam)).toMatchObject({ code: 'attemptLimitReached', status: 422 })
    expect(
      await inSchool(
        exam,
        sql`select percent::int as percent from quiz_attempts where submitted_at is not null`,
      ),
    ).toEqual([{ percent: 0 }])
  })

  it('answers each wrong request with a code and leaves the attempt as it is', async () => {
    const exam = await examRoom(payload())
    const { attempt } = await begin(exam)
    const stranger = await factories(payload()).user({ tenant: exam.tenant })
    const [question] = attempt.questions
    const answers = [
      await call(submit, {
        data: {},
        params: { id: attempt.id },
        tenant: exam.tenant,
        user: stranger,
      }),
      await handIn(exam, 'x'),
      await handIn(exam, attempt.id, 'all'),
      await handIn(exam, attempt.id, { [question?.id ?? '']: 7 }),
      await handIn(exam, attempt.id, { [question?.id ?? '']: ['nonsense'] }),
      await handIn(exam, attempt.id, { nonsense: [] }),
    ]

    expect(answers.map(coded)).toEqual([
      [404, 'notFound'],
      [400, 'badInput'],
      [400, 'badInput'],
      [400, 'badInput'],
      [422, 'answerUnknown'],
      [422, 'answerUnknown'],
    ])
    expect(await inSchool(exam, sql`select answers, submitted_at from quiz_attempts`)).toEqual([
      { answers: {}, submitted_at: null },
    ])
  })
})
