import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import type { Question } from '@/domain/learning/grading'
import type { Exam } from '@/test/factories/exams'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { runReaction } from '@/operations/events/runReaction'
import {
  correct as save,
  failedExam as failed,
  swapped,
  wrongAnswers,
} from '@/test/factories/corrections'
import { begin, examRoom, handIn, inSchool, rightAnswers } from '@/test/factories/exams'
import { requestOf, testPayload } from '@/test/harness'
import { settleOnly } from '@/test/settleOnly'

const payload = testPayload()

/** Saves the quiz as an author does; what it announces waits. */
const correct = (
  exam: Exam,
  change: (questions: Question[]) => object,
  status?: 'draft' | 'published',
) => save({ change, exam, payload: payload(), status })

const failedExam = () => failed(payload())

const settle = () => settleOnly(payload(), 'regradeOnContentChanged')

/** The newest fact about the quiz, told of again by a job of its own. */
const tellAgain = async (exam: Exam) => {
  const [told] = await inSchool(
    exam,
    sql`select id, data from events where fact = 'content.changed' and data ->> 'id' = ${exam.quiz} order by id desc limit 1`,
  )
  const { id, data } = told as { data: object; id: string }
  await runReaction({
    name: 'regradeOnContentChanged',
    job: { data, event: id, tenant: exam.tenant },
    payload: payload(),
  })
}

const attempts = (exam: Exam) =>
  inSchool(
    exam,
    sql`select score::int as score, max_score::int as "maxScore", percent::int as percent, passed from quiz_attempts order by id`,
  )

const completions = async (exam: Exam) => [
  (await inSchool(exam, sql`select id from progress where completed_at is not null`)).length,
  (await inSchool(exam, sql`select id from events where fact = 'lesson.completed'`)).length,
]

describe('a corrected key', () => {
  it('regrades what was handed in, completes the lesson once and leaves a trail', async () => {
    const exam = await failedExam()
    const author = await correct(exam, swapped)
    await settle()

    expect(await attempts(exam)).toEqual([{ maxScore: 2, passed: true, percent: 100, score: 2 }])
    expect(await completions(exam)).toEqual([1, 1])
    const trail = await asTenant(exam.tenant, async () =>
      payload().find({
        collection: 'regrades',
        depth: 0,
        overrideAccess: false,
        req: await requestOf(exam.learner),
      }),
    )
    expect(trail.docs).toMatchObject([
      {
        actor: author.id,
        after: { maxScore: 2, passed: true, percent: 100, score: 2 },
        attempt: exam.attempt,
        before: { maxScore: 2, passed: false, percent: 0, score: 0 },
        learner: exam.learner.id,
        quiz: exam.quiz,
      },
    ])
  })

  it('does once what it is told of twice, and at once', async () => {
    const exam = await failedExam()
    await correct(exam, swapped)
    await Promise.all([tellAgain(exam), tellAgain(exam), settle()])
    await tellAgain(exam)

    expect(await attempts(exam)).toEqual([{ maxScore: 2, passed: true, percent: 100, score: 2 }])
    expect(await inSchool(exam, sql`select id from regrades`)).toHaveLength(1)
    expect(await completions(exam)).toEqual([1, 1])
  })

  it('corrects the points and never takes a pass away', async () => {
    const exam = await examRoom(payload())
    const { attempt } = await begin(exam)
    await handIn(exam, attempt.id, rightAnswers(attempt))
    await correct(exam, swapped)
    await settle()

    expect(await attempts(exam)).toEqual([{ maxScore: 2, passed: true, percent: 0, score: 0 }])
    expect(await completions(exam)).toEqual([1, 1])
    expect(
      await inSchool(
        exam,
        sql`select before_percent::int as before, after_percent::int as after, after_passed as passed from regrades`,
      ),
    ).toEqual([{ after: 0, before: 100, passed: true }])
  })

  it('leaves each correction its own row, the latest of which is what stands', async () => {
    const exam = await failedExam()
    await correct(exam, swapped)
    await settle()
    await correct(exam, (questions) =>
      questions.map((question, n) => ({ ...question, points: n + 2 })),
    )
    await settle()

    expect(await attempts(exam)).toEqual([{ maxScore: 5, passed: true, percent: 100, score: 5 }])
    expect(
      await inSchool(
        exam,
        sql`select before_score::int as before, after_score::int as after from regrades order by id`,
      ),
    ).toEqual([
      { after: 2, before: 0 },
      { after: 5, before: 2 },
    ])
  })

  it('is taken over by an attempt under way, which has no result to regrade yet', async () => {
    const exam = await examRoom(payload())
    const { attempt } = await begin(exam)
    await correct(exam, swapped)
    await settle()
    expect(await inSchool(exam, sql`select id from regrades`)).toEqual([])

    expect((await handIn(exam, attempt.id, wrongAnswers(attempt))).body).toMatchObject({
      passed: true,
      percent: 100,
    })
  })

  it('is the key of an attempt that is begun while it is being saved', async () => {
    const exam = await examRoom(payload())
    const saving = await systemPool().connect()
    await saving.query('begin')
    await saving.query(
      `update quizzes set questions = jsonb_set(questions, '{0,points}', '7') where id = $1`,
      [exam.quiz],
    )
    const begun = begin(exam)
    await new Promise((resolve) => setTimeout(resolve, 300))
    await saving.query('commit')
    saving.release()
    await begun

    expect(
      await inSchool(exam, sql`select questions #>> '{0,points}' as points from quiz_attempts`),
    ).toEqual([{ points: '7' }])
  })

  it('changes nothing while it is a draft, nor where only the words differ or a question went', async () => {
    const exam = await failedExam()
    const before = await inSchool(exam, sql`select xmin::text as version from quiz_attempts`)
    await correct(exam, swapped, 'draft')
    await settle()
    await correct(exam, (questions) =>
      questions.map((question) => ({ ...question, prompt: 'Reworded' })),
    )
    await settle()
    await correct(exam, (questions) => questions.slice(1))
    await settle()

    expect(await inSchool(exam, sql`select xmin::text as version from quiz_attempts`)).toEqual(
      before,
    )
    expect(await inSchool(exam, sql`select id from regrades`)).toEqual([])
  })

  it('reaches every attempt of more learners than are held at once, and no other quiz', async () => {
    const [exam, other] = [await failedExam(), await failedExam()]
    await inSchool(
      exam,
      sql`insert into quiz_attempts (id, tenant_id, learner_id, quiz_id, lesson_id, enrollment_id, number, questions, answers,
            pass_mark, started_at, submitted_at, score, max_score, percent, passed)
          select uuidv7(), tenant_id, learner_id, quiz_id, lesson_id, enrollment_id, n, questions, answers,
            pass_mark, started_at, submitted_at, score, max_score, percent, passed
          from quiz_attempts, generate_series(2, 450) n`,
    )
    await correct(exam, swapped)
    await Promise.all([settle(), tellAgain(exam)])

    expect(
      await inSchool(
        exam,
        sql`select count(*)::int as n from quiz_attempts where passed and percent = 100`,
      ),
    ).toEqual([{ n: 450 }])
    expect(await inSchool(exam, sql`select count(*)::int as n from regrades`)).toEqual([{ n: 450 }])
    expect(await completions(exam)).toEqual([1, 1])
    expect(await attempts(other)).toMatchObject([{ passed: false, percent: 0 }])
  })
})
