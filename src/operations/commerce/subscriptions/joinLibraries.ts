import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'
import { announceAll } from '@hooks/events/announce'

import { IN_LIBRARY } from '../library'

/**
 * Announces every running subscription whose offer opens by its rule a course that it has not given yet, so that the
 * course joins it. What left the rule stays open to those who had it, as long as their subscription runs. Runs in the
 * caller's transaction.
 */
export const joinLibraries = async ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  const behind = await rows<{ subscription: string }>(
    req,
    sql`select s.id as subscription from subscriptions s join offers o on o.id = s.offer_id
        where s.tenant_id = ${tenant} and s.status in ('trialing', 'active', 'pastDue') and exists (
          select 1 from courses c where ${IN_LIBRARY} and not exists (
            select 1 from enrollments e join access_grants g on g.enrollment_id = e.id
            where e.learner_id = s.buyer_id and e.course_id = c.id and g.key = 'subscription:' || s.id))
        order by s.id`,
  )
  if (behind.length > 0) {
    await announceAll({ data: behind, fact: 'subscription.changed', req, tenant })
  }
}
