import type { CollectionAfterChangeHook } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { AccessRule } from '@/domain/commerce/access'

import { rows } from '@/database/transaction'
import { idOf } from '@/domain/ids'
import { enroll, insertGrant } from '@/operations/learning/enroll'
import { grantWhilePaid } from '@/operations/learning/grantWhilePaid'
import { announce } from '@hooks/events/announce'
import { reaction } from '@hooks/events/reaction'

type Enrolled = { id: string; tenant: string | { id: string } }

/**
 * Grants an enrollment that staff made by hand for good, and announces it; those of orders are granted and
 * announced where they are made.
 */
export const announceEnrollment: CollectionAfterChangeHook<Enrolled> = async ({
  doc,
  operation,
  req,
}) => {
  if (operation === 'create') {
    const grant = { at: new Date(), endsAt: null, enrollment: doc.id, key: 'staff', order: null }
    await insertGrant({ ...grant, req, tenant: idOf(doc.tenant) })
    await announce({
      data: { enrollment: doc.id },
      fact: 'enrollment.created',
      req,
      tenant: idOf(doc.tenant),
    })
  }
}

type Line = {
  access: AccessRule
  cohort: null | string
  course: string
  isFree: boolean
  learner: string
  paidAt: string
}

/**
 * Enrolls the buyer in the course of every line of a paid order, for as long as the line's access rule says;
 * who is enrolled already stays so, and has the time added.
 */
export const enrollOnOrderPaid = reaction({
  name: 'enrollOnOrderPaid',
  on: 'order.paid',
  run: async ({ data: { order }, req, tenant }) => {
    const lines = await rows<Line>(
      req,
      sql`select l.course_id as course, l.cohort_id as cohort, o.buyer_id as learner, o.total = 0 as "isFree",
            json_build_object('unit', l.access_unit, 'count', l.access_count::int, 'until', l.access_until) as access,
            to_json(coalesce(o.paid_at, o.updated_at)) #>> '{}' as "paidAt"
          from orders o join order_lines l on l.order_id = o.id
          where o.id = ${order} and o.status = 'paid' and l.access_unit <> 'whilePaid' order by l.course_id`,
    )
    for (const { isFree, paidAt, ...line } of lines) {
      const source = isFree ? 'free' : 'order'
      await enroll({ ...line, at: new Date(paidAt), order, req, source, tenant })
    }
  },
})

/** Opens, for as long as it is paid for, what a subscription or plan was bought for, and closes it afterwards. */
export const grantOnSubscriptionChanged = reaction({
  name: 'grantOnSubscriptionChanged',
  on: 'subscription.changed',
  run: ({ data: { subscription }, req, tenant }) => grantWhilePaid({ req, subscription, tenant }),
})
