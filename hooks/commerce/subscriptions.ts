import type { ScheduledTask } from '@hooks/events/reaction'

import { followFailed, followPaid } from '@/operations/commerce/subscriptions/followOrder'
import { mailCardEndings } from '@/operations/commerce/subscriptions/cardEndings'
import { confirmCards } from '@/operations/commerce/subscriptions/confirmCard'
import { joinLibraries } from '@/operations/commerce/subscriptions/joinLibraries'
import { rememberCard } from '@/operations/commerce/subscriptions/rememberCard'
import { winBack } from '@/operations/commerce/subscriptions/winBack'
import { renewSubscriptions } from '@/operations/commerce/subscriptions/renew'
import { reaction } from '@hooks/events/reaction'

const EVERY_TEN_MINUTES = '*/10 * * * *'
const EVERY_HOUR = '20 * * * *'

/** Begins a subscription with its first paid order, and moves it on with each that follows. */
export const followOnOrderPaid = reaction({
  name: 'followOnOrderPaid',
  on: 'order.paid',
  run: ({ data: { order }, req, tenant }) => followPaid({ order, req, tenant }),
})

/** Sets a subscription past due when the charge of its order was declined. */
export const followOnOrderFailed = reaction({
  name: 'followOnOrderFailed',
  on: 'order.failed',
  run: ({ data: { order }, req, tenant }) => followFailed({ order, req, tenant }),
})

/** Learns from the provider which card is charged from now on. */
export const rememberOnCardGiven = reaction({
  name: 'rememberOnCardGiven',
  on: 'subscription.cardGiven',
  run: ({ data: { subscription }, req }) => rememberCard({ req, subscription }),
  transaction: false,
})

/** A course that is published, or an offer whose rule is another, joins the subscriptions that the rule opens it to. */
export const joinLibrariesOnContentChanged = reaction({
  name: 'joinLibrariesOnContentChanged',
  concerns: ({ collection }) => collection === 'courses' || collection === 'offers',
  on: 'content.changed',
  run: ({ req, tenant }) => joinLibraries({ req, tenant }),
})

/** Looks at the pages on which cards are given, charges what is due of subscriptions and plans, and ends what is over. Every ten minutes. */
export const renewDueSubscriptions: ScheduledTask = {
  name: 'renewDueSubscriptions',
  cron: EVERY_TEN_MINUTES,
  run: async ({ req: { payload } }) => {
    await confirmCards({ now: new Date(), payload })
    await renewSubscriptions({ now: new Date(), payload })
  },
}

/** Writes to those whose card will have ended when it is charged next. Every hour. */
export const mailCardEndingsHourly: ScheduledTask = {
  name: 'mailCardEndingsHourly',
  cron: EVERY_HOUR,
  run: async ({ req: { payload } }) => {
    await mailCardEndings({ now: new Date(), payload })
  },
}

/** Writes to those whose subscription ended so many days ago as their school has set. Every hour. */
export const winBackDaily: ScheduledTask = {
  name: 'winBackDaily',
  cron: EVERY_HOUR,
  run: async ({ req: { payload } }) => {
    await winBack({ now: new Date(), payload })
  },
}
