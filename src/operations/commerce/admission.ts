import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'

import type { OfferOnSale } from './offers'

type Asked = {
  /** Null for whoever is not signed in. */
  buyer: null | string
  /** Cohorts that were chosen; none where the choice is still to be made. */
  cohorts: readonly string[]
  offers: readonly OfferOnSale[]
  req: PayloadRequest
}

/**
 * Makes sure that a buyer may have what is given on request: by a request for that offer, and for the chosen cohort, that
 * staff have approved, be it that its place is to be paid for or was waited for, by an order that came of it and is open still, or
 * by a place in the course that they have already. Throws requestNeeded. One statement where something is given on request, none where nothing is.
 */
export const requireAdmission = async ({ buyer, cohorts, offers, req }: Asked): Promise<void> => {
  const asked = offers.filter(({ isOnRequest }) => isOnRequest)
  if (asked.length === 0) {
    return
  }
  const wanted = asked.map(({ courses, offer }) => ({ course: courses[0]?.id, offer }))
  const admitted = await rows(
    req,
    sql`select a.offer from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) a (offer uuid, course uuid)
        where exists (select 1 from enrollments e
            where e.learner_id = ${buyer}::uuid and e.course_id = a.course and e.status <> 'revoked')
          or exists (select 1 from place_requests p
            where p.learner_id = ${buyer}::uuid and p.offer_id = a.offer and ${chosen(cohorts)} and (
              (p.status = 'approved' and (p.pay_until is null or p.pay_until > now()))
              or (p.status = 'waitlisted' and exists (select 1 from waitlist_entries w where w.cohort_id = p.cohort_id
                and w.learner_id = p.learner_id and w.status in ('waiting', 'offered')))))
          or exists (select 1 from orders o join order_lines l on l.order_id = o.id
            where o.buyer_id = ${buyer}::uuid and o.status = 'pending' and o.guest_name is null and l.offer_id = a.offer)`,
  )
  if (admitted.length < asked.length) {
    throw new RuleError('requestNeeded')
  }
}

/** Whether the request `p` is for one of the chosen cohorts, or nothing was chosen. */
const chosen = (cohorts: readonly string[]) =>
  cohorts.length === 0
    ? sql`true`
    : sql`(p.cohort_id is null or p.cohort_id::text in (select jsonb_array_elements_text(${JSON.stringify(cohorts)}::jsonb)))`
