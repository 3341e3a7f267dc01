import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { BookingFacts, BookingSide, BookingState } from '@/domain/learning/bookings'

import { HOLDER } from '@/database/orderHolders'
import { row, rows } from '@/database/transaction'
import { sideOf, stateOf, stepsTo } from '@/domain/learning/bookings'
import { announce } from '@hooks/events/announce'

type Given = {
  course: string
  learner: string
  req: PayloadRequest
  /** Whose doing it is that the booking may stand elsewhere now. */
  side: BookingSide
  tenant: string
}

type Read = BookingFacts & { cohort: null | string; last: BookingState | null; number: number }

/**
 * Writes down where somebody's booking of a course stands by the rows there are, where that is not what was written last,
 * with every step that lies between. Of several calls at once each sees what the one before wrote, so that a change is a
 * line once, however often and in whatever order it is heard of. Announces booking.changed where it is the learner's doing. Runs in the caller's transaction.
 */
export const settleBooking = async ({
  course,
  learner,
  req,
  side,
  tenant,
}: Given): Promise<void> => {
  await rows(
    req,
    sql`select pg_advisory_xact_lock(hashtextextended(${`booking:${learner}:${course}`}, 0))`,
  )
  const read = await row<Read>(req, standing({ course, learner }))
  const state = read && stateOf(read, read.last)
  if (!state) {
    return
  }
  const steps = stepsTo(read.last, state)
  if (steps.length > 0) {
    const written = await rows<{ id: string }>(
      req,
      sql`insert into booking_steps (id, tenant_id, learner_id, course_id, cohort_id, state, side, number, created_at)
          select uuidv7(), ${tenant}::uuid, ${learner}::uuid, ${course}::uuid, ${read.cohort}::uuid, (s.step ->> 'state')::enum_booking_steps_state,
            (s.step ->> 'side')::enum_booking_steps_side, ${read.number} + s.nth, clock_timestamp()
          from jsonb_array_elements(${JSON.stringify(steps.map((one) => ({ side: sideOf(one, side), state: one })))}::jsonb) with ordinality s (step, nth)
          order by nth returning id`,
    )
    const last = written.at(-1)
    if (side === 'learner' && last) {
      await announce({ data: { step: last.id }, fact: 'booking.changed', req, tenant })
    }
  }
}

/** Whether money for the line `x` went back, and what it had opened was closed. */
const IS_TAKEN_BACK = sql`exists (select 1 from refund_lines y join refunds r on r.id = y.refund_id
  where y.line_id = x.id and r.status = 'succeeded' and r.ends_access)`

/** Everything there is of one learner and one course that a booking stands by, and its last line. */
const standing = ({ course, learner }: Pick<Given, 'course' | 'learner'>) => sql`
  select case when e.id is not null then json_build_object('isRevoked', e.status = 'revoked', 'isCompleted', e.completed_at is not null,
      'isRefunded', exists (select 1 from order_lines x
        where x.order_id = e.order_id and x.course_id = e.course_id and ${IS_TAKEN_BACK})) end as enrollment,
    coalesce(o.open, false) as "hasOpenOrder", coalesce(o.paid, false) as "isPaid", w.cohort_id is not null as "isWaiting",
    coalesce(p.status = 'requested', false) as "isRequested", coalesce(p.status = 'approved', false) as "isApproved",
    case when e.status <> 'revoked' then e.cohort_id else coalesce(o.cohort, w.cohort_id, p.cohort_id) end as cohort,
    s.state as last, coalesce(s.number, 0)::int as number
  from (select ${learner}::uuid as learner, ${course}::uuid as course) k
  left join enrollments e on e.learner_id = k.learner and e.course_id = k.course
  left join lateral (select bool_or(o.status = 'pending') as open,
      bool_or(o.status = 'paid' and not exists (select 1 from access_grants g where g.enrollment_id = e.id and g.order_id = o.id)
        and not exists (select 1 from order_lines x where x.id = l.id and ${IS_TAKEN_BACK})) as paid,
      (array_agg(l.cohort_id order by o.created_at desc))[1] as cohort
    from orders o join order_lines l on l.order_id = o.id
    where ${HOLDER} = k.learner and l.course_id = k.course and o.guest_name is null and l.access_unit <> 'whilePaid'
      and o.status in ('pending', 'paid')) o on true
  left join lateral (select q.cohort_id from waitlist_entries q join cohorts c on c.id = q.cohort_id
    where q.learner_id = k.learner and c.course_id = k.course and q.status in ('waiting', 'offered')
    order by q.status desc, q.joined_at limit 1) w on true
  left join place_requests p on p.learner_id = k.learner and p.course_id = k.course and p.status in ('requested', 'approved')
  left join lateral (select b.state, b.number from booking_steps b
    where b.learner_id = k.learner and b.course_id = k.course order by b.number desc limit 1) s on true`
