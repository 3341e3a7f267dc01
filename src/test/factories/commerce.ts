import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import type { Coupon, Offer } from '@payload-types'

import type { Terms } from '@/domain/commerce/subscriptions'

import { asTenant } from '@/database/scope'
import { inTransaction, row, rows } from '@/database/transaction'
import { issueInvoice } from '@/operations/commerce/issueInvoice'

import { startedAt } from '@/domain/commerce/subscriptions'
import { insertSubscription } from '@/operations/commerce/subscriptions/store'
import { requestOf } from '@/test/harness'

import { factories } from './index'

/** A school with one course at 49.00 USD, for tests of buying. */
export type Shop = { course: string; offer: string; tenant: string }

/** Rows of commerce for tests. */
export const commerceFactories = (payload: Payload) => {
  const base = factories(payload)

  const make = {
    buyer: (tenant: string) => base.user({ tenant }),
    coupon: ({ tenant, ...given }: Partial<Coupon> & { tenant: string }): Promise<Coupon> =>
      asTenant(tenant, () =>
        payload.create({
          collection: 'coupons',
          data: {
            code: `C${crypto.randomUUID().slice(0, 8)}`,
            percentOff: 20,
            ...given,
            tenant,
          } as never,
          depth: 0,
          overrideAccess: true,
        }),
      ),
    /** The invoice of an order over 39.20 USD that `buyer` has paid; answers its id. */
    invoice: ({ buyer, tenant }: { buyer: string; tenant: string }): Promise<string> =>
      asTenant(tenant, async () => {
        const req = await createLocalReq({}, payload)

        return inTransaction(req, async () => {
          const order = await row<{ id: string }>(
            req,
            sql`insert into orders (id, tenant_id, number, buyer_id, status, base, discount, tax, total, currency, paid_at)
                values (uuidv7(), ${tenant}, ${crypto.randomUUID()}, ${buyer}, 'paid', 4900, 980, 0, 3920, 'USD', now())
                returning id`,
          )
          await rows(
            req,
            sql`insert into order_lines (id, tenant_id, order_id, offer_id, course_id, title, base, discount, tax, total)
                select uuidv7(), ${tenant}, ${order?.id}, f.id, f.course_id, 'A course', 4900, 980, 0, 3920
                from offers f limit 1`,
          )
          await issueInvoice({ order: order?.id ?? '', req, tenant })
          const issued = await row<{ id: string }>(
            req,
            sql`select id from invoices where order_id = ${order?.id}`,
          )

          return issued?.id ?? ''
        })
      }),
    offer: ({
      tenant,
      ...given
    }: Partial<Offer> & { course: string; tenant: string }): Promise<Offer> =>
      asTenant(tenant, () =>
        payload.create({
          collection: 'offers',
          data: {
            isActive: true,
            kind: 'oneTime',
            prices: [{ amount: 4900, currency: 'USD' }],
            title: 'The whole course',
            ...given,
            tenant,
          } as never,
          depth: 0,
          overrideAccess: true,
        }),
      ),
    /** A running monthly subscription, as if it had been bought now. */
    shop: async (): Promise<Shop> => {
      const { id: tenant } = await base.tenant()
      const { id: course } = await base.course({ tenant })
      const { id: offer } = await make.offer({ course, tenant })

      return { course, offer, tenant }
    },
    subscription: ({
      buyer,
      offer,
      tenant,
    }: {
      buyer: string
      offer: string
      tenant: string
    }): Promise<string> =>
      asTenant(tenant, async () => {
        const terms: Terms = {
          amount: 1900,
          currency: 'USD',
          interval: 'month',
          kind: 'subscription',
          payments: null,
          trialDays: 0,
        }

        return insertSubscription({
          buyer,
          offer,
          provider: 'test',
          req: await requestOf(),
          session: `ts_${crypto.randomUUID()}`,
          state: startedAt(terms, new Date()),
          tenant,
          terms,
          title: 'By the month',
        })
      }),
  }

  return make
}
