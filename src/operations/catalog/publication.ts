import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Finding, Point } from '@/domain/catalog/publication/checklist'
import type { Stage, Step } from '@/domain/catalog/publication/workflow'
import type { Publishers } from '@/domain/tenancy/publishers'

import { rows } from '@/database/transaction'
import { stepsFrom } from '@/domain/catalog/publication/workflow'
import { isManager } from '@hooks/access'

import { checklistOf } from './publication/checklist'
import { seenOf } from './publication/seen'
import { standingOf } from './publication/standing'

/** A line of a course's log; `at` is ISO 8601, `author` null where it was the platform, or their account is gone. */
export type LogLine = {
  at: string
  author: null | string
  from: Stage
  id: string
  note: null | string
  points: Point[]
  step: Step
  to: Stage
}

/** Where a course stands, what whoever asks may do with it, what is missing, and what was said and done. */
export type Publication = {
  checklist: Finding[]
  isPublished: boolean
  /** The newest first. */
  log: LogLine[]
  publishers: Publishers
  /** Names the course as it is now; an approval sends it back. */
  seen: string
  stage: Stage
  steps: Step[]
}

const MOST_LINES = 100

/** How a course stands for whoever asks; null where there is no such course. */
export const publicationOf = async ({
  course,
  req,
}: {
  course: string
  req: PayloadRequest
}): Promise<null | Publication> => {
  const standing = await standingOf({ course, req })
  if (!standing) {
    return null
  }
  const { isPublished, publishers, stage, tenant } = standing

  return {
    checklist: await checklistOf({ course, req, tenant }),
    isPublished,
    log: await rows<LogLine>(
      req,
      sql`select l.id, l.step, l.from_stage as "from", l.to_stage as "to", l.note, coalesce(l.points, '[]') as points,
            to_json(l.created_at) as at, u.name as author
          from course_log l left join users u on u.id = l.author_id
          where l.course_id::text = ${course} order by l.id desc limit ${MOST_LINES}`,
    ),
    publishers,
    seen: await seenOf({ course, req }),
    stage,
    steps: stepsFrom(standing),
  }
}

/** A course that waits to be approved; `since` is ISO 8601. */
export type WaitingCourse = {
  author: null | string
  id: string
  isPublished: boolean
  note: null | string
  since: string
  title: string
}

const MOST_WAITING = 100

/** Courses that wait to be approved, the longest waiting first; null for whoever may not approve. */
export const waitingCourses = async ({
  req,
}: {
  req: PayloadRequest
}): Promise<null | WaitingCourse[]> =>
  isManager(req)
    ? rows<WaitingCourse>(
        req,
        sql`select c.id, coalesce(v.version_title, c.title, '') as title, c._status is not distinct from 'published' as "isPublished",
          to_json(s.created_at) as since, s.note, u.name as author
        from courses c
        join lateral (select l.to_stage from course_log l where l.course_id = c.id order by l.id desc limit 1) last
          on last.to_stage = 'inReview'
        join lateral (select l.created_at, l.note, l.author_id from course_log l
          where l.course_id = c.id and l.step = 'submit' order by l.id desc limit 1) s on true
        left join users u on u.id = s.author_id
        left join _courses_v v on v.parent_id = c.id and v.latest
        where c.deleted_at is null
        order by s.created_at, c.id limit ${MOST_WAITING}`,
      )
    : null
