import type { CollectionAfterChangeHook } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'
import { idOf } from '@/domain/ids'
import { enroll } from '@/operations/learning/enroll'
import { announce } from '@hooks/events/announce'
import { reaction } from '@hooks/events/reaction'

type Enrolled = { id: string; tenant: string | { id: string } }

/** Announces an enrollment that staff made by hand; those of orders are announced where they are made. */
export const announceEnrollment: CollectionAfterChangeHook<Enrolled> = async ({
  doc,
  operation,
  req,
}) => {
  if (operation === 'create') {
    await announce({
      data: { enrollment: doc.id },
      fact: 'enrollment.created',
      req,
      tenant: idOf(doc.tenant),
    })
  }
}

type Line = { course: string; isFree: boolean; learner: string }

/** Enrolls the buyer in the course of every line of a paid order; who is enrolled already stays so. */
export const enrollOnOrderPaid = reaction({
  name: 'enrollOnOrderPaid',
  on: 'order.paid',
  run: async ({ data: { order }, req, tenant }) => {
    const lines = await rows<Line>(
      req,
      sql`select distinct l.course_id as course, o.buyer_id as learner, o.total = 0 as "isFree"
          from orders o join order_lines l on l.order_id = o.id
          where o.id = ${order} and o.status = 'paid' order by l.course_id`,
    )
    for (const { course, isFree, learner } of lines) {
      await enroll({ course, learner, order, req, source: isFree ? 'free' : 'order', tenant })
    }
  },
})
