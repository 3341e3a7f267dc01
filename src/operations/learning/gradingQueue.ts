import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'

/** An attempt that waits for a grader. */
export type Waiting = {
  course: { id: string; title: string }
  id: string
  learner: string
  lesson: string
  number: number
  /** ISO 8601. */
  submittedAt: string
}

export type WaitingPage = {
  /** What waits, the oldest first. */
  attempts: Waiting[]
  /** Courses in which anything waits, with how much. */
  courses: { id: string; title: string; waiting: number }[]
  /** Where the next page begins; null at the end. */
  next: null | string
}

const PAGE = 20

const LATER = /^(\d{4}-\d\d-\d\dT[\d:.+Z-]+)_([0-9a-f-]{36})$/

/** Attempts with answers that somebody must read, the longest waiting first, a page from `after` on; of one course where it is named. */
export const waitingAttempts = async ({
  after,
  course,
  req,
}: {
  after?: string
  course?: string
  req: PayloadRequest
}): Promise<WaitingPage> => {
  const [, at, id] = LATER.exec(after ?? '') ?? []
  const ofCourse = course ? sql`and l.course_id = ${course}` : sql``
  const later = at ? sql`and (a.submitted_at, a.id) > (${at}::timestamptz, ${id}::uuid)` : sql``
  const found = await rows<Waiting>(
    req,
    sql`select a.id, u.name as learner, l.title as lesson, a.number::int as number,
          json_build_object('id', c.id, 'title', c.title) as course, to_json(a.submitted_at) #>> '{}' as "submittedAt"
        from quiz_attempts a join users u on u.id = a.learner_id join lessons l on l.id = a.lesson_id
          join courses c on c.id = l.course_id
        where a.waits ${ofCourse} ${later}
        order by a.submitted_at, a.id limit ${PAGE + 1}`,
  )
  const attempts = found.slice(0, PAGE)
  const last = found.length > PAGE ? attempts.at(-1) : undefined

  return {
    attempts,
    courses: await rows<WaitingPage['courses'][number]>(
      req,
      sql`select c.id, c.title, count(*)::int as waiting from quiz_attempts a
          join lessons l on l.id = a.lesson_id join courses c on c.id = l.course_id
          where a.waits group by c.id, c.title order by c.title, c.id`,
    ),
    next: last ? `${last.submittedAt}_${last.id}` : null,
  }
}
