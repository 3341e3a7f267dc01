import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ReviewPolicy } from '@/domain/catalog/reviewPolicies'
import type { Result } from '@/domain/learning/regrading'
import type { OpenAttempt } from '@/domain/learning/attempts'
import type { Chosen, Marks, Question } from '@/domain/learning/grading'
import type { Pictures } from '@/domain/media/pictures'

import { standingIn } from '@/database/openEnrollments'
import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { isOverdue } from '@/domain/learning/attempts'
import { withoutKey } from '@/domain/learning/grading'

import type { LessonFacts } from '../entitlements'

import { allowanceOf } from '../allowances'
import { lockOf, refuseLocked } from '../entitlements'

/** Chosen answers by question, each with the time at which it was given. */
export type Answered = Record<string, { at: string; chosen: string[] }>

/** When its quiz shows the key, and how far its learner is with it. */
type ReviewState = {
  from: null | string
  hasPassed: boolean
  limit: null | number
  made: number
  policy: ReviewPolicy
}

/** A stored attempt, with the key. */
export type Attempt = {
  answers: Answered
  course: string
  deadlineAt: null | string
  enrollment: string
  hasPassed: boolean
  id: string
  /** Whether it was answered inside a film, which nothing but its watching completes. */
  inFilm: boolean
  learner: string
  lesson: string
  marks: Marks
  number: number
  passMark: number
  questions: Question[]
  quiz: string
  /** What it is worth by its record, once it is handed in. */
  result: Result
  review: ReviewState
  standing: LessonFacts['stands']['standing']
  startedAt: string
  submittedAt: null | string
  /** Whether a person is still to read something. */
  waits: boolean
}

/** What every statement on attempts `a` reads; joins their enrollment `e` and lesson `l`. */
export const ATTEMPT = sql`select a.id, a.answers, l.course_id as course, to_json(a.deadline_at) #>> '{}' as "deadlineAt",
    a.enrollment_id as enrollment, ${standingIn('e')} as standing, a.learner_id as learner, a.lesson_id as lesson, coalesce(a.marks, '{}') as marks,
    json_build_object('score', a.score::float8, 'maxScore', a.max_score::float8, 'percent', a.percent::float8,
      'passed', coalesce(a.passed, false)) as result, coalesce(a.in_film, false) as "inFilm", coalesce(a.passed, false) as "hasPassed", coalesce(a.waits, false) as waits,
    a.number::int as number, a.pass_mark::float8 as "passMark", a.questions, a.quiz_id as quiz,
    to_json(a.started_at) #>> '{}' as "startedAt", to_json(a.submitted_at) #>> '{}' as "submittedAt",
    (select json_build_object('policy', q.review, 'from', q.review_from, 'limit', q.attempt_limit + coalesce((${allowanceOf({ enrollment: sql`a.enrollment_id`, quiz: sql`q.id` })} ->> 'attempts')::int, 0), 'made', count(o.id),
        'hasPassed', coalesce(bool_or(o.passed), false))
      from quizzes q join quiz_attempts o on o.lesson_id = a.lesson_id and o.learner_id = a.learner_id
      where q.id = a.quiz_id group by q.id) as review
  from quiz_attempts a join enrollments e on e.id = a.enrollment_id join lessons l on l.id = a.lesson_id`

/** Reads a learner's own attempt and holds it until the transaction ends; null where there is none. */
export const holdAttempt = async ({
  id,
  learner,
  req,
}: {
  id: string
  learner: string
  req: PayloadRequest
}): Promise<Attempt | null> =>
  (await row<Attempt>(
    req,
    sql`${ATTEMPT} where a.id = ${id} and a.learner_id = ${learner} and a.in_film is not true for no key update of a`,
  )) ?? null

/** Refuses what its learner lost: accessEnded, lessonLocked. What is begun is reached, so that no rule of release holds it back. */
export const requireEnrolled = async (
  { course, learner, lesson, standing }: Attempt,
  req: PayloadRequest,
): Promise<void> => {
  const stands = { standing, zones: { learner: null, school: 'UTC' } }
  const facts = { course, isDripped: false, isPreview: false, lesson, stands }
  refuseLocked(await lockOf({ asker: { isAuthor: false, learner }, facts, req }))
}

/** Refuses what is handed in already, and what its learner lost: attemptClosed, and as above. */
export const requireOpen = async (attempt: Attempt, req: PayloadRequest): Promise<void> => {
  if (attempt.submittedAt) {
    throw new RuleError('attemptClosed')
  }
  await requireEnrolled(attempt, req)
}

/** Whether an attempt's time is over at `now`. */
export const isLate = ({ deadlineAt }: Attempt, now: Date): boolean =>
  isOverdue(deadlineAt ? new Date(deadlineAt) : null, now)

/** The chosen answers alone, as grading wants them. */
export const chosenIn = (answers: Answered): Chosen =>
  Object.fromEntries(Object.entries(answers).map(([question, { chosen }]) => [question, chosen]))

/** Answers given now, ready to be laid over those that were kept. */
export const answeredAt = (chosen: Chosen, now: Date): Answered =>
  Object.fromEntries(
    Object.entries(chosen).map(([question, answers]) => [
      question,
      { at: now.toISOString(), chosen: [...answers] },
    ]),
  )

/** An attempt without anything that gives its answers away. */
export const openAttempt = (
  { id, answers, deadlineAt, lesson, number, questions, quiz, startedAt }: Attempt,
  pictures: Pictures,
): OpenAttempt => ({
  id,
  answers: chosenIn(answers),
  deadlineAt,
  lesson,
  number,
  pictures,
  questions: questions.map(withoutKey),
  quiz,
  startedAt,
})
