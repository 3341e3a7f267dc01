import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { KindUse, Meter } from '@/domain/commerce/libraries'

import { rows } from '@/database/transaction'
import { meterOf } from '@/domain/commerce/libraries'

/** How far somebody has used each course until now, by what the player and the lessons wrote down. */
export const readMeter = async ({
  learner,
  req,
}: {
  learner: string
  req: PayloadRequest
}): Promise<Meter> =>
  meterOf(
    await rows<KindUse>(
      req,
      sql`select p.course_id as course, l.kind::text as kind, sum(p.seconds)::float8 as seen, count(p.completed_at)::int as completed
          from progress p join lessons l on l.id = p.lesson_id
          where p.learner_id = ${learner} group by p.course_id, l.kind`,
    ),
  )
