import { sql } from '@payloadcms/db-postgres'

import type { Locale } from '@/domain/tenancy/locales'

import { row } from '@/database/transaction'
import { creditNotePath } from '@/domain/commerce/paths'
import { orderKey } from '@/operations/commerce/orderKeys'
import { queueEmail } from '@/operations/mail/queueEmail'
import { schoolOf } from '@/operations/tenancy/school'
import { reaction } from '@hooks/events/reaction'

/** How long the link in a mail brings the credit note without signing in, in milliseconds. */
const LINK_MS = 30 * 24 * 3600_000

type Found = {
  amount: number
  creditNote: null | { id: string; number: string }
  currency: string
  email: string
  endsAccess: boolean
  locale: Locale | null
  name: string
  number: string
  order: string
  reason: string
}

/** Tells the buyer that money is on its way back, and why, in the order's language; once for each refund. */
export const sendRefundOnRefundSettled = reaction({
  name: 'sendRefundOnRefundSettled',
  on: 'refund.settled',
  run: async ({ data: { refund }, req, tenant }) => {
    const school = await schoolOf({ req, tenant })
    const found = await row<Found>(
      req,
      sql`select u.email, coalesce(o.locale, u.locale::text) as locale, u.name, o.id as "order", o.number, r.currency, r.amount::float8 as amount,
            coalesce(r.reason, '') as reason, coalesce(r.ends_access, false) as "endsAccess",
            (select json_build_object('id', c.id, 'number', c.number) from credit_notes c where c.refund_id = r.id) as "creditNote"
          from refunds r join orders o on o.id = r.order_id join users u on u.id = o.buyer_id
          where r.id = ${refund} and r.status = 'succeeded'`,
    )
    if (!found || !school) {
      return
    }
    const { creditNote, email, locale, order, ...said } = found
    const key = orderKey({ order, tenant, until: new Date(Date.now() + LINK_MS) })
    await queueEmail({
      data: {
        ...said,
        creditNote: creditNote
          ? {
              number: creditNote.number,
              url: `${school.origin}${creditNotePath(creditNote.id, key)}`,
            }
          : undefined,
        url: `${school.origin}/account/orders`,
      },
      key: `refund:${refund}`,
      locale: locale ?? school.locale,
      req,
      template: 'refund',
      to: email,
    })
  },
})
