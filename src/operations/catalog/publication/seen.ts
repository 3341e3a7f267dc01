import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'

/** When a course, or a section or lesson of it, was last written: what an approval is about. */
export const seenOf = async ({
  course,
  req,
}: {
  course: string
  req: PayloadRequest
}): Promise<string> => {
  const found = await row<{ seen: null | string }>(
    req,
    sql`select to_json(greatest(
          (select max(c.updated_at) from courses c where c.id::text = ${course}),
          (select max(v.updated_at) from _courses_v v where v.parent_id::text = ${course}),
          (select max(s.updated_at) from sections s where s.course_id::text = ${course}),
          (select max(l.updated_at) from lessons l where l.course_id::text = ${course}),
          (select max(v.updated_at) from _lessons_v v join lessons l on l.id = v.parent_id where l.course_id::text = ${course})
        )) #>> '{}' as seen`,
  )

  return found?.seen ?? ''
}
