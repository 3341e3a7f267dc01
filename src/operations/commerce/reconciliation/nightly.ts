import type { Payload } from 'payload'

import { createLocalReq } from 'payload'

import type { Listing, Payments, Range } from '@/adapters/payments/types'

import { hasInstallationAccount, paymentsOf } from '@/adapters/payments/index'
import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { REAL_PROVIDERS } from '@/domain/commerce/providers'

import { reconcile, reportFailure } from './reconcile'

const HOUR_MS = 3600_000
const DAY_MS = 24 * HOUR_MS

/** What is compared each night: as long as providers go on sending what was not taken, and a day more. */
const COVERED_MS = 4 * DAY_MS

/** What moved in these last hours may not be in a provider's list yet. */
const SETTLING_MS = 4 * HOUR_MS

/** A provider counts from when a payment was begun, we from when it was told of. */
const BEGUN_BEFORE_MS = 4 * DAY_MS

/**
 * Compares the books of every school with those of each provider that it was paid through, or asked to be, lately, or has an account of its own with, and those of the
 * platform with the accounts of the installation. A provider
 * whose account several schools share is asked for its list once. One school, or provider, that fails holds up no other.
 */
export const reconcileAll = async ({
  now,
  payload,
}: {
  now: Date
  payload: Payload
}): Promise<void> => {
  const to = new Date(now.getTime() - SETTLING_MS)
  const range = { from: new Date(to.getTime() - COVERED_MS), to }
  const { rows: due } = await systemPool().query<{ provider: string; tenant: string }>(
    `select distinct tenant_id as tenant, provider from orders
     where provider is not null and provider <> 'test' and (created_at >= $1 or paid_at >= $1)
     union select p.tenant_id, p.provider from disputes p where p.provider <> 'test' and p.settled_at is null
     union select a.tenant_id, a.provider::text from payment_accounts a where a.is_active and a.sealed is not null
     union select t.id, unnest($2::text[]) from tenants t where t.kind = 'platform'
     order by 1, 2`,
    [range.from.toISOString(), REAL_PROVIDERS.filter(hasInstallationAccount)],
  )
  const lists = listsOnce(range, now)
  for (const { provider, tenant } of due) {
    await asTenant(tenant, async () => {
      const req = await createLocalReq({}, payload)
      const about = { provider, range, req, tenant }
      try {
        const payments = await paymentsOf(provider, req)
        const listing = payments && (await lists(payments))
        if (listing) {
          await reconcile({ ...about, listing })
        }
      } catch (error) {
        payload.logger.error({ err: error, provider, tenant }, 'The books were not compared.')
        const failure = error instanceof Error ? error.message : String(error)
        await reportFailure({ ...about, failure })
      }
    })
  }
}

/** Asks each account for its list once; null where it keeps none. */
const listsOnce = ({ from }: Range, now: Date) => {
  const known = new Map<Payments, Promise<Listing>>()

  return async (payments: Payments): Promise<Listing | null> => {
    if (!payments.list) {
      return null
    }
    const earlier = new Date(from.getTime() - BEGUN_BEFORE_MS)
    const listing = known.get(payments) ?? payments.list({ from: earlier, to: now })
    known.set(payments, listing)

    return listing
  }
}
