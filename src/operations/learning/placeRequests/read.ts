import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { PlaceRequest } from '@/domain/learning/placeRequests'

import { row } from '@/database/transaction'

type Asked = { course: string; learner: string; req: PayloadRequest }

/**
 * The last request that somebody made for a place in a course. One that became a place, or a place in a queue, which is over is
 * none any more.
 */
export const requestOfLearner = ({
  course,
  learner,
  req,
}: Asked): Promise<PlaceRequest | undefined> =>
  row<PlaceRequest>(
    req,
    sql`select p.id, p.status, p.offer_id as offer, p.cohort_id as cohort, p.message, p.reason,
          to_json(p.created_at) #>> '{}' as "askedAt",
          case when p.status = 'approved' then to_json(p.pay_until) #>> '{}' end as until
        from (select * from place_requests r where r.learner_id = ${learner}::uuid and r.course_id = ${course}::uuid
          order by r.created_at desc, r.id desc limit 1) p
        where p.status <> 'taken' and (p.status <> 'waitlisted' or exists (select 1 from waitlist_entries w
          where w.cohort_id = p.cohort_id and w.learner_id = p.learner_id and w.status in ('waiting', 'offered')))`,
  )

/** The course that an offer of the school stands with; undefined where there is no such offer. */
export const courseOfOffer = async (
  offer: string,
  req: PayloadRequest,
): Promise<string | undefined> =>
  (
    await row<{ course: string }>(
      req,
      sql`select course_id as course from offers where id = ${offer}::uuid`,
    )
  )?.course
