import type { ScheduledTask } from '@hooks/events/reaction'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { offerFreedPlaces, offerPlaces } from '@/operations/learning/offerPlaces'
import { reaction } from '@hooks/events/reaction'

const EVERY_MINUTE = '* * * * *'

/** Offers places that have become free for whatever reason, and ends offers whose time is over. Every minute. */
export const offerPlacesEveryMinute: ScheduledTask = {
  name: 'offerFreedPlaces',
  cron: EVERY_MINUTE,
  run: async ({ req: { payload } }) => {
    await offerFreedPlaces({ payload })
  },
}

/** Offers the place that staff freed, at once. */
export const offerOnEnrollmentChanged = reaction({
  name: 'offerOnEnrollmentChanged',
  on: 'enrollment.changed',
  run: async ({ data: { change }, req, tenant }) => {
    const found = await row<{ cohort: null | string }>(
      req,
      sql`select e.cohort_id as cohort from enrollment_changes h join enrollments e on e.id = h.enrollment_id
          where h.id = ${change} and h.action = 'remove'`,
    )
    if (found?.cohort) {
      await offerPlaces({ cohort: found.cohort, req, tenant })
    }
  },
})
