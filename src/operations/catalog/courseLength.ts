import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'

/** What a course comes to: how many lessons are published, their length in seconds, and the length its author says. */
export type CourseLength = { lessons: number; ofLessons: number; stated: null | number }

const NOTHING: CourseLength = { lessons: 0, ofLessons: 0, stated: null }

/** What some courses come to, in one statement. */
const lengthsOf = async (
  req: PayloadRequest,
  courses: readonly string[],
): Promise<Map<string, CourseLength>> => {
  const found = await rows<CourseLength & { course: string }>(
    req,
    sql`select c.id as course, count(l.id)::int as lessons, coalesce(sum(l.duration), 0)::float8 as "ofLessons",
          (c.duration_minutes * 60)::float8 as stated
        from courses c
        left join lessons l on l.course_id = c.id and l._status = 'published' and l.deleted_at is null
        where c.id = any(${sql.param([...courses])}::uuid[])
        group by c.id`,
  )

  return new Map(found.map(({ course, ...length }) => [course, length]))
}

type Batch = { answer: Promise<Map<string, CourseLength>>; ids: Set<string> }

const batches = new WeakMap<PayloadRequest, Batch>()

const batchOf = (req: PayloadRequest): Batch => {
  const open = batches.get(req)
  if (open) {
    return open
  }
  const ids = new Set<string>()
  const answer = new Promise((resolve) => setImmediate(resolve)).then(() => {
    batches.delete(req)

    return lengthsOf(req, [...ids])
  })
  const batch = { answer, ids }
  batches.set(req, batch)

  return batch
}

/** What one course comes to. Courses that are asked for in the same turn share one statement. */
export const courseLength = async ({
  course,
  req,
}: {
  course: string
  req: PayloadRequest
}): Promise<CourseLength> => {
  const { answer, ids } = batchOf(req)
  ids.add(course)

  return (await answer).get(course) ?? NOTHING
}
