import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'

/** What learners gave a course: how many of them, and their stars on average, unrounded. */
export type Rating = { average: number; count: number }

/** The rating of each course that has one, counted from the reviews that are shown: `course`, `average`, `count`. */
export const RATINGS = sql`select course_id as course, avg(stars)::float8 as average, count(*)::int as count
  from reviews where status = 'published' group by course_id`

/** Ratings of these courses by course; one statement. */
export const courseRatings = async ({
  courses,
  req,
}: {
  courses: readonly string[]
  req: PayloadRequest
}): Promise<Map<string, Rating>> => {
  const found = await rows<Rating & { course: string }>(
    req,
    sql`select * from (${RATINGS}) r where r.course = any(${sql.param([...courses])}::uuid[])`,
  )

  return new Map(found.map(({ average, count, course }) => [course, { average, count }]))
}
