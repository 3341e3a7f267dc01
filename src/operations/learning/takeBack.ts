import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { HOLDER } from '@/database/orderHolders'
import { rows } from '@/database/transaction'
import { unionOf } from '@/domain/commerce/access'

import { grantsOf } from './enroll'
import { changeEnrollments } from './enrollmentChanges/change'

type Given = { refund: string; req: PayloadRequest; tenant: string }

type Opened = {
  enrollment: string
  order: string
  reason: null | string
  subscription: null | string
}

/**
 * Closes what a refund that ends access had opened: the grants of its order in the courses of its lines, those of the plan or subscription that it paid for, and what became
 * of those places where they were moved. A course that
 * another grant keeps open stays so; of any other the learner is removed, with the refund's reason in their history.
 * Twice is once. Runs in the caller's transaction.
 */
export const takeBack = async ({ refund, req, tenant }: Given): Promise<void> => {
  const now = new Date()
  await rows(
    req,
    sql`select 1 from orders where id = (select order_id from refunds where id = ${refund}) for no key update`,
  )
  const opened = await rows<Opened>(
    req,
    sql`with recursive closing as (
          select g.line_id as line from refund_lines g where g.refund_id = ${refund}
          union
          select l.id from closing c join place_transfers m on m.line_id = c.line and m.completed_at is not null
          join order_lines l on l.order_id = m.order_id)
        select distinct e.id as enrollment, o.id as "order", o.subscription_id as subscription, r.reason
        from refunds r join closing c on true join order_lines l on l.id = c.line join orders o on o.id = l.order_id
        join enrollments e on e.learner_id = ${HOLDER} and e.course_id = l.course_id
        where r.id = ${refund} and r.status = 'succeeded' and r.ends_access order by e.id`,
  )
  for (const { reason, ...what } of opened) {
    await closeGrants({ ...what, now, reason: reason ?? '', req, tenant })
  }
}

/**
 * Ends what an order opened in an enrollment. Where another grant keeps the course open it stays so; else the learner is removed,
 * with the reason in their history, and their progress stays. Runs in the caller's transaction.
 */
export const closeGrants = async ({
  enrollment,
  now,
  order,
  reason,
  req,
  subscription = null,
  tenant,
}: Pick<Given, 'req' | 'tenant'> & {
  enrollment: string
  now: Date
  order: string
  reason: string
  /** What the order paid for, where that gave the grants. */
  subscription?: null | string
}): Promise<void> => {
  await rows(
    req,
    sql`update access_grants set ends_at = least(ends_at, ${now.toISOString()}::timestamptz), updated_at = now()
        where enrollment_id = ${enrollment} and (order_id = ${order} or key = ${`subscription:${subscription ?? ''}`})`,
  )
  const until = unionOf(await grantsOf(req, enrollment))
  if (until === null || until > now) {
    await rows(
      req,
      sql`update enrollments set access_until = ${until?.toISOString() ?? null}, updated_at = now(), next_release_at = now()
          where id = ${enrollment}`,
    )

    return
  }
  await changeEnrollments({
    action: 'remove',
    cohort: null,
    enrollments: [enrollment],
    notifies: false,
    reason,
    req,
    tenant,
    term: 'forever',
  })
}
