import type { PayloadRequest } from 'payload'

import {
  afterCancel,
  afterResume,
  isCancelable,
  isResumable,
} from '@/domain/commerce/subscriptions'
import { RuleError } from '@/domain/errors'

import type { Subscription } from './store'

import { holdSubscription, saveState } from './store'

type Given = { buyer: string; id: string; req: PayloadRequest; tenant: string }

/** A subscription after its buyer changed her mind. */
export type Changed = Pick<Subscription['state'], 'cancelAtPeriodEnd' | 'periodEnd' | 'status'>

const shown = ({ cancelAtPeriodEnd, periodEnd, status }: Subscription['state']): Changed => ({
  cancelAtPeriodEnd,
  periodEnd,
  status,
})

/**
 * Ends the buyer's subscription with what is paid for; asked twice it stays so. Null where she has none of
 * that id; throws notCancelable for an instalment plan and for what is over. Runs in the caller's transaction.
 */
export const cancelSubscription = async ({
  req,
  tenant,
  ...whose
}: Given): Promise<Changed | null> => {
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
  const state = afterCancel(held.state)
  await saveState({ id: held.id, req, state, tenant })

  return shown(state)
}

/** Takes that back before the end has come; throws notResumable afterwards. */
export const resumeSubscription = async ({
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
  if (!isResumable(held.state) || held.state.periodEnd <= new Date()) {
    throw new RuleError('notResumable')
  }
  const state = afterResume(held.state)
  await saveState({ id: held.id, req, state, tenant })

  return shown(state)
}
