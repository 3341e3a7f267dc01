import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { announce } from '@hooks/events/announce'

import type { Seat } from './seat'

import { whileActive } from './activity'
import { percentNow, rollUp } from './rollUp'
import { seatOf } from './seat'

/**
 * Completes a lesson for a learner, whatever was seen of it, and notes that they are active where this is their act. Of any
 * number of calls at once the one that did it announces lesson.completed. Runs in the caller's transaction.
 */
export const completeLesson = async ({
  isTheirAct = false,
  req,
  seat: { course, enrollment, learner, lesson },
  tenant,
}: {
  /** Whether nothing but this says that its learner did something. */
  isTheirAct?: boolean
  req: PayloadRequest
  seat: Pick<Seat, 'course' | 'enrollment' | 'learner' | 'lesson'>
  tenant: string
}): Promise<void> => {
  const statement = sql`insert into progress (id, tenant_id, learner_id, lesson_id, course_id, enrollment_id,
          spans, seconds, share, position, completed_at)
        values (uuidv7(), ${tenant}, ${learner}, ${lesson}, ${course}, ${enrollment}, '[]', 0, 0, 0, now())
        on conflict (tenant_id, learner_id, lesson_id) do update
          set completed_at = now(), enrollment_id = excluded.enrollment_id, updated_at = now()
          where progress.completed_at is null
        returning id`
  const first = await row(req, isTheirAct ? whileActive(enrollment, statement) : statement)
  if (first) {
    await announce({ data: { enrollment, lesson }, fact: 'lesson.completed', req, tenant })
  }
}

/**
 * Opens a lesson again that a pass had completed which is none any more, where no other attempt passed it, and counts its
 * course anew. In a course that is completed nothing is taken back. Runs in the caller's transaction.
 */
export const takeBackLesson = async ({
  req,
  seat: { enrollment, learner, lesson },
  tenant,
}: {
  req: PayloadRequest
  seat: Pick<Seat, 'enrollment' | 'learner' | 'lesson'>
  tenant: string
}): Promise<void> => {
  const opened = await row(
    req,
    sql`update progress p set completed_at = null, updated_at = now()
        where p.learner_id = ${learner} and p.lesson_id = ${lesson} and p.completed_at is not null
          and not exists (select 1 from quiz_attempts a
            where a.learner_id = p.learner_id and a.lesson_id = p.lesson_id and a.passed)
          and not exists (select 1 from enrollments e where e.id = ${enrollment} and e.completed_at is not null)
        returning id`,
  )
  if (opened) {
    await rollUp({ enrollment, req, tenant })
  }
}

/**
 * The learner says that a lesson is done: right where its author leaves it to them, and where its length
 * is unknown. Null where there is no such lesson; throws lessonLocked, notCompletable where another
 * rule decides, and cuesUnanswered where a question inside its film has to be answered first.
 */
export const sayCompleted = async ({
  learner,
  lesson,
  req,
  tenant,
}: {
  learner: string
  lesson: string
  req: PayloadRequest
  tenant: string
}): Promise<null | { completed: true; percent: number }> => {
  const seat = await seatOf({ caller: { account: learner }, lesson, req })
  if (!seat) {
    return null
  }
  if (seat.completion.rule !== 'manual') {
    throw new RuleError('notCompletable')
  }
  if (seat.isAsking) {
    throw new RuleError('cuesUnanswered')
  }
  await completeLesson({ isTheirAct: true, req, seat, tenant })

  return { completed: true, percent: await percentNow({ course: seat.course, learner, req }) }
}
