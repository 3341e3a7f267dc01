import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Standing } from '@/domain/learning/standing'

import { row, rows } from '@/database/transaction'
import { leaveQueues } from '@/operations/commerce/cohortPlaces'

import type { Change } from './record'

import { closeRequests } from '../placeRequests/close'
import { rollUp } from '../rollUp'
import { grant } from './grant'
import { recordChange, recordUntil } from './record'

/** An enrollment as a change finds it; `pausedAt` is ISO 8601, null where access is not paused. */
export type Held = {
  cohort: null | string
  course: string
  id: string
  learner: string
  pausedAt: null | string
  status: Standing['status']
}

/**
 * Records a change and carries it out on one enrollment, which the caller holds locked and for which it has found that the
 * action does something and that the cohort has a place. Runs in the caller's transaction.
 */
export const applyChange = async (
  held: Pick<Held, 'id' | 'pausedAt'>,
  change: Change,
): Promise<void> => {
  const { action, cohort, req, tenant } = change
  const { id } = held
  const written = await recordChange(id, change)
  switch (action) {
    case 'enroll':
      await moveTo(req, { cohort, enrollment: id, tenant })
      await grant({ ...change, change: written, enrollment: id })
      await closeRequests({ enrollment: id, req })
      break
    case 'extend':
      await grant({ ...change, change: written, enrollment: id })
      break
    case 'move':
      await moveTo(req, { cohort, enrollment: id, tenant })
      break
    case 'pause':
      await setStatus(req, id, sql`'paused', paused_at = now()`)
      break
    case 'remove':
      await setStatus(req, id, sql`'revoked', paused_at = null`)
      break
    case 'resume':
      await resume(held, req)
      break
  }
  await recordUntil(written, id, req)
}

/** Progress, attempts and all else of the learner stay; what they come to is counted anew, where a cohort keeps an edition. */
const moveTo = async (
  req: PayloadRequest,
  { cohort, enrollment, tenant }: { cohort: null | string; enrollment: string; tenant: string },
): Promise<void> => {
  const moved = await row<{ learner: string }>(
    req,
    sql`update enrollments set updated_at = now(), next_release_at = now(), counted_at = null, cohort_id = ${cohort}::uuid where id = ${enrollment}
        returning learner_id as learner`,
  )
  if (moved && cohort) {
    await leaveQueues({ cohorts: [cohort], learner: moved.learner, req })
  }
  await rollUp({ enrollment, req, tenant })
}

const setStatus = (req: PayloadRequest, enrollment: string, status: ReturnType<typeof sql>) =>
  rows(
    req,
    sql`update enrollments set updated_at = now(), next_release_at = now(), status = ${status} where id = ${enrollment}`,
  )

/** Time that ran while access was paused is given back. */
const resume = async (
  { id, pausedAt }: Pick<Held, 'id' | 'pausedAt'>,
  req: PayloadRequest,
): Promise<void> => {
  await rows(
    req,
    sql`update access_grants set ends_at = ends_at + (now() - ${pausedAt}::timestamptz), updated_at = now()
        where enrollment_id = ${id} and ends_at > ${pausedAt}::timestamptz`,
  )
  await setStatus(
    req,
    id,
    sql`'active', paused_at = null, access_until = case when access_until > ${pausedAt}::timestamptz
      then access_until + (now() - ${pausedAt}::timestamptz) else access_until end`,
  )
}
