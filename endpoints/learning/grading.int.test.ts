import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import type { ReviewedGrade } from '@/domain/learning/grading'
import type { WaitingPage } from '@/operations/learning/gradingQueue'
import type { AttemptToGrade } from '@/operations/learning/attemptToGrade'
import type { MarkedAttempt } from '@/operations/learning/markedAttempt'
import type { Exam } from '@/test/factories/exams'

import { factories } from '@/test/factories'
import { begin, coded, examRoom, handIn, inSchool } from '@/test/factories/exams'
import { call, settle, testPayload } from '@/test/harness'

import { read } from './attempts'
import { changeMarks, giveMarks, gradingOf, gradingQueue, marksOf } from './grading'

const payload = testPayload()

const ESSAY = {
  blockType: 'essay',
  guide: 'GUIDE for graders',
  mostWords: 50,
  points: 10,
  prompt: 'Why is the light soft?',
}

/** An exam with an essay, handed in, and somebody who may grade it. */
const handedIn = async (answer = 'Because the window is large.') => {
  const exam = await examRoom(payload(), { passMark: 50, questions: [ESSAY] })
  const { attempt } = await begin(exam)
  const [question] = attempt.questions
  const graded = (await handIn(exam, attempt.id, { [question?.id ?? '']: answer }))
    .body as ReviewedGrade
  const grader = await factories(payload()).user({ roles: ['instructor'], tenant: exam.tenant })

  return {
    attempt: attempt.id,
    exam,
    graded,
    grader,
    opened: attempt,
    question: question?.id ?? '',
  }
}

type Here = Awaited<ReturnType<typeof handedIn>>

const queue = async ({ exam, grader }: Here, query: Record<string, string> = {}) =>
  (await call(gradingQueue, { query, tenant: exam.tenant, user: grader })).body as WaitingPage

const mark = ({ attempt, exam, grader }: Here, marks: object, user: { id: string } = grader) =>
  call(giveMarks, { data: { marks }, params: { id: attempt }, tenant: exam.tenant, user })

const kept = ({ exam }: Pick<Here, 'exam'>) =>
  inSchool(
    exam,
    sql`select score::float8 as score, passed, waits from quiz_attempts order by number`,
  )

const completions = async (exam: Exam) =>
  inSchool(exam, sql`select id from progress where completed_at is not null`)

describe('an essay', () => {
  it('waits for a grader: it earns nothing yet, completes nothing, and says so', async () => {
    const here = await handedIn()

    expect(JSON.stringify(here.opened)).not.toContain('GUIDE')
    expect(here.opened.questions).toMatchObject([{ kind: 'essay', mostWords: 50 }])
    expect(here.graded).toMatchObject({
      passed: false,
      results: [{ points: 0, waits: true }],
      waits: true,
    })
    expect(await kept(here)).toEqual([{ passed: false, score: 0, waits: true }])
    expect(await completions(here.exam)).toEqual([])
    expect(
      await inSchool(here.exam, sql`select id from events where fact = 'attempt.graded'`),
    ).toEqual([])
  })

  it('waits for nobody where nothing was written', async () => {
    const here = await handedIn(' ')

    expect(here.graded).toMatchObject({ passed: false, waits: false })
    expect((await queue(here)).attempts).toEqual([])
  })

  it('is read beside what it should have, marked, and seen by its learner, who gets a mail', async () => {
    const here = await handedIn()
    const { attempt, exam, grader, question } = here
    expect(await queue(here)).toMatchObject({
      attempts: [{ id: attempt, course: { id: exam.course }, number: 1 }],
      courses: [{ id: exam.course, waiting: 1 }],
      next: null,
    })
    const toGrade = (
      await call(gradingOf, { params: { id: attempt }, tenant: exam.tenant, user: grader })
    ).body as AttemptToGrade
    expect(toGrade).toMatchObject({
      answers: [
        {
          answer: 'Because the window is large.',
          guide: 'GUIDE for graders',
          points: 10,
          question,
        },
      ],
      maxScore: 10,
      score: 0,
    })

    expect((await mark(here, { [question]: { comment: ' Good. ', points: 7.5 } })).body).toEqual({
      maxScore: 10,
      passed: true,
      percent: 75,
      score: 7.5,
    })
    expect(await kept(here)).toEqual([{ passed: true, score: 7.5, waits: false }])
    expect(await completions(exam)).toHaveLength(1)
    expect((await queue(here)).courses).toEqual([])
    const seen = await call(read, {
      params: { id: attempt },
      tenant: exam.tenant,
      user: exam.learner,
    })
    expect(seen.body).toMatchObject({
      grade: { results: [{ comment: 'Good.', points: 7.5, waits: false }], score: 7.5 },
    })
    await settle()
    await settle()
    expect(await inSchool(exam, sql`select "to" from emails where kind = 'attemptGraded'`)).toEqual(
      [{ to: exam.learner.email }],
    )
  })

  it('is graded once of five graders at once; the others are told, and change nothing', async () => {
    const here = await handedIn()
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((points) => mark(here, { [here.question]: { points } })),
    )
    const won = answers.findIndex(({ status }) => status === 200)

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409])
    expect(await kept(here)).toMatchObject([{ score: won + 1, waits: false }])
    expect(coded(await mark(here, { [here.question]: { points: 9 } }))).toEqual([
      409,
      'attemptGraded',
    ])
    expect(
      await inSchool(here.exam, sql`select id from events where fact = 'attempt.marked'`),
    ).toHaveLength(1)
  })

  it('takes nothing but whole marks, by whoever may grade', async () => {
    const here = await handedIn()
    const { exam, question } = here
    const other = await handedIn()

    expect([
      coded(await mark(here, {})),
      coded(await mark(here, { [question]: { points: 11 } })),
      coded(await mark(here, { other: { points: 1 }, [question]: { points: 1 } })),
      coded(await mark(here, { [question]: { points: -1 } })),
      coded(await mark(here, { [question]: { points: 'all' } })),
      coded(await mark(here, { [question]: { points: 5 } }, exam.learner)),
      coded(
        await mark({ ...other, exam, grader: here.grader }, { [other.question]: { points: 5 } }),
      ),
    ]).toEqual([
      [422, 'marksIncomplete'],
      [422, 'marksIncomplete'],
      [422, 'marksIncomplete'],
      [400, 'badInput'],
      [400, 'badInput'],
      [403, 'forbidden'],
      [404, 'notFound'],
    ])
    expect(await kept(here)).toEqual([{ passed: false, score: 0, waits: true }])
  })
})

describe('the queue', () => {
  it('shows the oldest first, in pages, of one course where it is asked for', async () => {
    const here = await handedIn()
    await inSchool(
      here.exam,
      sql`insert into quiz_attempts (id, tenant_id, learner_id, quiz_id, lesson_id, enrollment_id, number, questions,
            answers, pass_mark, started_at, submitted_at, score, max_score, percent, passed, waits, marks)
          select uuidv7(), tenant_id, learner_id, quiz_id, lesson_id, enrollment_id, n, questions, answers, pass_mark,
            started_at, submitted_at - n * interval '1 hour', score, max_score, percent, passed, waits, marks
          from quiz_attempts, generate_series(2, 45) n`,
    )
    const seen: number[] = []
    let after: null | string = ''
    for (let pages = 0; after !== null && pages < 5; pages += 1) {
      const page: WaitingPage = await queue(here, after ? { after } : {})
      seen.push(...page.attempts.map(({ number }) => number))
      after = page.next
    }

    expect(seen).toEqual(Array.from({ length: 45 }, (_, n) => 45 - n))
    expect((await queue(here, { course: crypto.randomUUID() })).attempts).toEqual([])
  })
})

describe('marks that were given', () => {
  const graded = async (points = 7.5) => {
    const here = await handedIn()
    await mark(here, { [here.question]: { comment: 'Good.', points } })
    await settle()

    return here
  }
  const look = async ({ attempt, exam, grader }: Here) =>
    (await call(marksOf, { params: { id: attempt }, tenant: exam.tenant, user: grader }))
      .body as MarkedAttempt
  const change = async (
    here: Here,
    points: number,
    { user = here.grader, version }: { user?: { id: string }; version?: string } = {},
  ) =>
    call(changeMarks, {
      data: {
        marks: { [here.question]: { comment: 'Read again.', points } },
        reason: 'I had missed a page',
        version: version ?? (await look(here)).version,
      },
      params: { id: here.attempt },
      tenant: here.exam.tenant,
      user,
    })
  const trail = ({ exam }: Here) =>
    inSchool(
      exam,
      sql`select before_score::float8 as before, after_score::float8 as after, reason, marks, actor_id as by from regrades order by created_at, id`,
    )
  const seen = async ({ attempt, exam }: Here) =>
    (await call(read, { params: { id: attempt }, tenant: exam.tenant, user: exam.learner }))
      .body as {
      changes: object[]
      grade: ReviewedGrade
    }

  it('are listed, the last first, and can be changed with a reason that stays and is told', async () => {
    const here = await graded()
    const listed = await queue(here, { state: 'graded' })
    expect(listed).toMatchObject({
      attempts: [{ id: here.attempt, passed: true, percent: 75 }],
      courses: [{ id: here.exam.course, waiting: 1 }],
      next: null,
    })
    expect(await look(here)).toMatchObject({
      answers: [{ given: { comment: 'Good.', points: 7.5 }, question: here.question }],
      changes: [],
      score: 7.5,
    })
    expect((await change(here, 9)).body).toEqual({
      maxScore: 10,
      passed: true,
      percent: 90,
      score: 9,
    })
    expect(await kept(here)).toEqual([{ passed: true, score: 9, waits: false }])
    expect(await trail(here)).toEqual([
      {
        after: 9,
        before: 7.5,
        by: here.grader.id,
        marks: [
          {
            from: { comment: 'Good.', points: 7.5 },
            question: here.question,
            to: { comment: 'Read again.', points: 9 },
          },
        ],
        reason: 'I had missed a page',
      },
    ])
    expect((await look(here)).changes).toMatchObject([{ reason: 'I had missed a page' }])
    const { changes, grade } = await seen(here)
    expect(changes).toEqual([
      {
        after: { maxScore: 10, passed: true, percent: 90, score: 9 },
        at: expect.any(String),
        before: { maxScore: 10, passed: true, percent: 75, score: 7.5 },
        reason: 'I had missed a page',
      },
    ])
    expect(grade).toMatchObject({ results: [{ comment: 'Read again.', points: 9 }], score: 9 })
    await settle()
    await settle()
    const mails = await inSchool(
      here.exam,
      sql`select data ->> 'before' as before, data ->> 'after' as after, data ->> 'reason' as reason from emails where kind = 'markChanged'`,
    )
    expect(mails).toEqual([{ after: '9', before: '7.5', reason: 'I had missed a page' }])
  })

  it('give a pass that was missed, and with it the lesson', async () => {
    const here = await graded(2)
    expect(await completions(here.exam)).toEqual([])
    await change(here, 6)
    await settle()
    expect(await kept(here)).toEqual([{ passed: true, score: 6, waits: false }])
    expect(await completions(here.exam)).toHaveLength(1)
  })

  it('take a pass back with its lesson, but nothing from a course that is completed', async () => {
    const here = await graded()
    await inSchool(here.exam, sql`update enrollments set completed_at = null, percent = 0`)
    await change(here, 1)
    expect(await kept(here)).toEqual([{ passed: false, score: 1, waits: false }])
    expect(await completions(here.exam)).toEqual([])

    const done = await graded()
    await inSchool(done.exam, sql`update enrollments set completed_at = now()`)
    await change(done, 1)
    expect(await kept(done)).toEqual([{ passed: false, score: 1, waits: false }])
    expect(await completions(done.exam)).toHaveLength(1)
  })

  it('are changed by one of two who look at them at once; the other is told', async () => {
    const here = await graded()
    const { version } = await look(here)
    const answers = await Promise.all([
      change(here, 8, { version }),
      change(here, 3, { version }),
      change(here, 5, { version }),
    ])
    expect(answers.map(coded).toSorted()).toEqual([
      [200, undefined],
      [409, 'marksChanged'],
      [409, 'marksChanged'],
    ])
    expect(await trail(here)).toHaveLength(1)
  })

  it('stay where nothing differs, and are nobody else’s to change', async () => {
    const here = await graded()
    const { version } = await look(here)
    const same = await call(changeMarks, {
      data: {
        marks: { [here.question]: { comment: 'Good.', points: 7.5 } },
        reason: 'Nothing',
        version,
      },
      params: { id: here.attempt },
      tenant: here.exam.tenant,
      user: here.grader,
    })
    expect(same.body).toMatchObject({ score: 7.5 })
    expect(await trail(here)).toEqual([])
    const waiting = await handedIn()
    expect([
      coded(await change(here, 8, { user: here.exam.learner })),
      coded(await change(here, 11)),
      coded(await change(waiting, 5, { version: 'any' })),
      coded(await change({ ...here, question: 'other' }, 5)),
    ]).toEqual([
      [403, 'forbidden'],
      [422, 'marksIncomplete'],
      [422, 'marksIncomplete'],
      [422, 'marksIncomplete'],
    ])
  })
})
