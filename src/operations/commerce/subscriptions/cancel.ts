import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { CancelReason } from '@/domain/commerce/lifecycle'

import { rows } from '@/database/transaction'
import { afterUnpause } from '@/domain/commerce/lifecycle'
import {
  afterCancel,
  afterEndNow,
  afterResume,
  isCancelable,
  isResumable,
  RUNNING,
} from '@/domain/commerce/subscriptions'
import { RuleError } from '@/domain/errors'

import type { Subscription } from './store'

import { holdSubscription, saveState } from './store'

/** `buyer` is whose it must be; null for staff. */
type Given = { buyer: null | string; id: string; now: Date; req: PayloadRequest; tenant: string }

/** A subscription after its buyer changed her mind. */
export type Changed = Pick<Subscription['state'], 'cancelAtPeriodEnd' | 'periodEnd' | 'status'>

/** What is told of a subscription after a change of mind. */
export const shown = ({
  cancelAtPeriodEnd,
  periodEnd,
  status,
}: Subscription['state']): Changed => ({
  cancelAtPeriodEnd,
  periodEnd,
  status,
})

/**
 * Ends a subscription with what is paid for, one that is paused with what is left of that, and keeps why; asked twice it stays so. Null
 * where there is none of that id; throws notCancelable for an instalment plan and for what is over. Runs in the caller's transaction.
 */
export const cancelSubscription = async ({
  note = null,
  now,
  reason = null,
  req,
  tenant,
  ...whose
}: Given & { note?: null | string; reason?: CancelReason | null }): Promise<Changed | null> => {
  const held = await holdSubscription({ ...whose, req })
  if (!held) {
    return null
  }
  if (isResumable(held.state)) {
    return shown(held.state)
  }
  if (!isCancelable(held.state, held.terms)) {
    throw new RuleError('notCancelable')
  }
  const going = held.state.status === 'paused' ? afterUnpause(held.state, now) : held.state
  const state = afterCancel(going)
  await keepWhy({ id: held.id, note, reason, req })
  await saveState({ id: held.id, req, state, tenant })

  return shown(state)
}

/**
 * Ends a subscription or an instalment plan at once, and keeps why: nothing more is charged, and what it opened closes. For staff. Null
 * where there is none of that id; throws notCancelable for what is over. Runs in the caller's transaction.
 */
export const endSubscription = async ({
  note,
  now,
  reason,
  req,
  tenant,
  ...whose
}: Given & { note: null | string; reason: CancelReason | null }): Promise<Changed | null> => {
  const held = await holdSubscription({ ...whose, req })
  if (!held) {
    return null
  }
  if (!RUNNING.includes(held.state.status)) {
    throw new RuleError('notCancelable')
  }
  const state = afterEndNow(held.state, now)
  await keepWhy({ id: held.id, note, reason, req })
  await saveState({ id: held.id, req, state, tenant })

  return shown(state)
}

const keepWhy = ({
  id,
  note,
  reason,
  req,
}: Pick<Given, 'id' | 'req'> & { note: null | string; reason: CancelReason | null }) =>
  rows(
    req,
    sql`update subscriptions set cancel_reason = ${reason}, cancel_note = ${note}, updated_at = now() where id = ${id}`,
  )

/** Takes that back before the end has come; throws notResumable afterwards. */
export const resumeSubscription = async ({
  now,
  req,
  tenant,
  ...whose
}: Given): Promise<Changed | null> => {
  const held = await holdSubscription({ ...whose, req })
  if (!held) {
    return null
  }
  if (isCancelable(held.state, held.terms)) {
    return shown(held.state)
  }
  if (!isResumable(held.state) || held.state.periodEnd <= now) {
    throw new RuleError('notResumable')
  }
  const state = afterResume(held.state)
  await saveState({ id: held.id, req, state, tenant })

  return shown(state)
}
