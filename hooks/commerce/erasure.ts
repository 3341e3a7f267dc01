import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { cancelAll, forgetBuyer, forgetEarner } from '@/operations/commerce/forgetBuyer'
import { reaction } from '@hooks/events/reaction'

/** Lets the subscriptions of somebody who is leaving run out; resuming one is theirs to do. */
export const cancelPlansOnErasureAsked = reaction({
  name: 'cancelPlansOnErasureAsked',
  on: 'account.erasureAsked',
  run: async ({ data: { account }, req, tenant }) => {
    const isLeaving = await row(
      req,
      sql`select 1 from users where id = ${account} and erasure_at is not null`,
    )
    if (isLeaving) {
      await cancelAll({ buyer: account, req, tenant })
    }
  },
})

/** Ends what an erased account pays for, and empties its orders of the person. */
export const forgetBuyerOnAccountErased = reaction({
  name: 'forgetBuyerOnAccountErased',
  on: 'account.erased',
  run: async ({ data: { account }, req, tenant }) => {
    await forgetBuyer({ buyer: account, req, tenant })
    await forgetEarner({ account, req })
  },
})
