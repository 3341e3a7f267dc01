import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Point } from '@/domain/catalog/publication/checklist'
import type { Stage, Step } from '@/domain/catalog/publication/workflow'

import { row } from '@/database/transaction'
import { announce } from '@hooks/events/announce'

/** Steps that somebody else waits for, and is told of. */
const TOLD: readonly Step[] = ['answer', 'approve', 'reject', 'submit']

/** Writes the next line of a course's log, in the caller's transaction, which holds the course's lock. */
export const writeLine = async ({
  course,
  from,
  note = '',
  points = [],
  req,
  step,
  tenant,
  to,
}: {
  course: string
  from: Stage
  note?: string
  points?: readonly Point[]
  req: PayloadRequest
  step: Step
  tenant: string
  to: Stage
}): Promise<void> => {
  const written = await row<{ id: string }>(
    req,
    sql`insert into course_log (id, tenant_id, course_id, step, from_stage, to_stage, note, points, author_id, created_at)
        values (uuidv7(), ${tenant}, ${course}, ${step}, ${from}, ${to}, ${note || null}, ${JSON.stringify(points)}::jsonb,
          (select id from users where id = ${req.user?.id ?? null}::uuid and tenant_id = ${tenant}::uuid),
          clock_timestamp())
        returning id`,
  )
  if (!written) {
    throw new Error(`The step of ${course} was not written down.`)
  }
  if (TOLD.includes(step) || (step === 'publish' && from === 'inReview')) {
    await announce({ data: { line: written.id }, fact: 'course.moved', req, tenant })
  }
}
