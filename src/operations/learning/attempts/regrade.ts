import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Marks, Question } from '@/domain/learning/grading'
import type { Result } from '@/domain/learning/regrading'

import { inTransaction, row, rows } from '@/database/transaction'
import { regradeAttempt, withPresentKey } from '@/domain/learning/regrading'

import type { Answered } from './attempt'
import type { QuizItem } from './bank'

import { completeLesson } from '../complete'
import { chosenIn } from './attempt'
import { presentKeys } from './presentKey'

type Given = {
  /** The fact that told of the change: what it changed on an attempt is one row of `regrades`. */
  event: string
  quiz: string
  req: PayloadRequest
  tenant: string
}

/** Regrades by `regradeQuiz` every quiz that asks a question of the bank now and has attempts in which it was asked. */
export const regradeBank = async ({
  question,
  ...given
}: Omit<Given, 'quiz'> & { question: string }): Promise<void> => {
  const quizzes = await rows<{ id: string }>(
    given.req,
    sql`select q.id from quizzes q, bank_questions b
        where b.id = ${question} and q._status = 'published'
          and (q.questions @> jsonb_build_array(jsonb_build_object('blockType', 'bankQuestion', 'question', b.id))
            or q.questions @> '[{"blockType": "pool"}]')
          and exists (select 1 from quiz_attempts a where a.quiz_id = q.id
            and (a.questions @> jsonb_build_array(jsonb_build_object('bank', jsonb_build_object('question', b.id)))
              or a.questions @> jsonb_build_array(jsonb_build_object('id', b.key))))
        order by q.id`,
  )
  for (const { id: quiz } of quizzes) {
    await regradeQuiz({ ...given, quiz })
  }
}

/** How many attempts are held and written at once. */
const BATCH = 200

/** Less than every id. */
const BEGINNING = '00000000-0000-0000-0000-000000000000'

/**
 * Grades every attempt at a quiz by the key it is published with now, and writes each changed result
 * down in `regrades`. Attempts under way take the key over, to be graded by it in the end. A newly
 * passed attempt completes its lesson; none loses its pass. Each batch is a transaction of its own, so
 * this must not run inside another; it may run any number of times, also at once.
 */
export const regradeQuiz = async (given: Given): Promise<void> => {
  for (let after: null | string = BEGINNING; after;) {
    const last: string = after
    after = await inTransaction(given.req, () => regradeBatch({ ...given, after: last }))
  }
}

/** Regrades the attempts that come next after `after`; answers the last of them, or null at the end. */
const regradeBatch = async ({
  after,
  ...given
}: Given & { after: string }): Promise<null | string> => {
  const { quiz, req, tenant } = given
  // One at a time on a quiz, so that whoever read an older key never writes after a newer one.
  await rows(req, sql`select pg_advisory_xact_lock(hashtextextended(${`regrade:${quiz}`}, 0))`)
  const present = await row<{ questions: QuizItem[] }>(
    req,
    sql`select questions from quizzes where id = ${quiz} and _status = 'published'`,
  )
  if (!present) {
    return null
  }
  const held = await holdAttempts({ after, quiz, req })
  const keys = await presentKeys({ attempts: held, items: present.questions, req })
  const changed = held.flatMap((attempt) => regraded(attempt, keys(attempt.questions)))
  await write({ ...given, changed })
  for (const { attempt, result } of changed) {
    if (result?.passed && !attempt.result?.passed && !attempt.inFilm) {
      await completeLesson({ req, seat: attempt, tenant })
    }
  }

  return held.length < BATCH ? null : (held.at(-1)?.id ?? null)
}

type Held = {
  answers: Answered
  course: string
  enrollment: string
  id: string
  inFilm: boolean
  learner: string
  lesson: string
  marks: Marks
  passMark: number
  questions: Question[]
  /** Null while the attempt is under way. */
  result: null | Result
}

/** Reads attempts in the order of their ids and holds them, so that none is handed in meanwhile. */
const holdAttempts = ({
  after,
  quiz,
  req,
}: Pick<Given, 'quiz' | 'req'> & { after: string }): Promise<Held[]> =>
  rows<Held>(
    req,
    sql`select a.id, a.answers, coalesce(a.in_film, false) as "inFilm", l.course_id as course, a.enrollment_id as enrollment, a.learner_id as learner,
          a.lesson_id as lesson, coalesce(a.marks, '{}') as marks, a.pass_mark::float8 as "passMark", a.questions,
          case when a.submitted_at is not null then json_build_object('maxScore', a.max_score,
            'passed', coalesce(a.passed, false), 'percent', a.percent, 'score', a.score) end as result
        from quiz_attempts a join lessons l on l.id = a.lesson_id
        where a.quiz_id = ${quiz} and a.id > ${after}
        order by a.id limit ${BATCH} for no key update of a`,
  )

type Changed = { attempt: Held; questions: Question[]; result: null | Result }

/** The attempt under the present key; nothing where that is the key it has. */
const regraded = (attempt: Held, present: readonly Question[]): Changed[] => {
  const { answers, marks, passMark, result: before } = attempt
  const questions = withPresentKey({ present, questions: attempt.questions })
  if (!questions) {
    return []
  }
  const chosen = chosenIn(answers)

  return [
    {
      attempt,
      questions,
      result: before && regradeAttempt({ before, chosen, marks, passMark, questions }),
    },
  ]
}

/**
 * Writes attempts where they differ, and one row of `regrades` for each whose result does. Where the
 * same fact regraded one before, under a key that has changed once more, its row is brought up to date.
 */
const write = async ({
  changed,
  event,
  quiz,
  req,
  tenant,
}: Given & { changed: Changed[] }): Promise<void> => {
  if (changed.length === 0) {
    return
  }
  const given = changed.map(({ attempt: { id }, questions, result }) => ({
    id,
    questions,
    ...result,
  }))
  await rows(
    req,
    sql`with given as (
          select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
            as g(id uuid, questions jsonb, score numeric, "maxScore" numeric, percent numeric, passed boolean)),
        stood as (
          select a.id, a.learner_id, a.submitted_at, a.score, a.max_score, a.percent, coalesce(a.passed, false) as passed
          from quiz_attempts a join given g on g.id = a.id),
        written as (
          update quiz_attempts a set questions = g.questions, score = g.score, max_score = g."maxScore",
            percent = g.percent, passed = g.passed, updated_at = now()
          from given g where a.id = g.id and (a.questions, a.score, a.max_score, a.percent, a.passed)
            is distinct from (g.questions, g.score, g."maxScore", g.percent, g.passed)
          returning a.id)
        insert into regrades (id, tenant_id, attempt_id, quiz_id, learner_id, event_id, actor_id,
          before_score, before_max_score, before_percent, before_passed,
          after_score, after_max_score, after_percent, after_passed)
        select uuidv7(), ${tenant}, s.id, ${quiz}, s.learner_id, ${event}, (select actor_id from events where id = ${event}),
          s.score, s.max_score, s.percent, s.passed, g.score, g."maxScore", g.percent, g.passed
        from written w join given g on g.id = w.id join stood s on s.id = w.id
        where s.submitted_at is not null and (s.score, s.max_score, s.percent, s.passed)
          is distinct from (g.score, g."maxScore", g.percent, g.passed)
        on conflict (tenant_id, attempt_id, event_id) do update set after_score = excluded.after_score,
          after_max_score = excluded.after_max_score, after_percent = excluded.after_percent,
          after_passed = excluded.after_passed, updated_at = now()`,
  )
}
