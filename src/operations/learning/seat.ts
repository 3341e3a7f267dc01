import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Completion } from '@/domain/learning/completion'
import type { Span } from '@/domain/learning/spans'

import type { Caller } from '@/operations/identity/session'

import { compiled } from '@/database/compiled'
import { standingIn } from '@/database/openEnrollments'
import { completionOf } from '@/domain/learning/completion'
import { accountOf, SessionEnded } from '@/operations/identity/session'

import type { Asks } from './cues/asks'
import type { LessonFacts } from './entitlements'

import { isActiveIn } from './activity'
import { lockOf, refuseLocked } from './entitlements'
import { ASKS, isHeldUp } from './cues/asks'
import { LENGTH } from './lessonContent'
import { lessonFor } from './seenLessons'

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
  /** Whether a question inside its film is to be answered before it can be completed. */
  isAsking: boolean
  /** Whether it is noted already that they are active now. */
  isActive: boolean
  kept: Kept | null
  kind: string
  learner: string
  /** Seconds or pages, as its kind counts; 0 where that is unknown. */
  length: number
  lesson: string
  percent: number
}

type Read = Omit<Kept, 'id'> &
  Omit<Seat, 'completion' | 'enrollment' | 'isAsking' | 'kept' | 'learner' | 'lesson'> & {
    asks: Asks | null
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

/** Reads who calls, and their place in a lesson as `Read`; nulls where there is no such lesson. */
const seatFor = (caller: Caller, lesson: string): SQL =>
  sql`with w as materialized (select ${accountOf(caller)} as learner)
    select w.learner, s.* from w left join lateral (
      select l.course_id as course, l.kind, coalesce(${LENGTH}, 0)::float8 as length,
        l.completion_rule as rule, l.completion_percent::float8 as share,
        e.id as enrollment, l.is_dripped as "isDripped", case when e.id is not null then ${standingIn('e')} end as standing, e.percent::int as percent, ${isActiveIn('e')} as "isActive", p.id as progress, ${KEPT}, ${ASKS} as asks
      from ${lessonFor({ learner: sql`w.learner`, lesson })} l
      left join enrollments e on e.course_id = l.course_id and e.learner_id = w.learner
      left join progress p on p.lesson_id = l.id and p.learner_id = w.learner
      where (e.id is not null or exists (
          select 1 from courses c where c.id = l.course_id and c._status = 'published' and c.deleted_at is null))
    ) s on true`

const READ = {
  account: compiled(({ account, lesson }: { account: string; lesson: string }) =>
    seatFor({ account }, lesson),
  ),
  session: compiled(({ lesson, session }: { lesson: string; session: string }) =>
    seatFor({ session }, lesson),
  ),
}

type Found = { learner: null | string } & (Read | { kind: null })

/**
 * Finds a learner's place in a lesson, published or of their edition, in one statement: null where there is no such
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
  const found = await ('account' in caller
    ? READ.account<Found>(req, { ...caller, lesson })
    : READ.session<Found>(req, { ...caller, lesson }))
  if (!found?.learner) {
    throw new SessionEnded()
  }
  if (found.kind === null) {
    return null
  }
  const {
    asks,
    completedAt,
    course,
    enrollment,
    isActive,
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
    isActive,
    isAsking: isHeldUp(asks),
    kept: kept || null,
    kind,
    learner,
    length,
    lesson,
    percent,
  }
}
