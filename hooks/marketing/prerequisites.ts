import { sql } from '@payloadcms/db-postgres'

import type { Locale } from '@/domain/tenancy/locales'

import { rows } from '@/database/transaction'
import { queueEmails } from '@/operations/mail/queueEmails'
import { schoolOf } from '@/operations/tenancy/school'
import { textInTheirs } from '@/operations/translation/textIn'
import { reaction } from '@hooks/events/reaction'

type Told = {
  course: string
  email: string
  id: string
  learner: string
  locale: Locale | null
  name: string
  slug: string
}

/** Tells a learner which courses are open for enrollment now that the last one before them is completed; once for each. */
export const tellLearnerOnPrerequisiteCompleted = reaction({
  name: 'tellLearnerOnPrerequisiteCompleted',
  on: 'course.completed',
  run: async ({ data: { enrollment }, req, tenant }) => {
    const school = await schoolOf({ req, tenant })
    const found = await rows<Told>(
      req,
      sql`select c.id, c.slug, u.id as learner, u.email, u.locale, u.name,
            ${textInTheirs({ locale: sql`u.locale`, tenant: sql`e.tenant_id` }, 'courses', { field: 'title', of: sql`c.id`, own: sql`c.title` })} as course
          from enrollments e join users u on u.id = e.learner_id and u.status = 'active'
          join courses_rels r on r.courses_id = e.course_id and r.path = 'prerequisites'
          join courses c on c.id = r.parent_id and c._status = 'published' and c.deleted_at is null
          where e.id = ${enrollment}
            and not exists (select 1 from enrollments o where o.course_id = c.id and o.learner_id = e.learner_id)
            and not exists (select 1 from courses_rels b join courses p on p.id = b.courses_id
              where b.parent_id = c.id and b.path = 'prerequisites' and p._status = 'published' and p.deleted_at is null
                and not exists (select 1 from enrollments d
                  where d.course_id = p.id and d.learner_id = e.learner_id and d.completed_at is not null))
          order by c.id`,
    )
    if (school && found.length > 0) {
      await queueEmails({
        emails: found.map(({ id, name, slug, course, email, learner, locale }) => ({
          data: { name, course, url: `${school.origin}/courses/${slug}` },
          key: `prerequisitesMet:${id}:${learner}`,
          locale: locale ?? school.locale,
          template: 'prerequisitesMet' as const,
          to: email,
        })),
        req,
      })
    }
  },
})
