import { sql } from '@payloadcms/db-postgres'

import type { Locale } from '@/domain/tenancy/locales'

import { rows } from '@/database/transaction'
import { queueEmails } from '@/operations/mail/queueEmails'
import { READERS } from '@/operations/marketing/courseUpdates'
import { schoolOf } from '@/operations/tenancy/school'
import { textInTheirs } from '@/operations/translation/textIn'
import { reaction } from '@hooks/events/reaction'

/** Learners looked up, and mails ordered, by one statement each. */
const AT_ONCE = 2_000

const FIRST_ID = '00000000-0000-0000-0000-000000000000'

type Told = {
  course: string
  email: string
  enrollment: string
  locale: Locale | null
  message: string
  name: string
  slug: string
}

/**
 * Mails an update to every learner who was enrolled when it was written, once however often it runs:
 * in batches, each in a transaction of its own, so that a second run goes on where the first ended.
 */
export const mailLearnersOnCourseUpdateWritten = reaction({
  name: 'mailLearnersOnCourseUpdateWritten',
  on: 'courseUpdate.written',
  run: async ({ data: { courseUpdate }, req, tenant }) => {
    const school = await schoolOf({ req, tenant })
    let after = FIRST_ID
    while (school) {
      const learners = await rows<Told>(
        req,
        sql`select e.id as enrollment, u.email, u.locale, u.name, w.message, ${textInTheirs({ locale: sql`u.locale`, tenant: sql`e.tenant_id` }, 'courses', { field: 'title', of: sql`c.id`, own: sql`c.title` })} as course, c.slug
            from course_updates w join courses c on c.id = w.course_id, ${READERS}
            where w.id = ${courseUpdate} and e.course_id = w.course_id
              and e.created_at <= w.created_at and e.id > ${after}
            order by e.id limit ${AT_ONCE}`,
      )
      await queueEmails({
        emails: learners.map(({ name, slug, course, email, enrollment, locale, message }) => ({
          data: { name, course, message, url: `${school.origin}/learn/${slug}` },
          key: `courseUpdate:${courseUpdate}:${enrollment}`,
          locale: locale ?? school.locale,
          template: 'courseUpdate',
          to: email,
        })),
        req,
      })
      const last = learners.at(-1)
      if (!last || learners.length < AT_ONCE) {
        return
      }
      after = last.enrollment
    }
  },
  transaction: false,
})
