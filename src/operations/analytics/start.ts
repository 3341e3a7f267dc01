import type { PayloadRequest } from 'payload'

import type { Locale } from '@/domain/tenancy/locales'
import type { Setup } from '@/domain/tenancy/setup'

import { idOf } from '@/domain/ids'
import { stepsFor } from '@/domain/tenancy/setup'
import { holds, isManager } from '@hooks/access'
import { AUTHORS } from '@/domain/identity/roles'

import type { Day } from './days'
import type { Draft, RecentOrder, StuckLearner } from './waiting'

import { daysOf } from './days'
import { schoolFacts } from './setup'
import { recentOrders, stuckLearners, waitingDrafts } from './waiting'

/** What the start page of the admin shows; what its reader may not see is null. */
export type Start = {
  /** Files that were put aside; 0 for whoever has nothing to do with files. */
  apart: number
  averagePercent: null | number
  currency: string
  days: Day[]
  drafts: Draft[] | null
  name: string
  /** When this was told, in ms. */
  now: number
  orders: null | RecentOrder[]
  /** The first steps that are still to be done, and those that are; empty when all are. */
  steps: { done: boolean; step: keyof Setup }[]
  stuck: StuckLearner[]
  tenant: string
}

type Staff = { tenant?: string | { id: string } }

/**
 * The start page of somebody who works in a school: five statements at most. Money and orders are for
 * its managers alone, drafts for its authors. Null for staff of the platform, who have no school.
 */
export const startOf = async ({
  language,
  req,
}: {
  /** That in which the admin is read. */
  language: Locale
  req: PayloadRequest
}): Promise<null | Start> => {
  const { tenant: school } = (req.user ?? {}) as Staff
  const tenant = school && idOf(school)
  const facts = tenant ? await schoolFacts({ language, req, tenant }) : null
  if (!tenant || !facts) {
    return null
  }
  const { name, apart, averagePercent, currency, setup, timeZone } = facts
  const sells = isManager(req)
  const writes = holds(req, AUTHORS)
  const [days, orders, drafts, stuck] = await Promise.all([
    daysOf({ currency, req, tenant, timeZone }),
    sells ? recentOrders({ req, tenant }) : null,
    writes ? waitingDrafts({ req, tenant }) : null,
    stuckLearners({ req, tenant }),
  ])

  return {
    name,
    apart: writes ? apart : 0,
    averagePercent,
    currency,
    days: sells ? days : days.map((day) => ({ ...day, orders: 0, sales: 0, sold: [] })),
    drafts,
    now: Date.now(),
    orders,
    steps: writes ? stepsFor({ isManager: sells, setup }) : [],
    stuck,
    tenant,
  }
}
