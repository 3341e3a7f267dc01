import { sql } from '@payloadcms/db-postgres'

import type { Locale } from '@/domain/tenancy/locales'

import { row } from '@/database/transaction'
import { queueEmail } from '@/operations/mail/queueEmail'
import { schoolOf } from '@/operations/tenancy/school'
import { textInTheirs } from '@/operations/translation/textIn'
import { reaction } from '@hooks/events/reaction'

type Told = {
  after: number
  before: number
  course: string
  email: string
  lesson: string
  locale: Locale | null
  max: number
  name: string
  quiz: string
  reason: string
  slug: string
}

/** Tells a learner that a grader changed a mark of theirs, and why, once for each change. */
export const tellOnAttemptRemarked = reaction({
  name: 'tellOnAttemptRemarked',
  on: 'attempt.remarked',
  run: async ({ event, req, tenant }) => {
    const school = await schoolOf({ req, tenant })
    const theirs = { locale: sql`u.locale`, tenant: sql`r.tenant_id` }
    const found = await row<Told>(
      req,
      sql`select u.email, u.locale, u.name, c.slug, l.id as lesson, r.reason, r.before_score::float8 as before,
            r.after_score::float8 as after, r.after_max_score::float8 as max,
            ${textInTheirs(theirs, 'courses', { field: 'title', of: sql`c.id`, own: sql`c.title` })} as course,
            ${textInTheirs(theirs, 'lessons', { field: 'title', of: sql`l.id`, own: sql`l.title` })} as quiz
          from regrades r join quiz_attempts a on a.id = r.attempt_id join users u on u.id = r.learner_id and u.status = 'active'
            join lessons l on l.id = a.lesson_id join courses c on c.id = l.course_id
          where r.event_id = ${event}`,
    )
    if (!found || !school) {
      return
    }
    const { slug, email, lesson, locale, ...told } = found
    await queueEmail({
      data: { ...told, url: `${school.origin}/learn/${slug}/${lesson}` },
      key: `markChanged:${event}`,
      locale: locale ?? school.locale,
      req,
      template: 'markChanged',
      to: email,
    })
  },
})
