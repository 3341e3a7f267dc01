import { sql } from '@payloadcms/db-postgres'

import type { EnrollmentAction } from '@/domain/learning/enrollmentChanges'
import type { Locale } from '@/domain/tenancy/locales'

import { row } from '@/database/transaction'
import { queueEmail } from '@/operations/mail/queueEmail'
import { schoolOf } from '@/operations/tenancy/school'
import { textInTheirs } from '@/operations/translation/textIn'
import { reaction } from '@hooks/events/reaction'

type Told = {
  action: EnrollmentAction
  cohort: null | { name: string; startsAt: string }
  course: string
  email: string
  locale: Locale | null
  name: string
  reason: string
  slug: string
  until: null | string
}

/** Mails a learner what staff changed of their access, and why, where staff wished so. */
export const mailLearnerOnEnrollmentChanged = reaction({
  name: 'mailLearnerOnEnrollmentChanged',
  concerns: ({ notifies }) => notifies,
  on: 'enrollment.changed',
  run: async ({ data: { change }, req, tenant }) => {
    const school = await schoolOf({ req, tenant })
    const found = await row<Told>(
      req,
      sql`select u.email, u.locale, u.name, c.slug, h.action, h.reason,
            (select json_build_object('name', k.name, 'startsAt', k.starts_at) from cohorts k where k.id = h.cohort_id) as cohort,
            to_json(h.until) #>> '{}' as until,
            ${textInTheirs({ locale: sql`u.locale`, tenant: sql`e.tenant_id` }, 'courses', { field: 'title', of: sql`c.id`, own: sql`c.title` })} as course
          from enrollment_changes h join enrollments e on e.id = h.enrollment_id
          join users u on u.id = e.learner_id join courses c on c.id = e.course_id
          where h.id = ${change} and u.status = 'active'`,
    )
    if (!school || !found) {
      return
    }
    const { slug, cohort, email, locale, until, ...told } = found
    await queueEmail({
      data: {
        ...told,
        cohort: cohort ?? undefined,
        until: until ?? undefined,
        url: `${school.origin}/courses/${slug}`,
      },
      key: `accessChanged:${change}`,
      locale: locale ?? school.locale,
      req,
      template: 'accessChanged',
      to: email,
    })
  },
})
