import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'

/** Writes down that whatever the learner of an enrollment asked for in its course has become a place. Runs in the caller's transaction. */
export const closeRequests = async ({
  enrollment,
  req,
}: {
  enrollment: string
  req: PayloadRequest
}): Promise<void> => {
  await rows(
    req,
    sql`update place_requests p set status = 'taken', pay_until = null, updated_at = now() from enrollments e
        where e.id = ${enrollment} and p.learner_id = e.learner_id and p.course_id = e.course_id
          and p.status in ('requested', 'approved')`,
  )
}
