import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { leastReading } from '@/domain/learning/reading'

import { whileActive } from './activity'
import { completeLesson } from './complete'
import { percentNow } from './rollUp'
import { seatOf } from './seat'
import { lessonFor } from './seenLessons'

/** How things stand with a text: `wait` is in how many seconds its end will count, 0 where it would now. */
export type TextRead = { completed: boolean; percent: number; wait: number }

/**
 * Notes that a learner has opened a text, or is at its end. The end counts once as much time has passed
 * since the text was first opened, by the server's clock, as the quickest reader needs. Null where there
 * is no such lesson; throws lessonLocked, and notCompletable where another rule decides. Runs in the
 * caller's transaction.
 */
export const recordRead = async ({
  isAtEnd,
  learner,
  lesson,
  req,
  tenant,
}: {
  isAtEnd: boolean
  learner: string
  lesson: string
  req: PayloadRequest
  tenant: string
}): Promise<null | TextRead> => {
  const seat = await seatOf({ caller: { account: learner }, lesson, req })
  if (!seat) {
    return null
  }
  const { completion, course, enrollment, kept, kind, percent } = seat
  if (kind !== 'text' || completion.rule !== 'end') {
    throw new RuleError('notCompletable')
  }
  if (kept?.completedAt) {
    return { completed: true, percent, wait: 0 }
  }
  const opened = await row<{ body: unknown; seconds: number }>(
    req,
    whileActive(
      enrollment,
      sql`insert into progress (id, tenant_id, learner_id, lesson_id, course_id, enrollment_id, spans, seconds, share, position)
          values (uuidv7(), ${tenant}, ${learner}, ${lesson}, ${course}, ${enrollment}, '[]', 0, 0, 0)
          on conflict (tenant_id, learner_id, lesson_id) do update set enrollment_id = excluded.enrollment_id
          returning extract(epoch from clock_timestamp() - created_at)::float8 as seconds,
            (select l.body from ${lessonFor({ learner, lesson })} l) as body`,
    ),
  )
  const wait = Math.max(Math.ceil(leastReading(opened?.body) - (opened?.seconds ?? 0)), 0)
  if (!isAtEnd || wait > 0) {
    return { completed: false, percent, wait }
  }
  await completeLesson({ req, seat, tenant })

  return { completed: true, percent: await percentNow({ course, learner, req }), wait: 0 }
}
