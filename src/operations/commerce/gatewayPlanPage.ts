import type { PayloadRequest } from 'payload'

import type { SessionState } from '@/adapters/payments/types'
import type { GatewayPlan } from '@/adapters/payments/testPlanBilling'

import { testPlanBillingFor } from '@/adapters/payments/index'
import { isOwner } from '@hooks/access'

/** What the test gateway's page shows of a plan; `cardWorks` is null before it is paid, and after its end. */
export type GatewayPlanPage = Pick<
  GatewayPlan,
  'amount' | 'cancelUrl' | 'currency' | 'successUrl' | 'title'
> & { cardWorks: boolean | null; status: SessionState['status'] }

const STATUS: Record<GatewayPlan['status'], SessionState['status']> = {
  active: 'paid',
  closed: 'failed',
  ended: 'paid',
  open: 'open',
  pastDue: 'paid',
}

/** The page on which a school pays for a plan, for its owners; null for anybody else, and where real money is taken. */
export const gatewayPlanPage = async ({
  req,
  session,
}: {
  req: PayloadRequest
  session: string
}): Promise<GatewayPlanPage | null> => {
  const found = isOwner(req) ? await testPlanBillingFor(req)?.find(session) : null
  if (!found) {
    return null
  }
  const { amount, cancelUrl, currency, status, successUrl, title } = found

  return {
    amount,
    cancelUrl,
    cardWorks: status === 'active' || status === 'pastDue' ? status === 'active' : null,
    currency,
    status: STATUS[status],
    successUrl,
    title,
  }
}
