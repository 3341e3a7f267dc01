import type { PayloadRequest } from 'payload'

import type { Assessed } from '../tax/assess'

import { inTransaction } from '@/database/transaction'
import { periodPrice } from '@/domain/commerce/lifecycle'
import { chargeOf, nextStep } from '@/domain/commerce/subscriptions'

import { taxSettings } from '../tax/settings'
import { periodTax } from './periodTax'
import { holdSubscription } from './store'

type Given = { id: string; now: Date; req: PayloadRequest; tenant: string }

/** The tax of the period that is due, as `periodTax` has it; null where nothing is to be charged. */
export const renewalTax = async (given: Given): Promise<Assessed | null> => {
  const { id, req } = given
  if (!(await taxSettings(given))) {
    return null
  }
  const held = await inTransaction(req, () => holdSubscription({ id, req }))
  const base = held && chargeOf(held.terms, held.state.paidPeriods)
  if (!held || nextStep(held.state, held.dunning) !== 'charge' || base === null) {
    return null
  }

  return periodTax({
    ...given,
    amount: periodPrice(held.state, base).total,
    currency: held.terms.currency,
  })
}
