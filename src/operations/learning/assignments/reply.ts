import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { newId } from '@/newId'
import { announce } from '@hooks/events/announce'

type Given = {
  by: string
  /** The file of the work in which it is spoken. */
  file?: string
  now?: Date
  req: PayloadRequest
  text: string
}

/** The most words about one submission. */
export const MOST_REPLIES = 200

const wordOf = ({ by, file, now = new Date(), text }: Given) =>
  JSON.stringify([{ id: newId(), at: now.toISOString(), by, file, text }])

/** A grader's word about a submission, of which its learner is told; null where there is none. Runs in the caller's transaction. */
export const replyAsGrader = async ({
  id,
  tenant,
  ...given
}: Given & { id: string; tenant: string }): Promise<null | { id: string }> => {
  const written = await row<{ count: number; id: string }>(
    given.req,
    sql`update submissions set thread = thread || ${wordOf(given)}::jsonb, replied_at = null, updated_at = now()
        where id = ${id} and state <> 'draft' and jsonb_array_length(thread) < ${MOST_REPLIES}
        returning id, jsonb_array_length(thread) as count`,
  )
  if (!written) {
    return null
  }
  await announce({
    data: { number: written.count, submission: id },
    fact: 'submission.answered',
    req: given.req,
    tenant,
  })

  return { id: written.id }
}

/** A learner's word about what was said of their own submission; it waits for a grader. Null where there is none. */
export const replyAsLearner = async ({
  id,
  ...given
}: Given & { id: string }): Promise<null | { id: string }> =>
  (await row<{ id: string }>(
    given.req,
    sql`with replied as (
          update submissions set thread = thread || ${wordOf(given)}::jsonb, replied_at = now(), updated_at = now()
          where id = ${id} and learner_id = ${given.by} and state in ('returned', 'graded') and jsonb_array_length(thread) < ${MOST_REPLIES}
          returning id, enrollment_id),
        active as (
          update enrollments e set last_activity_at = now(), counted_at = null from replied r where e.id = r.enrollment_id)
        select id from replied`,
  )) ?? null
