import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { languageOf } from '@/operations/translation/reading'
import { textIn } from '@/operations/translation/textIn'

/** A course that has to be completed first, with the way to it. */
export type MissingCourse = { slug: string; title: string }

/**
 * Courses that have to be completed before some others, and that a learner has not completed: of those that are
 * published, not bought together with them, and only for courses that the learner was never enrolled in. Of nobody
 * all are missing.
 */
export const missingBefore = async ({
  courses,
  learner,
  req,
}: {
  courses: readonly string[]
  learner: null | string
  req: PayloadRequest
}): Promise<MissingCourse[]> => {
  const language = await languageOf(req)
  const ids = sql`(select jsonb_array_elements_text(${JSON.stringify(courses)}::jsonb))`

  return rows<MissingCourse>(
    req,
    sql`select p.slug, ${textIn(language, 'courses', { field: 'title', of: sql`p.id`, own: sql`p.title` })} as title
        from courses p
        where p._status = 'published' and p.deleted_at is null and p.id::text not in ${ids}
          and exists (select 1 from courses_rels r
            where r.courses_id = p.id and r.path = 'prerequisites' and r.parent_id::text in ${ids}
              and not exists (select 1 from enrollments e where e.course_id = r.parent_id and e.learner_id = ${learner}::uuid
                and e.status <> 'revoked'))
          and not exists (select 1 from enrollments e
            where e.course_id = p.id and e.learner_id = ${learner}::uuid and e.completed_at is not null)
        order by p.title, p.id`,
  )
}

/** Throws prerequisitesMissing, with the courses that are `missing`, where some have to be completed first. */
export const requirePrerequisites = async (
  asked: Parameters<typeof missingBefore>[0],
): Promise<void> => {
  const missing = await missingBefore(asked)
  if (missing.length > 0) {
    throw new RuleError('prerequisitesMissing', { missing })
  }
}
