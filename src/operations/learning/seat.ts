import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Completion } from '@/domain/learning/completion'
import type { Span } from '@/domain/learning/spans'

import type { Caller } from '@/operations/identity/session'

import { standingIn } from '@/database/openEnrollments'
import { row } from '@/database/transaction'
import { completionOf } from '@/domain/learning/completion'
import { accountOf, SessionEnded } from '@/operations/identity/session'

import type { LessonFacts } from './entitlements'

import { DRIPPED, lockOf, refuseLocked } from './entitlements'
import { LENGTH } from './lessonContent'

/** What a learner has of a lesson so far; `version` names the stored row as it was read. */
export type Kept = {
  completedAt: null | string
  id: string
  position: number
  positionAt: null | string
  spans: Span[]
  version: string
}

/** A learner's place in a lesson: the enrollment that opens it, and what was kept of it. */
export type Seat = {
  completion: Completion
  course: string
  enrollment: string
  kept: Kept | null
  kind: string
  learner: string
  /** Seconds or pages, as its kind counts; 0 where that is unknown. */
  length: number
  lesson: string
  percent: number
}

type Read = Omit<Kept, 'id'> &
  Omit<Seat, 'completion' | 'enrollment' | 'kept' | 'learner' | 'lesson'> & {
    enrollment: null | string
    isDripped: boolean
    progress: null | string
    rule: null | string
    share: null | number
    standing: LessonFacts['stands']['standing']
  }

/** Columns of a progress row `p`, as `Kept` names them. */
export const KEPT = sql`p.spans, p.position::float8 as position, p.position_at as "positionAt",
  p.completed_at as "completedAt", p.xmin::text as version`

/**
 * Finds a learner's place in a published lesson in one statement: null where there is no such
 * lesson; throws SessionEnded where the caller's session names nobody, lessonLocked where the learner is not
 * enrolled, accessEnded where the time of the enrollment is over, and lessonNotYet where a rule of release holds
 * the lesson back: that alone costs another statement, until the learner has begun the lesson.
 */
export const seatOf = async ({
  caller,
  lesson,
  req,
}: {
  caller: Caller
  lesson: string
  req: PayloadRequest
}): Promise<null | Seat> => {
  const found = await row<{ learner: null | string } & (Read | { kind: null })>(
    req,
    sql`select w.learner, s.* from (select ${accountOf(caller)} as learner) w left join lateral (
        select l.course_id as course, l.kind, coalesce(${LENGTH}, 0)::float8 as length,
          l.completion_rule as rule, l.completion_percent::float8 as share,
          e.id as enrollment, ${DRIPPED} as "isDripped", case when e.id is not null then ${standingIn('e')} end as standing, e.percent::int as percent, p.id as progress, ${KEPT}
        from lessons l
        left join enrollments e on e.course_id = l.course_id and e.learner_id = w.learner
        left join progress p on p.lesson_id = l.id and p.learner_id = w.learner
        where l.id = ${lesson} and l._status = 'published' and l.deleted_at is null
          and (e.id is not null or exists (
            select 1 from courses c where c.id = l.course_id and c._status = 'published' and c.deleted_at is null))
      ) s on true`,
  )
  if (!found?.learner) {
    throw new SessionEnded()
  }
  if (found.kind === null) {
    return null
  }
  const {
    completedAt,
    course,
    enrollment,
    isDripped,
    kind,
    learner,
    length,
    percent,
    position,
    positionAt,
    progress,
    rule,
    share,
    spans,
    standing,
    version,
  } = found
  const facts = {
    course,
    isDripped: isDripped && !progress,
    isPreview: false,
    lesson,
    stands: { standing, zones: { learner: null, school: 'UTC' } },
  }
  refuseLocked(await lockOf({ asker: { isAuthor: false, learner }, facts, req }))
  if (!enrollment) {
    throw new Error('A lesson is open to somebody who is not enrolled.')
  }
  const kept = progress && { id: progress, completedAt, position, positionAt, spans, version }

  const completion = completionOf({ kind, length, percent: share, rule })

  return {
    completion,
    course,
    enrollment,
    kept: kept || null,
    kind,
    learner,
    length,
    lesson,
    percent,
  }
}
