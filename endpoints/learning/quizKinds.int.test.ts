import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import type { ReviewedGrade } from '@/domain/learning/grading'
import type { OpenAttempt } from '@/domain/learning/attempts'
import type { Exam } from '@/test/factories/exams'

import { everyStatement } from '@/test/everyStatement'
import { factories } from '@/test/factories'
import { correct } from '@/test/factories/corrections'
import { begin, coded, examRoom, handIn, inSchool, keep } from '@/test/factories/exams'
import { everyKind, keyOf } from '@/test/factories/kinds'
import { call, testPayload } from '@/test/harness'
import { settleOnly } from '@/test/settleOnly'

import { read } from './attempts'
import { lessonMedia } from './media'

const payload = testPayload()

const exams = (given: object = {}) =>
  examRoom(payload(), { passMark: 50, questions: everyKind(), ...given })

type Shown = { attempt: OpenAttempt; grade: null | ReviewedGrade }

const look = async ({ learner: user, tenant }: Exam, id: string) =>
  (await call(read, { params: { id }, tenant, user })).body as Shown

describe('a quiz of every kind', () => {
  it('is asked without its key, in an order that a reload and a second device see again', async () => {
    const exam = await exams({ shuffleAnswers: true, shuffleQuestions: true })
    const { attempt } = await begin(exam)
    const again = await begin(exam)

    expect(attempt.questions.map(({ kind }) => kind).toSorted()).toEqual([
      'cloze',
      'matching',
      'multipleChoice',
      'number',
      'ordering',
      'shortText',
      'singleChoice',
      'trueFalse',
    ])
    expect(JSON.stringify(attempt)).not.toMatch(/KEY|isRight|isTrue|accepted|5500|tolerance/)
    expect(again.attempt).toEqual(attempt)
    expect((await look(exam, attempt.id)).attempt).toEqual(attempt)
    expect(JSON.stringify(await look(exam, attempt.id))).not.toContain('KEY')
  })

  it('keeps each answer, and gives everything for everything right', async () => {
    const exam = await exams()
    const { attempt } = await begin(exam)
    const key = await keyOf(exam, attempt.id)
    for (const [question, answer] of Object.entries(key)) {
      expect((await keep(exam, attempt.id, { [question]: answer })).status).toBe(200)
    }

    expect((await begin(exam)).attempt.answers).toEqual(key)
    expect((await handIn(exam, attempt.id)).body).toMatchObject({
      maxScore: 16,
      passed: true,
      percent: 100,
      score: 16,
    })
  })

  it('refuses what a kind cannot be answered by, and what cannot be kept', async () => {
    const exam = await exams()
    const { attempt } = await begin(exam)
    const idOf = (kind: string) =>
      attempt.questions.find((question) => question.kind === kind)?.id ?? ''
    const wrong = [
      { [idOf('trueFalse')]: 'maybe' },
      { [idOf('ordering')]: ['1', '2'] },
      { [idOf('matching')]: ['9'] },
      { [idOf('cloze')]: ['a', 'b', 'c'] },
      { [idOf('shortText')]: 'x'.repeat(501) },
      { [idOf('shortText')]: '\ud800' },
      { [idOf('shortText')]: 'a\0b' },
    ]
    const answers = []
    for (const answer of wrong) {
      answers.push(coded(await keep(exam, attempt.id, answer)))
    }

    expect(answers).toEqual([
      ...Array.from({ length: 5 }, () => [422, 'answerUnknown']),
      [400, 'badInput'],
      [400, 'badCharacter'],
    ])
    expect((await begin(exam)).attempt.answers).toEqual({})
  })

  it('is regraded when its key is corrected', async () => {
    const exam = await exams()
    const { attempt } = await begin(exam)
    const text = attempt.questions.find(({ kind }) => kind === 'shortText')?.id ?? ''
    const answers = { ...(await keyOf(exam, attempt.id)), [text]: ['door'] }
    await handIn(exam, attempt.id, answers)
    await settleOnly(payload(), 'regradeOnContentChanged')
    await correct({
      change: (questions) =>
        questions.map((one) =>
          one.blockType === 'shortText' ? { ...one, accepted: 'window\nDoor' } : one,
        ),
      exam,
      payload: payload(),
    })
    await settleOnly(payload(), 'regradeOnContentChanged')

    expect(
      await inSchool(
        exam,
        sql`select before_score::float8 as before, after_score::float8 as after from regrades`,
      ),
    ).toEqual([{ after: 16, before: 14 }])
    expect((await look(exam, attempt.id)).grade).toMatchObject({ passed: true, score: 16 })
  })
})

describe('what a learner sees afterwards', () => {
  const gradeOf = async (given: object) => {
    const exam = await exams({ attemptLimit: 2, ...given })
    const { attempt } = await begin(exam)
    const single = attempt.questions.find(({ kind }) => kind === 'singleChoice')
    const noon = single?.answers.find(({ text }) => text === 'Noon')?.id ?? ''
    const graded = (await handIn(exam, attempt.id, { [single?.id ?? '']: noon }))
      .body as ReviewedGrade

    return { attempt: attempt.id, exam, graded }
  }

  it('is the points, the explanation, and what is said to whoever chose that', async () => {
    const { graded } = await gradeOf({ review: 'never' })

    expect(graded.results[0]).toEqual({
      comment: null,
      explanation: 'KEY explained',
      feedback: ['KEY of noon'],
      key: null,
      points: 0,
      question: graded.results[0]?.question,
      right: false,
      waits: false,
    })
  })

  it('is the right answer when the quiz says so', async () => {
    const shows = ({ results }: ReviewedGrade) => results.some(({ key }) => key !== null)
    const [never, always, last] = [
      await gradeOf({ review: 'never' }),
      await gradeOf({ review: 'afterSubmitting' }),
      await gradeOf({ review: 'afterLast' }),
    ]

    expect([never, always, last].map(({ graded }) => shows(graded))).toEqual([false, true, false])
    const { attempt } = await begin(last.exam)
    await handIn(last.exam, attempt.id)
    const seen = (await look(last.exam, last.attempt)).grade
    expect(seen && shows(seen)).toBe(true)

    const dated = await gradeOf({ review: 'afterDate', reviewFrom: '2999-01-01T00:00:00.000Z' })
    expect(shows(dated.graded)).toBe(false)
    await inSchool(dated.exam, sql`update quizzes set review_from = now() - interval '1 second'`)
    const later = (await look(dated.exam, dated.attempt)).grade
    expect(later && shows(later)).toBe(true)
  })

  it('is nobody else’s', async () => {
    const { attempt, exam } = await gradeOf({})
    const stranger = await factories(payload()).user({ tenant: exam.tenant })
    const ask = (id: string, user?: { id: string }) =>
      call(read, { params: { id }, tenant: exam.tenant, user })

    expect([
      coded(await ask(attempt)),
      coded(await ask(attempt, stranger)),
      coded(await ask('x', exam.learner)),
    ]).toEqual([
      [401, 'signInRequired'],
      [404, 'notFound'],
      [400, 'badInput'],
    ])
  })
})

describe('pictures of questions', () => {
  const drawn = async (tenant: string) => {
    const id = crypto.randomUUID()
    await inSchool(
      { tenant },
      sql`insert into media (id, tenant_id, filename, mime_type, filesize, width, height, alt)
          values (${id}, ${tenant}, ${`${id}.png`}, 'image/png', 10, 640, 480, 'A window')`,
    )

    return id
  }

  const pictured = (picture: string) => ({
    questions: everyKind().map((question, n) => (n ? question : { ...question, picture })),
  })

  it('are shown to learners at the lesson’s own address, and open by no other lesson', async () => {
    const exam = await exams()
    const picture = await drawn(exam.tenant)
    await correct({ change: () => pictured(picture).questions, exam, payload: payload() })
    const { attempt } = await begin(exam)
    const url = `/api/learn/media/${exam.lesson}?file=${picture}`

    expect(attempt.pictures).toMatchObject({ [picture]: { alt: 'A window', url, width: 640 } })
    expect(attempt.questions[0]).toMatchObject({ picture })
    const other = await exams()
    const ask = async (lesson: string, tenant: string, user?: { id: string }) =>
      (await call(lessonMedia, { params: { lesson }, query: { file: picture }, tenant, user }))
        .status
    expect(await ask(exam.lesson, exam.tenant)).toBe(401)
    expect(await ask(other.lesson, other.tenant, other.learner)).toBe(404)
    expect(await ask(exam.lesson, exam.tenant, exam.learner)).not.toBe(401)
  })

  it('of another school are refused', async () => {
    const [exam, other] = [await exams(), await exams()]
    const picture = await drawn(other.tenant)

    await expect(
      correct({ change: () => pictured(picture).questions, exam, payload: payload() }),
    ).rejects.toThrow()
  })
})

describe('the cost', () => {
  it('of handing in fifty questions is at most eight statements, with the session, begin and commit', async () => {
    const [single] = everyKind()
    const exam = await exams({
      passMark: 100,
      questions: Array.from({ length: 50 }, (_, n) => ({ ...single, prompt: `Question ${n}` })),
    })
    const { attempt } = await begin(exam)
    const answers = await keyOf(exam, attempt.id)
    const sent = await everyStatement(payload(), () => handIn(exam, attempt.id, answers))

    expect((await look(exam, attempt.id)).grade).toMatchObject({ passed: true, score: 100 })
    expect(sent.length).toBeGreaterThan(3)
    expect(sent.length).toBeLessThanOrEqual(5)
  })
})
