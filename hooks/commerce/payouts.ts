import type { ScheduledTask } from '@hooks/events/reaction'

import { refreshAccount } from '@/operations/commerce/payouts/accounts'
import { carryOutPayout } from '@/operations/commerce/payouts/carryOut'
import { followPayouts, payOutScheduled } from '@/operations/commerce/payouts/schedule'
import { reaction } from '@hooks/events/reaction'

/** Has the provider pay out what was asked to be. */
export const carryOutOnPayoutAsked = reaction({
  name: 'carryOutOnPayoutAsked',
  on: 'payout.asked',
  run: ({ data: { payout }, req, tenant }) => carryOutPayout({ payout, req, tenant }),
  transaction: false,
})

/** Looks how a payout stands of which the provider said something. */
export const followOnPayoutReported = reaction({
  name: 'followOnPayoutReported',
  on: 'payout.reported',
  run: ({ data: { payout }, req, tenant }) => carryOutPayout({ payout, req, tenant }),
  transaction: false,
})

/** Looks how an account for payouts stands of which the provider said something. */
export const refreshOnPayoutAccountReported = reaction({
  name: 'refreshOnPayoutAccountReported',
  on: 'payoutAccount.reported',
  run: ({ data: { account }, req }) => refreshAccount({ account, req }),
  transaction: false,
})

/** Pays out what has cleared, where a school does so every week or month. Every night. */
export const payOutEveryNight: ScheduledTask = {
  name: 'payOutEveryNight',
  cron: '20 3 * * *',
  run: ({ req: { payload } }) => payOutScheduled({ now: new Date(), payload }),
}

/** Looks after payouts of which nothing was heard. Every hour. */
export const followOpenPayouts: ScheduledTask = {
  name: 'followOpenPayouts',
  cron: '40 * * * *',
  run: ({ req: { payload } }) => followPayouts({ payload }),
}
