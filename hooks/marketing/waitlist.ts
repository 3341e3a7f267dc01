import { sql } from '@payloadcms/db-postgres'

import type { WaitlistStatus } from '@/domain/learning/waitlist'
import type { Locale } from '@/domain/tenancy/locales'

import { row } from '@/database/transaction'
import { queueEmail } from '@/operations/mail/queueEmail'
import { schoolOf } from '@/operations/tenancy/school'
import { textInTheirs } from '@/operations/translation/textIn'
import { reaction } from '@hooks/events/reaction'

type Told = {
  cohort: string
  course: string
  email: string
  locale: Locale | null
  name: string
  reason: null | string
  slug: string
  status: WaitlistStatus
  until: null | string
}

const NEWS = ['lapsed', 'removed', 'waiting'] as const

/** Tells whoever waits for a place what became of it: that it is kept for them and until when, once for each offer, and the rest. */
export const mailOnWaitlistChanged = reaction({
  name: 'mailOnWaitlistChanged',
  concerns: ({ status }) => status === 'offered' || NEWS.some((one) => one === status),
  on: 'waitlist.changed',
  run: async ({ data: { entry, status }, event, req, tenant }) => {
    const school = await schoolOf({ req, tenant })
    const found = await row<Told>(
      req,
      sql`select u.email, u.locale, u.name, c.slug, k.name as cohort, w.reason, w.status, to_json(w.offered_until) #>> '{}' as until,
            ${textInTheirs({ locale: sql`u.locale`, tenant: sql`w.tenant_id` }, 'courses', { field: 'title', of: sql`c.id`, own: sql`c.title` })} as course
          from waitlist_entries w join cohorts k on k.id = w.cohort_id join courses c on c.id = k.course_id
          join users u on u.id = w.learner_id and u.status = 'active'
          where w.id = ${entry}`,
    )
    // What came after has news of its own.
    if (!school || found?.status !== status) {
      return
    }
    const { name, slug, cohort, course, email, locale, reason, until } = found
    const told = { name, cohort, course, url: `${school.origin}/courses/${slug}` }
    const letter = { locale: locale ?? school.locale, req, to: email }
    if (status === 'offered') {
      await queueEmail({
        ...letter,
        data: { ...told, until: until ?? '' },
        key: `placeOffered:${event}:${entry}`,
        template: 'placeOffered',
      })

      return
    }
    const news = NEWS.find((one) => one === status)
    if (news) {
      await queueEmail({
        ...letter,
        data: { ...told, news, reason: news === 'removed' ? (reason ?? undefined) : undefined },
        key: `waitlistNews:${event}:${entry}`,
        template: 'waitlistNews',
      })
    }
  },
})
