import { sql } from '@payloadcms/db-postgres'

import type { ScheduledTask } from '@hooks/events/reaction'

import { row } from '@/database/transaction'
import { INVITATION_MS } from '@/domain/commerce/guests'
import { completeFreeOrders } from '@/operations/commerce/completeFreeOrders'
import { sweepGuests } from '@/operations/commerce/sweepGuests'
import { inviteToSetPassword } from '@/operations/identity/invitations'
import { schoolOf } from '@/operations/tenancy/school'
import { textInTheirs } from '@/operations/translation/textIn'
import { reaction } from '@hooks/events/reaction'

const inTheirs = textInTheirs({ locale: sql`u.locale`, tenant: sql`o.tenant_id` }, 'courses', {
  field: 'title',
  of: sql`c.id`,
  own: sql`c.title`,
})

/** Sends a guest who paid the link that opens the account, once per order, unless the address is proved. */
export const inviteOnOrderPaid = reaction({
  name: 'inviteOnOrderPaid',
  on: 'order.paid',
  run: async ({ data: { order }, req, tenant }) => {
    const school = await schoolOf({ req, tenant })
    const found = await row<{ account: string; course: string }>(
      req,
      sql`select o.buyer_id as account, string_agg(${inTheirs}, ', ' order by l.id) as course
          from orders o join order_lines l on l.order_id = o.id join courses c on c.id = l.course_id
            join users u on u.id = o.buyer_id
          where o.id = ${order} and o.status = 'paid' and o.guest_name is not null group by o.id`,
    )
    if (!found || !school) {
      return
    }
    await inviteToSetPassword({
      ...found,
      key: `setPassword:${order}`,
      lifetimeMs: INVITATION_MS,
      locale: school.locale,
      origin: school.origin,
      req,
      tenant,
    })
  },
})

/** Completes what was free and waited for its guest to prove the address. */
export const completeOnAccountConfirmed = reaction({
  name: 'completeOnAccountConfirmed',
  on: 'account.confirmed',
  run: async ({ data: { account }, req, tenant }) =>
    completeFreeOrders({ buyer: account, now: new Date(), req, tenant }),
})

const EVERY_NIGHT = '10 3 * * *'

/** Removes the accounts of guests who neither paid nor came back. Every night. */
export const sweepGuestsNightly: ScheduledTask = {
  name: 'sweepGuestsNightly',
  cron: EVERY_NIGHT,
  run: async ({ req: { payload } }) => {
    await sweepGuests({ now: new Date(), payload })
  },
}
