import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { EnrollmentAction, Term } from '@/domain/learning/enrollmentChanges'

import { row, rows } from '@/database/transaction'
import { announce } from '@hooks/events/announce'

/** In whose name and why enrollments are changed; the author is the user of `req`. */
export type Work = {
  /** Whether the learner is mailed about it. */
  notifies: boolean
  /** Why, in words that the learner reads. */
  reason: string
  req: PayloadRequest
  tenant: string
}

/** What is done to each of some enrollments. */
export type Change = Work & {
  action: EnrollmentAction
  /** Into which cohort, where the action is to enroll or to move; null is into none. */
  cohort: null | string
  term: Term
}

/**
 * Writes a change into the history of an enrollment and announces `enrollment.changed`, in the caller's transaction.
 * Answers the id of the change. An author of another school, as the platform's staff are, is not named.
 */
export const recordChange = async (
  enrollment: string,
  { action, cohort, notifies, reason, req, tenant }: Change,
): Promise<string> => {
  const written = await row<{ id: string }>(
    req,
    sql`insert into enrollment_changes (id, tenant_id, enrollment_id, action, cohort_id, reason, author_id)
        values (uuidv7(), ${tenant}, ${enrollment}, ${action}, ${cohort}::uuid, ${reason},
          (select u.id from users u where u.id = ${req.user?.id ?? null}::uuid and u.tenant_id = ${tenant}::uuid))
        returning id`,
  )
  if (!written) {
    throw new Error('A change of an enrollment was not written down.')
  }
  await announce({
    data: { change: written.id, notifies },
    fact: 'enrollment.changed',
    req,
    tenant,
  })

  return written.id
}

/** Writes into a recorded change until when it left its enrollment open. Comes last, in the same transaction. */
export const recordUntil = (change: string, enrollment: string, req: PayloadRequest) =>
  rows(
    req,
    sql`update enrollment_changes set until = (select e.access_until from enrollments e where e.id = ${enrollment})
        where id = ${change}`,
  )
