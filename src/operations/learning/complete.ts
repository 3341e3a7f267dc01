import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { announce } from '@hooks/events/announce'

import type { Seat } from './seat'

import { percentNow } from './rollUp'
import { seatOf } from './seat'

/**
 * Completes a lesson for a learner, whatever was seen of it. Of any number of calls at once the one
 * that did it announces lesson.completed. Runs in the caller's transaction.
 */
export const completeLesson = async ({
  req,
  seat: { course, enrollment, learner, lesson },
  tenant,
}: {
  req: PayloadRequest
  seat: Pick<Seat, 'course' | 'enrollment' | 'learner' | 'lesson'>
  tenant: string
}): Promise<void> => {
  const first = await row(
    req,
    sql`insert into progress (id, tenant_id, learner_id, lesson_id, course_id, enrollment_id,
          spans, seconds, share, position, completed_at)
        values (uuidv7(), ${tenant}, ${learner}, ${lesson}, ${course}, ${enrollment}, '[]', 0, 0, 0, now())
        on conflict (tenant_id, learner_id, lesson_id) do update
          set completed_at = now(), enrollment_id = excluded.enrollment_id, updated_at = now()
          where progress.completed_at is null
        returning id`,
  )
  if (first) {
    await announce({ data: { enrollment, lesson }, fact: 'lesson.completed', req, tenant })
  }
}

/**
 * The learner says that a lesson is done: right where its author leaves it to them, and where its length
 * is unknown. Null where there is no such lesson; throws lessonLocked, and notCompletable where another
 * rule decides.
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
  await completeLesson({ req, seat, tenant })

  return { completed: true, percent: await percentNow({ course: seat.course, learner, req }) }
}
