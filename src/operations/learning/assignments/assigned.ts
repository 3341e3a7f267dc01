import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Assignment, KeptAssignment } from '@/domain/catalog/lessons/assignment'
import type { Closed, SubmissionState } from '@/domain/learning/assignments/submissions'

import { row } from '@/database/transaction'
import { assignmentOf } from '@/domain/catalog/lessons/assignment'
import { dueOf } from '@/domain/learning/assignments/due'
import { closedFor, isAnswer } from '@/domain/learning/assignments/submissions'

import type { Seat } from '../seat'

import { seatOf } from '../seat'
import { lessonFor } from '../seenLessons'
import { KEPT_ASSIGNMENT } from './kept'

/** An assignment before one of its learners, at one moment. */
export type Assigned = {
  assignment: Assignment
  /** Why nothing can be handed in; null where it can. */
  closed: Closed | null
  /** By when; for what answers a submission that was given back, by when that was wanted again. Null for no date. */
  due: Date | null
  /** The number of the next submission, from 1. */
  next: number
  seat: Seat
  /** By whose clock it is due: IANA name. */
  zone: string
}

type Read = {
  again: null | string
  enrolledAt: string
  kept: KeptAssignment
  past: SubmissionState[]
  releasedAt: null | string
  zone: string
}

/**
 * A learner's assignment, by the server's clock. Null where there is no such lesson, or it is none; throws
 * lessonLocked, lessonNotYet and accessEnded.
 */
export const assignedTo = async ({
  learner,
  lesson,
  now,
  req,
}: {
  learner: string
  lesson: string
  now: Date
  req: PayloadRequest
}): Promise<Assigned | null> => {
  const seat = await seatOf({ caller: { account: learner }, lesson, req })
  if (seat?.kind !== 'assignment') {
    return null
  }
  const read = await row<Read>(
    req,
    sql`select ${KEPT_ASSIGNMENT} as kept, to_json(e.created_at) #>> '{}' as "enrolledAt",
          (select to_json(r.created_at) #>> '{}' from lesson_releases r where r.enrollment_id = e.id and r.lesson_id = l.id) as "releasedAt",
          (select coalesce(t.settings_time_zone, 'UTC') from tenants t where t.id = l.tenant_id) as zone,
          (select coalesce(json_agg(s.state order by s.number), '[]'::json) from submissions s
            where s.lesson_id = l.id and s.learner_id = e.learner_id and s.state <> 'draft') as past,
          (select to_json(s.again_at) #>> '{}' from submissions s where s.lesson_id = l.id and s.learner_id = e.learner_id
            and s.state <> 'draft' order by s.number desc limit 1) as again
        from ${lessonFor({ learner, lesson })} l join enrollments e on e.id = ${seat.enrollment}`,
  )
  if (!read) {
    return null
  }
  const { again, enrolledAt, kept, past, releasedAt, zone } = read
  const assignment = assignmentOf(kept)
  const due = dueOf(assignment, {
    enrolledAt: new Date(enrolledAt),
    releasedAt: releasedAt === null ? null : new Date(releasedAt),
    zone,
  })
  const wanted = again === null ? null : new Date(again)

  return {
    assignment,
    closed: closedFor({ again: wanted, assignment, due, now, past }),
    due: isAnswer({ assignment, past }) ? wanted : due,
    next: past.length + 1,
    seat,
    zone,
  }
}
