import type { PayloadRequest } from 'payload'

import type { PlanBilling } from '@/adapters/payments/planBilling'

import { planBillingFor } from '@/adapters/payments/index'
import { RuleError } from '@/domain/errors'
import { isLive } from '@/domain/tenancy/planSubscriptions'

import { followSubscription } from './follow'
import { keptOf } from './store'

type Given = { billing?: PlanBilling; req: PayloadRequest; tenant: string }

/** What the school pays for now; throws planNotPaid. */
const paidOf = async ({ req, tenant }: Given): Promise<string> => {
  const kept = await keptOf({ req, tenant })
  if (!kept?.subscription || !isLive(kept.status)) {
    throw new RuleError('planNotPaid')
  }

  return kept.subscription
}

/**
 * Lets what a school pays for end with the month that is paid, or go on after all; a second call changes nothing.
 * Throws planNotPaid and PaymentUnavailable. Call it outside a transaction.
 */
export const setPlanEnding = async ({
  ends,
  ...given
}: { ends: boolean } & Given): Promise<void> => {
  const subscription = await paidOf(given)
  const billing = given.billing ?? planBillingFor(given.req)
  await billing.setEnding({ ends, subscription })
  await followSubscription({ ...given, billing, subscription })
}

/** The provider's own page for the school's cards and invoices; throws planNotPaid where it has none. */
export const planPortal = async ({
  returnUrl,
  ...given
}: { returnUrl: string } & Given): Promise<string> => {
  const billing = given.billing ?? planBillingFor(given.req)
  const kept = await keptOf(given)
  if (!billing.openPortal || !kept?.customer || !kept.subscription) {
    throw new RuleError('planNotPaid')
  }

  return billing.openPortal({ customer: kept.customer, returnUrl })
}
