import { sql } from '@payloadcms/db-postgres'

import type { PlaceRequestStatus } from '@/domain/learning/placeRequests'
import type { RequestNews } from '@/domain/mail/templates'
import type { Locale } from '@/domain/tenancy/locales'

import { row } from '@/database/transaction'
import { checkoutPath } from '@/domain/commerce/paths'
import { queueEmail } from '@/operations/mail/queueEmail'
import { schoolOf } from '@/operations/tenancy/school'
import { textInTheirs } from '@/operations/translation/textIn'
import { reaction } from '@hooks/events/reaction'

type Told = {
  cohort: null | string
  course: string
  email: string
  locale: Locale | null
  name: string
  offer: null | string
  reason: null | string
  slug: string
  status: PlaceRequestStatus
  until: null | string
}

const NEWS: Partial<Record<PlaceRequestStatus, RequestNews>> = {
  approved: 'approved',
  declined: 'declined',
  lapsed: 'lapsed',
  taken: 'given',
  waitlisted: 'waitlisted',
}

/** Tells somebody what became of their wish for a place: that it is theirs, or theirs to pay for and until when, and the rest. */
export const mailOnPlaceRequestChanged = reaction({
  name: 'mailOnPlaceRequestChanged',
  concerns: ({ status }) => NEWS[status] !== undefined,
  on: 'placeRequest.changed',
  run: async ({ data: { request, status }, event, req, tenant }) => {
    const school = await schoolOf({ req, tenant })
    const news = NEWS[status]
    const found = await row<Told>(
      req,
      sql`select u.email, u.locale, u.name, c.slug, p.status, p.reason, p.offer_id as offer, p.cohort_id as cohort,
            to_json(p.pay_until) #>> '{}' as until,
            ${textInTheirs({ locale: sql`u.locale`, tenant: sql`p.tenant_id` }, 'courses', { field: 'title', of: sql`c.id`, own: sql`c.title` })} as course
          from place_requests p join courses c on c.id = p.course_id
          join users u on u.id = p.learner_id and u.status = 'active'
          where p.id = ${request}`,
    )
    // What came after has news of its own.
    if (!school || !news || found?.status !== status) {
      return
    }
    const { name, slug, cohort, course, email, locale, offer, reason, until } = found
    const path =
      news === 'approved' && offer
        ? checkoutPath({ cohorts: cohort ? [cohort] : [], offers: [offer] })
        : `/courses/${slug}`
    await queueEmail({
      data: {
        name,
        course,
        news,
        reason: reason ?? undefined,
        until: (news === 'approved' && until) || undefined,
        url: `${school.origin}${path}`,
      },
      key: `requestNews:${event}:${request}`,
      locale: locale ?? school.locale,
      req,
      template: 'requestNews',
      to: email,
    })
  },
})
