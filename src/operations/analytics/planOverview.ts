import type { PayloadRequest } from 'payload'

import type { LimitName } from '@/domain/tenancy/limits'
import type { IncludedName } from '@/domain/tenancy/plans'
import type { OverLimit } from '@/domain/tenancy/planSubscriptions'
import type { Kept } from '@/operations/tenancy/planSubscriptions/store'
import type { ShownPlan } from '@/operations/tenancy/plans'

import { planBillingFor } from '@/adapters/payments'
import { inUnits, LIMIT_NAMES } from '@/domain/tenancy/limits'
import { isLive, lostParts, overLimits } from '@/domain/tenancy/planSubscriptions'
import { askOf, usageOf } from '@/operations/tenancy/limits'
import { keptOf } from '@/operations/tenancy/planSubscriptions/store'
import { planChoice } from '@/operations/tenancy/plans'

import { LIMITS } from './limits'

/** What a limit gives and what is used of it, in its own unit; null is none. */
type Used = { limit: LimitName; most: null | number; used: number }

/** A plan as a school that stands as it does would have it: what would be beyond it, and which parts would be off. */
export type FittedPlan = ShownPlan & { lost: IncludedName[]; over: OverLimit[] }

/** What a school pays now. */
type Paid = Pick<Kept, 'endsAtPeriodEnd' | 'periodEnd' | 'plan'> & {
  hasPortal: boolean
  isPastDue: boolean
}

export type PlanOverview = {
  /** Where a school asks for what it cannot take itself; null where the platform named no address. */
  contact: null | string
  /** Null for a school that pays nothing. */
  paid: null | Paid
  plans: FittedPlan[]
  usage: Used[]
}

/** What a school has, uses and pays, and the plans that it can have, cheapest first. */
export const planOverview = async ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: string
}): Promise<PlanOverview> => {
  const usage: Used[] = []
  for (const limit of LIMIT_NAMES) {
    const { most, used } = await usageOf({ ask: askOf(req), limit: LIMITS[limit], tenant })
    usage.push({ limit, most, used: inUnits({ limit, used }) })
  }
  const { contact, plans } = await planChoice(tenant)
  const kept = await keptOf({ req, tenant })
  const now = plans.find(({ isCurrent }) => isCurrent)

  return {
    contact,
    paid: kept && isLive(kept.status) ? paidBy(req, kept) : null,
    plans: plans.map((plan) => ({
      ...plan,
      lost: lostParts(now?.included ?? ALL, plan.included),
      over: overLimits(plan.limits, usage),
    })),
    usage,
  }
}

/** Without a plan a school has every part of the product. */
const ALL = { certificates: true, coupons: true, domains: true }

const paidBy = (
  req: PayloadRequest,
  { customer, endsAtPeriodEnd, periodEnd, plan, status }: Kept,
): Paid => ({
  endsAtPeriodEnd,
  hasPortal: customer !== null && planBillingFor(req).openPortal !== undefined,
  isPastDue: status === 'pastDue',
  periodEnd,
  plan,
})
