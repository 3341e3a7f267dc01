import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ListedCourse } from './listedCourses'

import { rows } from '@/database/transaction'

import { listedCourses } from './listedCourses'

const MOST = 3

/**
 * Courses that a reader of this one may want as well: first those of its main category, then those
 * that share any, then by the same teacher, then the newest. Four statements.
 */
export const relatedCourses = async ({
  course,
  req,
}: {
  course: string
  req: PayloadRequest
}): Promise<ListedCourse[]> => {
  const shelvesOf = (id: ReturnType<typeof sql>) => sql`
    select category_id from courses where id = ${id} and category_id is not null
    union select categories_id from courses_rels where parent_id = ${id} and categories_id is not null`
  const found = await rows<{ id: string }>(
    req,
    sql`select o.id from courses o join courses c on c.id = ${course}
        where o.id <> c.id and o._status = 'published' and o.deleted_at is null
        order by (o.category_id is not distinct from c.category_id and c.category_id is not null) desc,
          exists ((${shelvesOf(sql`o.id`)}) intersect (${shelvesOf(sql`c.id`)})) desc,
          (o.instructor_id = c.instructor_id) desc nulls last, o.created_at desc, o.id desc
        limit ${MOST}`,
  )
  const ids = found.map(({ id }) => id)

  return ids.length > 0 ? listedCourses({ ids, limit: MOST, req }) : []
}
