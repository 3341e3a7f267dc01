import type { LimitName } from './limits'
import type { Included, IncludedName } from './plans'

import { INCLUDED } from './plans'

/**
 * How a school's subscription to a plan of the platform stands: `pending` before its first payment, `pastDue`
 * while a charge that failed is tried again, `ended` for good.
 */
export const PLAN_STATUSES = ['pending', 'active', 'pastDue', 'ended'] as const

export type PlanStatus = (typeof PLAN_STATUSES)[number]

/** Whether the school has what it pays for: also while a charge that failed is tried again. */
export const isLive = (status: null | string): boolean =>
  status === 'active' || status === 'pastDue'

/** What Stripe calls a subscription's state, in our words; what it may say in years to come gives nothing. */
export const planStatusOf = (stripe: string): PlanStatus =>
  stripe === 'active' || stripe === 'trialing'
    ? 'active'
    : stripe === 'past_due'
      ? 'pastDue'
      : stripe === 'incomplete'
        ? 'pending'
        : 'ended'

/** How much of a limit is used, in the limit's own unit. */
export type UsedLimit = { limit: LimitName; used: number }

/** A limit of a plan of which a school has more already: all of it stays, and nothing can be added. */
export type OverLimit = { limit: LimitName; most: number; used: number }

/** The limits of a plan above which a school is as it stands. */
export const overLimits = (
  limits: Readonly<Record<LimitName, null | number>>,
  usage: readonly UsedLimit[],
): OverLimit[] =>
  usage.flatMap(({ limit, used }) => {
    const most = limits[limit]

    return most !== null && used > most ? [{ limit, most, used }] : []
  })

/** Parts of the product that a school has now and would not have on a plan. */
export const lostParts = (now: Included, then: Included): IncludedName[] =>
  INCLUDED.filter((part) => now[part] && !then[part])
