import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { AccessRule } from '@/domain/commerce/access'

import { HOLDER } from '@/database/orderHolders'
import { rows } from '@/database/transaction'
import { idOf } from '@/domain/ids'
import { completeTransfer } from '@/operations/learning/completeTransfer'
import { enroll, insertGrant } from '@/operations/learning/enroll'
import { closeRequests } from '@/operations/learning/placeRequests/close'
import { followDispute } from '@/operations/learning/followDispute'
import { grantWhilePaid } from '@/operations/learning/grantWhilePaid'
import { takeBack } from '@/operations/learning/takeBack'
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
    await closeRequests({ enrollment: doc.id, req })
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
 * Enrolls the buyer, or whoever took what was bought as a gift, in the course of every line of a paid order, for as long as the line's access rule says;
 * who is enrolled already stays so, and has the time added. What was refunded before, access with it, opens nothing. An order that
 * moves a place moves it.
 */
export const enrollOnOrderPaid = reaction({
  name: 'enrollOnOrderPaid',
  on: 'order.paid',
  run: async ({ data: { order }, req, tenant }) => {
    if (!(await completeTransfer({ order, req, tenant }))) {
      await enrollByOrder({ order, req, tenant })
    }
  },
})

/** Enrolls whoever took a gift; their time counts from then. */
export const enrollOnGiftRedeemed = reaction({
  name: 'enrollOnGiftRedeemed',
  on: 'gift.redeemed',
  run: ({ data: { order }, req, tenant }) => enrollByOrder({ order, req, tenant }),
})

const enrollByOrder = async ({
  order,
  req,
  tenant,
}: {
  order: string
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  const lines = await rows<Line>(
    req,
    sql`select l.course_id as course, l.cohort_id as cohort, ${HOLDER} as learner, o.total = 0 as "isFree",
            json_build_object('unit', l.access_unit, 'count', l.access_count::int, 'until', l.access_until) as access,
            to_json(coalesce(g.redeemed_at, o.paid_at, o.updated_at)) #>> '{}' as "paidAt"
          from orders o join order_lines l on l.order_id = o.id left join gifts g on g.order_id = o.id
          where o.id = ${order} and ${HOLDER} is not null and o.status = 'paid' and l.course_id is not null and l.access_unit <> 'whilePaid' and not exists (
            select 1 from refund_lines b join refunds r on r.id = b.refund_id
            where b.line_id = l.id and r.status = 'succeeded' and r.ends_access)
          order by l.course_id for share of o`,
  )
  for (const { isFree, paidAt, ...line } of lines) {
    const source = isFree ? 'free' : 'order'
    await enroll({ ...line, at: new Date(paidAt), order, req, source, tenant })
  }
}

/** Opens, for as long as it is paid for, what a subscription or plan was bought for, and closes it afterwards. */
export const grantOnSubscriptionChanged = reaction({
  name: 'grantOnSubscriptionChanged',
  on: 'subscription.changed',
  run: ({ data: { subscription }, req, tenant }) => grantWhilePaid({ req, subscription, tenant }),
})

/** Closes what had been opened by money that went back, where that is to end access. */
export const takeBackOnRefundSettled = reaction({
  name: 'takeBackOnRefundSettled',
  on: 'refund.settled',
  run: ({ data: { refund }, req, tenant }) => takeBack({ refund, req, tenant }),
})

/** Pauses, opens again or ends what a contested payment had opened, as the school wishes. */
export const followOnDisputeChanged = reaction({
  name: 'followOnDisputeChanged',
  on: 'dispute.changed',
  run: ({ data: { dispute }, req, tenant }) => followDispute({ dispute, req, tenant }),
})
