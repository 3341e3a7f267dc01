import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Counter } from '@/domain/commerce/lifecycle'

import { row } from '@/database/transaction'
import { afterDiscount, isDiscountable } from '@/domain/commerce/lifecycle'
import { afterResume, isResumable } from '@/domain/commerce/subscriptions'
import { RuleError } from '@/domain/errors'

import type { Changed } from './cancel'

import { shown } from './cancel'
import { holdSubscription, saveState } from './store'

/** The school's counter-offer. */
const counterOf = async (req: PayloadRequest, tenant: string): Promise<Counter> =>
  (await row<Counter>(
    req,
    sql`select coalesce(settings_recurring_counter_offer::text, 'none') as kind,
          coalesce(settings_recurring_counter_percent, 0)::int as percent,
          coalesce(settings_recurring_counter_periods, 0)::int as periods
        from tenants where id = ${tenant}`,
  )) ?? { kind: 'none', percent: 0, periods: 0 }

/**
 * Takes the discount that the school offers to whoever would cancel, once in the life of a subscription, and takes a
 * wish to cancel back. Asked twice it is given once. Null where there is none of that id; throws notOffered where the
 * school offers none, or it was had. Runs in the caller's transaction.
 */
export const takeCounterOffer = async ({
  id,
  buyer,
  req,
  tenant,
}: {
  buyer: null | string
  id: string
  req: PayloadRequest
  tenant: string
}): Promise<Changed | null> => {
  const held = await holdSubscription({ id, buyer, req })
  if (!held) {
    return null
  }
  const { state, terms } = held
  if (state.discountPeriods > 0) {
    return shown(state)
  }
  const { kind, percent, periods } = await counterOf(req, tenant)
  if (kind !== 'discount' || percent === 0 || periods === 0 || !isDiscountable(state, terms)) {
    throw new RuleError('notOffered')
  }
  const kept = isResumable(state) ? afterResume(state) : state
  const after = afterDiscount(kept, { percent, periods })
  await saveState({ id: held.id, req, state: after, tenant })

  return shown(after)
}
