import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'

import type { Plan } from '@payload-types'
import type { ScheduledTask } from '@hooks/events/reaction'

import { idOf } from '@/domain/ids'
import { syncMissedPlans, syncPlan } from '@/operations/tenancy/syncPlan'
import { announce } from '@hooks/events/announce'
import { reaction } from '@hooks/events/reaction'

/** Announces that a plan is another, or gone. */
export const planChanged: CollectionAfterChangeHook<Plan> &
  CollectionAfterDeleteHook<Plan> = async ({ doc: { id, tenant }, req }) => {
  await announce({ data: { plan: id }, fact: 'plan.changed', req, tenant: idOf(tenant) })
}

/** Tells the platform's provider what is sold, once a plan was saved or deleted. */
export const syncOnPlanChanged = reaction({
  name: 'syncOnPlanChanged',
  on: 'plan.changed',
  run: ({ data: { plan }, req }) => syncPlan({ plan, req }),
  transaction: false,
})

const EVERY_HOUR = '25 * * * *'

/** The same for plans that the provider missed. */
export const syncMissedPlansHourly: ScheduledTask = {
  name: 'syncMissedPlansHourly',
  cron: EVERY_HOUR,
  run: ({ req: { payload } }) => syncMissedPlans(payload),
}
