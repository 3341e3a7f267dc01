import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import type { OpenAttempt } from '@/operations/learning/attempts/attempt'

import { asTenant } from '@/database/scope'
import { row, rows } from '@/database/transaction'
import { classrooms } from '@/test/factories/learning'
import { call, requestOf, testPayload } from '@/test/harness'

import { save, start, submit } from './attempts'

const payload = testPayload()
const rooms = () => classrooms(payload())

const choice = (
  prompt: string,
  blockType: string,
  answers: [text: string, isRight: boolean][],
) => ({
  answers: answers.map(([text, isRight]) => ({ isRight, text })),
  blockType,
  explanation: `Because of ${prompt}`,
  points: 1,
  prompt,
})

/** A learner before a quiz of two questions, of which half are enough. */
const examRoom = async (given: object = {}) => {
  const room = await rooms().classroom({ lessons: [] })
  const { course, section, tenant } = room
  const quiz = (
    await rooms().quiz({
      passMark: 100,
      questions: [
        choice('one', 'singleChoice', [
          ['Right', true],
          ['Wrong', false],
        ]),
        choice('two', 'multipleChoice', [
          ['Right', true],
          ['Right too', true],
          ['Wrong', false],
        ]),
      ],
      tenant,
      ...given,
    } as never)
  ).id
  const lesson = await rooms().lessonIn({ course, kind: 'quiz', quiz, section, tenant })

  return { ...room, lesson, quiz }
}

type Exam = Awaited<ReturnType<typeof examRoom>>

const begin = async ({ learner: user, quiz, tenant }: Exam) => {
  const { body, status } = await call(start, { data: { quiz }, tenant, user })

  return { attempt: body as OpenAttempt, code: (body as { code?: string }).code, status }
}

/** The right answers, which only somebody who knows the quiz can tell from the texts. */
const rightAnswers = ({ questions }: OpenAttempt) =>
  Object.fromEntries(
    questions.map(({ id, answers }) => [
      id,
      answers.filter(({ text }) => text.startsWith('Right')).map((answer) => answer.id),
    ]),
  )

const handIn = ({ learner: user, tenant }: Exam, id: string, answers?: unknown) =>
  call(submit, { data: { answers }, params: { id }, tenant, user })

const keep = ({ learner: user, tenant }: Exam, id: string, answers: unknown) =>
  call(save, { data: { answers }, params: { id }, tenant, user })

const inSchool = async ({ tenant }: Exam, statement: ReturnType<typeof sql>) =>
  asTenant(tenant, async () => rows<Record<string, unknown>>(await requestOf(), statement))

const coded = ({ body, status }: { body: unknown; status: number }) => [
  status,
  (body as { code: string }).code,
]

describe('POST /api/attempts', () => {
  it('gives the questions without their key', async () => {
    const exam = await examRoom()
    const { attempt, status } = await begin(exam)

    expect(status).toBe(201)
    expect(attempt).toMatchObject({
      answers: {},
      deadlineAt: null,
      lesson: exam.lesson,
      number: 1,
      quiz: exam.quiz,
    })
    expect(attempt.questions.map(({ kind, prompt }) => [kind, prompt])).toEqual([
      ['singleChoice', 'one'],
      ['multipleChoice', 'two'],
    ])
    expect(JSON.stringify(attempt)).not.toMatch(/isRight|Because/)
  })

  it('goes on with the attempt under way, with every answer kept, also after ten clicks at once', async () => {
    const exam = await examRoom()
    const clicks = await Promise.all(Array.from({ length: 10 }, () => begin(exam)))
    const { attempt } = await begin(exam)
    const [first, second] = attempt.questions
    const right = rightAnswers(attempt)
    await keep(exam, attempt.id, { [first?.id ?? '']: right[first?.id ?? '']?.[0] })
    await keep(exam, attempt.id, { [second?.id ?? '']: [] })

    expect(new Set(clicks.map(({ attempt: { id } }) => id)).size).toBe(1)
    expect((await begin(exam)).attempt.answers).toEqual({ ...right, [second?.id ?? '']: [] })
  })

  it('is refused to whoever may not open the lesson, and beyond the limit', async () => {
    const exam = await examRoom({ attemptLimit: 1 })
    const other = await examRoom()
    const stranger = await rooms().user({ tenant: exam.tenant })
    const { attempt } = await begin(exam)
    await handIn(exam, attempt.id)

    expect([
      coded(await call(start, { data: { quiz: exam.quiz }, tenant: exam.tenant })),
      coded(await call(start, { data: { quiz: exam.quiz }, tenant: exam.tenant, user: stranger })),
      coded(
        await call(start, { data: { quiz: other.quiz }, tenant: exam.tenant, user: exam.learner }),
      ),
      coded(await call(start, { data: { quiz: 'x' }, tenant: exam.tenant, user: exam.learner })),
      coded(
        await call(start, { data: { quiz: exam.quiz }, tenant: exam.tenant, user: exam.learner }),
      ),
    ]).toEqual([
      [401, 'signInRequired'],
      [403, 'lessonLocked'],
      [404, 'notFound'],
      [400, 'badInput'],
      [422, 'attemptLimitReached'],
    ])
  })
})

describe('POST /api/attempts/:id/submit', () => {
  it('grades on the server: one fails, then passes, and the lesson is complete', async () => {
    const exam = await examRoom()
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
    const exam = await examRoom()
    const { attempt } = await begin(exam)
    await inSchool(exam, sql`update quizzes set questions = '[]' where id = ${exam.quiz}`)

    expect((await handIn(exam, attempt.id, rightAnswers(attempt))).body).toMatchObject({
      passed: true,
    })
  })

  it('counts once of five at once; the others are told that it is closed', async () => {
    const exam = await examRoom()
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
    const exam = await examRoom({ timeLimit: 10 })
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
    const exam = await examRoom({ attemptLimit: 1, timeLimit: 10 })
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
    const exam = await examRoom()
    const { attempt } = await begin(exam)
    const stranger = await rooms().user({ tenant: exam.tenant })
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
    const kept = await asTenant(exam.tenant, async () =>
      row(
        await requestOf(),
        sql`select answers, submitted_at from quiz_attempts where id = ${attempt.id}`,
      ),
    )
    expect(kept).toEqual({ answers: {}, submitted_at: null })
  })
})
