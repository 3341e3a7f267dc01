import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { inTransaction, row } from '@/database/transaction'

import { pinCohort } from './pin'

/** Cohorts looked at in one round. */
const AT_ONCE = 100

/**
 * Pins every cohort that is to be pinned when it starts and has started by `now`, in every school, each once and for good: one
 * that is pinned already stays as it is, and one that follows its course again afterwards is not pinned anew. One that
 * fails waits for the next minute and holds up no other.
 */
export const pinStartedCohorts = async ({
  now = new Date(),
  payload,
}: {
  now?: Date
  payload: Payload
}): Promise<void> => {
  const { rows: due } = await systemPool().query<{ cohort: string; tenant: string }>(
    `select id as cohort, tenant_id as tenant from cohorts
     where pins_at_start and pinned_at_start is null and starts_at <= $1 order by starts_at, id limit ${AT_ONCE}`,
    [now.toISOString()],
  )
  for (const { cohort, tenant } of due) {
    await asTenant(tenant, async () => {
      const req = await createLocalReq({}, payload)
      await inTransaction(req, async () => {
        const taken = await row<{ isPinned: boolean }>(
          req,
          sql`update cohorts set pinned_at_start = now() where id = ${cohort} and pins_at_start and pinned_at_start is null
              returning edition_id is not null as "isPinned"`,
        )
        if (taken && !taken.isPinned) {
          await pinCohort({ cohort, req, tenant })
        }
      })
    }).catch((error: unknown) => {
      payload.logger.error({ cohort, err: error }, 'A cohort could not be pinned at its start.')
    })
  }
}
