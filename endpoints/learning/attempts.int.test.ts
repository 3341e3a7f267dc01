import { describe, expect, it } from '@jest/globals'

import { begin, coded, examRoom, handIn, keep, rightAnswers } from '@/test/factories/exams'
import { factories } from '@/test/factories'
import { call, testPayload } from '@/test/harness'

import { start } from './attempts'

const payload = testPayload()

describe('POST /api/attempts', () => {
  it('gives the questions without their key', async () => {
    const exam = await examRoom(payload())
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
    const exam = await examRoom(payload())
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
    const exam = await examRoom(payload(), { attemptLimit: 1 })
    const other = await examRoom(payload())
    const stranger = await factories(payload()).user({ tenant: exam.tenant })
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
