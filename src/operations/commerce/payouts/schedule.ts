import type { Payload } from 'payload'

import { createLocalReq } from 'payload'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { periodStart } from '@/domain/commerce/payouts'
import { announce } from '@hooks/events/announce'

import { askPayouts } from './ask'

type Scheduled = { schedule: 'monthly' | 'weekly'; tenant: string }

/**
 * Pays out in every school what had cleared when its week or month began, each of them once in it, however often this runs. A school in
 * which it fails waits for the next round.
 */
export const payOutScheduled = async ({
  now,
  payload,
}: {
  now: Date
  payload: Payload
}): Promise<void> => {
  const { rows: schools } = await systemPool().query<Scheduled>(
    `select id as tenant, settings_earnings_schedule as schedule from tenants
     where settings_earnings_schedule <> 'byHand' and exists (select 1 from payout_accounts a where a.tenant_id = tenants.id and a.is_ready)`,
  )
  for (const { schedule, tenant } of schools) {
    await asTenant(tenant, async () => {
      const req = await createLocalReq({}, payload)
      await inTransaction(req, () =>
        askPayouts({ req, scheduledAt: periodStart(schedule, now), tenant }),
      )
    }).catch((error: unknown) => {
      payload.logger.error({ err: error, tenant }, 'Payouts of a school wait for the next round.')
    })
  }
}

/** Has every payout looked at that has been on its way for ten minutes, in case nobody told what became of it. */
export const followPayouts = async ({ payload }: { payload: Payload }): Promise<void> => {
  const { rows: open } = await systemPool().query<{ payout: string; tenant: string }>(
    `select id as payout, tenant_id as tenant from payouts
     where status = 'pending' and created_at < now() - interval '10 minutes' order by id limit 1000`,
  )
  for (const { payout, tenant } of open) {
    await asTenant(tenant, async () => {
      const req = await createLocalReq({}, payload)
      await inTransaction(req, () =>
        announce({ data: { payout }, fact: 'payout.reported', req, tenant }),
      )
    })
  }
}
