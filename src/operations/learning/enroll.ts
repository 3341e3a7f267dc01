import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { announce } from '@hooks/events/announce'

import { rollUp } from './rollUp'

type Enrollment = { id: string; isNew: boolean }

/**
 * Gives a learner a course, once however often it is called: whoever makes the enrollment announces
 * it. A new order opens again what had expired or been revoked; the same order, called twice, does
 * not undo a revocation that came between. Runs in the caller's transaction.
 */
export const enroll = async ({
  course,
  learner,
  order,
  req,
  source,
  tenant,
}: {
  course: string
  learner: string
  order: null | string
  req: PayloadRequest
  source: 'free' | 'order' | 'staff'
  tenant: string
}): Promise<void> => {
  const written = await row<Enrollment>(
    req,
    sql`insert into enrollments (id, tenant_id, learner_id, course_id, order_id, source, status, percent)
        values (uuidv7(), ${tenant}, ${learner}, ${course}, ${order}, ${source}, 'active', 0)
        on conflict (tenant_id, learner_id, course_id) do update
          set status = 'active', order_id = excluded.order_id, source = excluded.source, updated_at = now()
          where enrollments.status <> 'active'
            and (excluded.order_id is null or enrollments.order_id is distinct from excluded.order_id)
        returning id, xmax = 0 as "isNew"`,
  )
  if (written?.isNew) {
    await announce({
      data: { enrollment: written.id },
      fact: 'enrollment.created',
      req,
      tenant,
    })
  } else if (written) {
    await rollUp({ enrollment: written.id, req, tenant })
  }
}
