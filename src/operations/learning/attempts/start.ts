import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { randomInt } from 'node:crypto'

import type { Allowance } from '@/domain/learning/allowances'
import type { OpenAttempt } from '@/domain/learning/attempts'

import { OPEN_ENROLLMENT } from '@/database/openEnrollments'
import { inTransaction, row, rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { limitsWith } from '@/domain/learning/allowances'
import { deadlineOf, nextNumber } from '@/domain/learning/attempts'
import { arranged } from '@/domain/learning/questions/arrange'
import { randomFrom } from '@/domain/learning/questions/shuffle'

import type { LessonFacts } from '../entitlements'
import type { Attempt } from './attempt'
import type { QuizItem } from './bank'

import { whileActive } from '../activity'
import { allowanceOf } from '../allowances'
import { lessonFacts, lockOf, refuseLocked } from '../entitlements'
import { lessonsWithQuiz } from '../seenLessons'
import { ATTEMPT, isLate } from './attempt'
import { questionsAsked } from './bank'
import { closeOverdue } from './close'
import { attemptInReadersWords } from './inWords'

type Given = {
  learner: string
  /** Where several lessons hold the quiz, the one that is meant. */
  lesson?: string
  now?: Date
  quiz: string
  req: PayloadRequest
  tenant: string
}

type Seat = {
  attemptLimit: null | number
  enrollment: null | string
  facts: LessonFacts
  lesson: string
  passMark: number
  timeLimit: null | number
}

/**
 * The learner's attempt at a quiz: the one under way, or a new one. An attempt whose time ran out is
 * closed first, and stays closed though a new one be refused: so this must not run inside another
 * transaction. Null where no lesson shows such a quiz; throws lessonLocked, accessEnded, lessonNotYet, quizEmpty, attemptLimitReached.
 */
export const startAttempt = async ({
  now = new Date(),
  ...given
}: Given): Promise<null | OpenAttempt> => {
  const { learner, req, tenant } = given
  const seat = await quizSeat(given)
  if (!seat) {
    return null
  }
  const { enrollment, facts, lesson } = seat
  // A preview is there to be read: what is graded is for those enrolled.
  const asker = { isAuthor: false, learner }
  refuseLocked(await lockOf({ asker, facts: { ...facts, isPreview: false }, now, req }))
  if (!enrollment) {
    throw new RuleError('lessonLocked')
  }
  const underWay = await inTransaction(req, async () => {
    const attempt = await running({ enrollment, learner, lesson, req })
    if (attempt && isLate(attempt, now)) {
      await closeOverdue({ attempt, req, tenant })

      return null
    }

    return attempt
  })
  const attempt =
    underWay ??
    (await inTransaction(req, async () => {
      const other = await running({ enrollment, learner, lesson, req })

      return other ?? begin({ ...given, now, seat: { ...seat, enrollment } })
    }))

  return attemptInReadersWords(req, attempt)
}

/** The lesson that holds the quiz: before all one with an attempt under way, then one that is open to the learner. */
const quizSeat = ({ learner, lesson, quiz, req }: Given): Promise<Seat | undefined> =>
  row<Seat>(
    req,
    sql`select l.id as lesson, e.id as enrollment, ${lessonFacts({ isAuthor: false, learner })} as facts, q.pass_mark::float8 as "passMark",
          q.attempt_limit::int as "attemptLimit", q.time_limit::float8 as "timeLimit"
        from quizzes q
        join lateral ${lessonsWithQuiz({ learner, quiz: sql`q.id` })} l on l.kind = 'quiz'
        join courses c on c.id = l.course_id
        left join enrollments e on e.course_id = l.course_id and e.learner_id = ${learner} and ${OPEN_ENROLLMENT}
        where q.id = ${quiz} and q._status = 'published' and (${lesson ?? null}::uuid is null or l.id = ${lesson ?? null}::uuid)
          and (e.id is not null or (c._status = 'published' and c.deleted_at is null))
        order by exists (select 1 from quiz_attempts a
            where a.learner_id = ${learner} and a.lesson_id = l.id and a.quiz_id = q.id and a.submitted_at is null) desc,
          e.id is null, e.created_at, l.id
        limit 1`,
  )

type Where = { enrollment: string; learner: string; lesson: string; req: PayloadRequest }

/** The attempt under way; holds the enrollment, so that a double click makes one attempt. */
const running = async ({ enrollment, learner, lesson, req }: Where): Promise<Attempt | null> => {
  await rows(req, sql`select id from enrollments where id = ${enrollment} for no key update`)
  const attempt = await row<Attempt>(
    req,
    sql`${ATTEMPT} where a.learner_id = ${learner} and a.lesson_id = ${lesson} and a.submitted_at is null
        order by a.number desc limit 1`,
  )

  return attempt ?? null
}

type Beginning = Omit<Given, 'now'> & { now: Date; seat: Seat & { enrollment: string } }

const begin = async ({ learner, now, quiz, req, seat, tenant }: Beginning): Promise<Attempt> => {
  const { enrollment, lesson, passMark } = seat
  const counted = await row<{ allowance: Allowance | null; made: number }>(
    req,
    sql`select count(*)::int as made, ${allowanceOf({ enrollment: sql`${enrollment}::uuid`, quiz: sql`${quiz}::uuid` })} as allowance
        from quiz_attempts where learner_id = ${learner} and lesson_id = ${lesson}`,
  )
  const { attemptLimit, timeLimit } = limitsWith(seat, counted?.allowance ?? null)
  const number = nextNumber({ limit: attemptLimit, made: counted?.made ?? 0 })
  // The quiz is held, so that a key corrected at this moment is either copied or regrades the copy.
  const held = await row<{ answers: boolean; order: boolean; questions: QuizItem[] }>(
    req,
    sql`select questions, coalesce(shuffle_answers, false) as answers, coalesce(shuffle_questions, false) as "order"
        from quizzes where id = ${quiz} for share`,
  )
  const random = randomFrom(randomInt(2 ** 32))
  const items = held?.questions ?? []
  const asked = arranged(
    await questionsAsked({ items, learner, random, req }),
    { answers: held?.answers ?? false, questions: held?.order ?? false },
    randomInt(2 ** 32),
  )
  if (asked.length === 0) {
    throw new RuleError('quizEmpty')
  }
  const made = await row<{ id: string }>(
    req,
    whileActive(
      enrollment,
      sql`insert into quiz_attempts (id, tenant_id, learner_id, quiz_id, lesson_id, enrollment_id, number, questions,
            answers, pass_mark, started_at, deadline_at)
          values (uuidv7(), ${tenant}, ${learner}, ${quiz}, ${lesson}, ${enrollment}, ${number}, ${JSON.stringify(asked)}::jsonb,
            '{}', ${passMark}, ${now.toISOString()}::timestamptz, ${deadlineOf(now, timeLimit)?.toISOString() ?? null}::timestamptz)
          returning id`,
    ),
  )
  const attempt = made && (await row<Attempt>(req, sql`${ATTEMPT} where a.id = ${made.id}`))
  if (!attempt) {
    throw new Error('An attempt vanished while it was made.')
  }

  return attempt
}
