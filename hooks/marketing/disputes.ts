import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { managersToTell } from '@/operations/identity/managersToTell'
import { queueEmails } from '@/operations/mail/queueEmails'
import { schoolOf } from '@/operations/tenancy/school'
import { reaction } from '@hooks/events/reaction'

type Found = {
  amount: number
  currency: string
  number: string
  reason: string
  until: null | string
}

/** Tells owners and admins that a payment is contested, and until when to answer; each once for a dispute. */
export const tellOnDisputeOpened = reaction({
  name: 'tellOnDisputeOpened',
  on: 'dispute.opened',
  run: async ({ data: { dispute }, req, tenant }) => {
    const school = await schoolOf({ req, tenant })
    const found = await row<Found>(
      req,
      sql`select d.amount::float8 as amount, d.currency, o.number, coalesce(d.reason, '') as reason, to_json(d.due_at) #>> '{}' as until
          from disputes d join orders o on o.id = d.order_id where d.id = ${dispute}`,
    )
    if (!school || !found) {
      return
    }
    const told = await managersToTell(req)
    const { until, ...said } = found
    const url = `${school.origin}/admin/collections/disputes/${dispute}`
    await queueEmails({
      emails: told.map(({ id, name, email, locale }) => ({
        data: { ...said, name, ...(until && { until }), url },
        key: `disputeOpened:${dispute}:${id}`,
        locale: locale ?? school.locale,
        template: 'disputeOpened' as const,
        to: email,
      })),
      req,
      urgency: 'prompt',
    })
  },
})
