import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { BookingSide } from '@/domain/learning/bookings'
import type { WaitlistStatus } from '@/domain/learning/waitlist'

import { HOLDER } from '@/database/orderHolders'
import { rows } from '@/database/transaction'
import { settleBooking } from '@/operations/learning/bookings/settle'
import { reaction } from '@hooks/events/reaction'

type Booked = { course: string; learner: string; side?: BookingSide }

/** Settles every booking that a statement finds. */
const settleAll = async ({
  found,
  req,
  side,
  tenant,
}: {
  found: SQL
  req: PayloadRequest
  side: BookingSide
  tenant: string
}): Promise<void> => {
  for (const booked of await rows<Booked>(req, found)) {
    await settleBooking({ side, ...booked, req, tenant })
  }
}

const ofOrder = (order: string): SQL =>
  sql`select distinct l.course_id as course, ${HOLDER} as learner from orders o join order_lines l on l.order_id = o.id
      where o.id = ${order} and ${HOLDER} is not null and l.course_id is not null order by 1`

/** Writes down that an order waits for its payment. */
export const bookOnOrderPlaced = reaction({
  name: 'bookOnOrderPlaced',
  on: 'order.placed',
  run: ({ data: { order }, req, tenant }) =>
    settleAll({ found: ofOrder(order), req, side: 'learner', tenant }),
})

/** Writes down that an order was paid. */
export const bookOnOrderPaid = reaction({
  name: 'bookOnOrderPaid',
  on: 'order.paid',
  run: ({ data: { order }, req, tenant }) =>
    settleAll({ found: ofOrder(order), req, side: 'learner', tenant }),
})

/** Writes down that an order was not paid in time. */
export const bookOnOrderExpired = reaction({
  name: 'bookOnOrderExpired',
  on: 'order.expired',
  run: ({ data: { order }, req, tenant }) =>
    settleAll({ found: ofOrder(order), req, side: 'time', tenant }),
})

/** Writes down that the payment of an order did not go through. */
export const bookOnOrderFailed = reaction({
  name: 'bookOnOrderFailed',
  on: 'order.failed',
  run: ({ data: { order }, req, tenant }) =>
    settleAll({ found: ofOrder(order), req, side: 'time', tenant }),
})

const QUEUE_SIDES: Record<WaitlistStatus, BookingSide> = {
  declined: 'learner',
  lapsed: 'time',
  left: 'learner',
  offered: 'time',
  removed: 'school',
  taken: 'learner',
  waiting: 'learner',
}

/** Writes down that somebody waits for a place, or does not any more. */
export const bookOnWaitlistChanged = reaction({
  name: 'bookOnWaitlistChanged',
  on: 'waitlist.changed',
  run: ({ data: { entry, status }, req, tenant }) =>
    settleAll({
      found: sql`select k.course_id as course, w.learner_id as learner from waitlist_entries w
        join cohorts k on k.id = w.cohort_id where w.id = ${entry}`,
      req,
      side: QUEUE_SIDES[status],
      tenant,
    }),
})

/** Writes down that somebody has a place. */
export const bookOnEnrollmentCreated = reaction({
  name: 'bookOnEnrollmentCreated',
  on: 'enrollment.created',
  run: ({ data: { enrollment }, req, tenant }) =>
    settleAll({
      found: sql`select e.course_id as course, e.learner_id as learner, case when e.source = 'staff' then 'school' else 'learner' end as side
        from enrollments e where e.id = ${enrollment}`,
      req,
      side: 'learner',
      tenant,
    }),
})

/** Writes down that staff gave a place, or took it back. */
export const bookOnEnrollmentChanged = reaction({
  name: 'bookOnEnrollmentChanged',
  on: 'enrollment.changed',
  run: ({ data: { change }, req, tenant }) =>
    settleAll({
      found: sql`select e.course_id as course, e.learner_id as learner from enrollment_changes h
        join enrollments e on e.id = h.enrollment_id where h.id = ${change}`,
      req,
      side: 'school',
      tenant,
    }),
})

/** Writes down that somebody took a course to its end. */
export const bookOnCourseCompleted = reaction({
  name: 'bookOnCourseCompleted',
  on: 'course.completed',
  run: ({ data: { enrollment }, req, tenant }) =>
    settleAll({
      found: sql`select e.course_id as course, e.learner_id as learner from enrollments e where e.id = ${enrollment}`,
      req,
      side: 'learner',
      tenant,
    }),
})
