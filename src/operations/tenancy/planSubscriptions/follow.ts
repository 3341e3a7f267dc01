import type { Payload, PayloadRequest } from 'payload'

import { createLocalReq } from 'payload'

import type { PlanBilling, PlanStanding } from '@/adapters/payments/planBilling'

import { planBillingFor } from '@/adapters/payments/index'
import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { isLive } from '@/domain/tenancy/planSubscriptions'

import { heldRow, keepSession, keptOf } from './store'
import { settlePlan } from './settle'

type Given = {
  billing?: PlanBilling
  req: PayloadRequest
  subscription: string
  tenant: string
}

/** A subscription that changes more often than this while it is looked at waits for its next turn. */
const ROUNDS = 5

/**
 * Puts the school on what it pays for, as its provider has it at this moment: so it does not matter in which order
 * events come, or how often. What was read is written only onto the row as it stood before the reading, else it is
 * read again; no lock is held while the network is asked. A subscription of another school counts for nothing, and a
 * second one beside a live one is ended, its money credited. Throws PaymentUnavailable. Call it outside a transaction.
 */
export const followSubscription = async ({
  billing: given,
  req,
  subscription,
  tenant,
}: Given): Promise<void> => {
  const billing = given ?? planBillingFor(req)
  for (let round = 0; round < ROUNDS; round += 1) {
    const { status, subscription: known, version } = await heldRow({ req, tenant })
    const standing = await billing.lookUp(subscription)
    if (!standing || standing.tenant !== tenant) {
      return
    }
    if (known && known !== subscription && (await stillLive({ billing, known, status }))) {
      return isLive(standing.status) ? billing.end(subscription) : undefined
    }
    if (
      await settlePlan({ payload: req.payload, provider: billing.name, standing, tenant, version })
    ) {
      return
    }
  }
  throw new Error('The subscription changes faster than it can be followed.')
}

const stillLive = async ({
  billing,
  known,
  status,
}: {
  billing: PlanBilling
  known: string
  status: null | PlanStanding['status']
}): Promise<boolean> => {
  const other = isLive(status) ? await billing.lookUp(known) : null

  return other !== null && isLive(other.status)
}

/** Follows the subscription that somebody has paid for on the school's page, if they have; forgets a page that is over. */
export const followSession = async ({
  billing: given,
  req,
  tenant,
}: Omit<Given, 'subscription'>): Promise<void> => {
  const billing = given ?? planBillingFor(req)
  const kept = await keptOf({ req, tenant })
  const found = kept?.session ? await billing.lookUpCheckout(kept.session) : null
  if (!kept?.session || found?.status === 'open') {
    return
  }
  if (found?.subscription) {
    await followSubscription({ billing, req, subscription: found.subscription, tenant })
  } else {
    await keepSession({ ...kept, req, session: null, tenant, wanted: null })
  }
}

/** Follows what no event told of: periods that are over, and pages that somebody may have paid on. */
export const followOverdue = async (payload: Payload): Promise<void> => {
  const { rows: due } = await systemPool().query<{ subscription: null | string; tenant: string }>(
    `select tenant_id as tenant, case when status in ('active', 'pastDue') then subscription end as subscription
     from plan_subscriptions
     where (status in ('active', 'pastDue') and period_end < now()) or session is not null
     order by tenant_id`,
  )
  for (const { subscription, tenant } of due) {
    await asTenant(tenant, async () => {
      const req = await createLocalReq({}, payload)
      await followSession({ req, tenant })
      if (subscription) {
        await followSubscription({ req, subscription, tenant })
      }
    }).catch((error: unknown) => {
      payload.logger.warn({ err: error, tenant }, 'A subscription to a plan could not be followed.')
    })
  }
}
