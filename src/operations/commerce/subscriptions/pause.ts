import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { afterPause, afterUnpause, isPausable } from '@/domain/commerce/lifecycle'
import { RUNNING } from '@/domain/commerce/subscriptions'
import { RuleError } from '@/domain/errors'

import type { Changed } from './cancel'

import { shown } from './cancel'
import { holdSubscription, saveState } from './store'

type Given = { buyer: null | string; id: string; now: Date; req: PayloadRequest; tenant: string }

/** For how many months the offer of a subscription lets it be paused; 0 for not at all. */
const pauseLimit = async (req: PayloadRequest, offer: string): Promise<number> =>
  (
    await row<{ months: number }>(
      req,
      sql`select coalesce(most_pause_months, 0)::int as months from offers where id = ${offer}`,
    )
  )?.months ?? 0

/**
 * Pauses a subscription from now on: nothing is charged, what it opened is closed, and the rest of what is paid for
 * waits. Asked twice it stays paused as it was. Null where there is none of that id; throws notPausable for more months than
 * its offer allows, and for what is not in good standing. Runs in the caller's transaction.
 */
export const pauseSubscription = async ({
  months,
  now,
  req,
  tenant,
  ...whose
}: Given & { months: number }): Promise<Changed | null> => {
  const held = await holdSubscription({ ...whose, req })
  if (!held || held.state.status === 'paused') {
    return held && shown(held.state)
  }
  const most = await pauseLimit(req, held.offer)
  if (!isPausable(held.state, held.terms, most) || months > most) {
    throw new RuleError('notPausable')
  }
  const state = afterPause(held.state, months, now)
  await saveState({ id: held.id, req, state, tenant })

  return shown(state)
}

/** Goes on with a paused subscription at once; one that runs already is left as it is. Throws notResumable for what is over. */
export const unpauseSubscription = async ({
  now,
  req,
  tenant,
  ...whose
}: Given): Promise<Changed | null> => {
  const held = await holdSubscription({ ...whose, req })
  if (!held) {
    return null
  }
  if (!RUNNING.includes(held.state.status)) {
    throw new RuleError('notResumable')
  }
  if (held.state.status !== 'paused') {
    return shown(held.state)
  }
  const state = afterUnpause(held.state, now)
  await saveState({ id: held.id, req, state, tenant })

  return shown(state)
}
