import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import type { Coupon, Offer } from '@payload-types'

import type { Locale } from '@/domain/tenancy/locales'
import type { Terms } from '@/domain/commerce/subscriptions'

import { asTenant } from '@/database/scope'
import { inTransaction, row, rows } from '@/database/transaction'
import { giftKey } from '@/operations/commerce/gifts/keys'
import { issueInvoice } from '@/operations/commerce/issueInvoice'
import { askRefund } from '@/operations/commerce/refunds/ask'
import { settleRefund } from '@/operations/commerce/refunds/settle'

import { startedAt } from '@/domain/commerce/subscriptions'
import { enroll } from '@/operations/learning/enroll'
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
    /** What `buyer` has paid for somebody else, whose mail was sent; answers the gift's id, its link's key, and its order. */
    gift: async ({
      buyer,
      tenant,
    }: {
      buyer: string
      tenant: string
    }): Promise<{ course: string; id: string; key: string; order: string }> => {
      const { id: course } = await base.course({ tenant })
      const { id: offer } = await make.offer({ course, tenant })

      return asTenant(tenant, async () => {
        const req = await createLocalReq({}, payload)
        const found = await row<{ id: string; order: string }>(
          req,
          sql`with o as (insert into orders (id, tenant_id, number, buyer_id, status, base, discount, tax, total, currency, paid_at, is_gift)
                values (uuidv7(), ${tenant}, ${crypto.randomUUID()}, ${buyer}, 'paid', 4900, 0, 0, 4900, 'USD', now(), true) returning id),
              l as (insert into order_lines (id, tenant_id, order_id, offer_id, course_id, title, base, discount, tax, total)
                select uuidv7(), ${tenant}::uuid, o.id, ${offer}::uuid, ${course}::uuid, 'A course', 4900, 0, 0, 4900 from o)
              insert into gifts (id, tenant_id, order_id, buyer_id, recipient_name, recipient_email, status, version, mails)
              select uuidv7(), ${tenant}::uuid, o.id, ${buyer}::uuid, 'Noa', 'noa@example.com', 'sent', 1, 1 from o
              returning id, order_id as "order"`,
        )
        const id = found?.id ?? ''

        return {
          id,
          course,
          key: giftKey({ gift: id, tenant, version: 1 }),
          order: found?.order ?? '',
        }
      })
    },
    /** The invoice of an order over 39.20 USD that `buyer` has paid, in `locale`; answers its id. */
    invoice: ({
      buyer,
      locale = null,
      tenant,
    }: {
      buyer: string
      locale?: Locale | null
      tenant: string
    }): Promise<string> =>
      asTenant(tenant, async () => {
        const req = await createLocalReq({}, payload)

        return inTransaction(req, async () => {
          const order = await row<{ id: string }>(
            req,
            sql`insert into orders (id, tenant_id, number, buyer_id, status, base, discount, tax, total, currency, paid_at, locale)
                values (uuidv7(), ${tenant}, ${crypto.randomUUID()}, ${buyer}, 'paid', 4900, 980, 0, 3920, 'USD', now(), ${locale})
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
    /** One dollar that `buyer` got back of an order over 39.20 USD. */
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
    /** A place that `buyer` has paid for; answers the line of the order. */
    place: async ({ buyer, tenant }: { buyer: string; tenant: string }): Promise<string> => {
      const invoice = await make.invoice({ buyer, tenant })

      return asTenant(tenant, async () => {
        const req = await createLocalReq({}, payload)

        return inTransaction(req, async () => {
          const bought = await row<{ course: string; line: string; order: string }>(
            req,
            sql`select l.id as line, l.course_id as course, l.order_id as "order" from invoices i join order_lines l on l.order_id = i.order_id
                where i.id = ${invoice}`,
          )
          const { course = '', line = '', order = '' } = bought ?? {}
          await enroll({ course, learner: buyer, order, req, source: 'order', tenant })

          return line
        })
      })
    },
    refund: async ({
      buyer,
      tenant,
    }: {
      buyer: string
      tenant: string
    }): Promise<{ creditNote: string; order: string; refund: string }> => {
      const invoice = await make.invoice({ buyer, tenant })

      return asTenant(tenant, async () => {
        const req = await createLocalReq({}, payload)

        return inTransaction(req, async () => {
          const paid = await row<{ order: string }>(
            req,
            sql`insert into payments (id, tenant_id, order_id, provider, provider_payment, amount, currency, status)
                select uuidv7(), i.tenant_id, i.order_id, 'test', 'pay_' || i.order_id, i.total, i.currency, 'succeeded'
                from invoices i where i.id = ${invoice} returning order_id as "order"`,
          )
          const order = paid?.order ?? ''
          const asked = await askRefund({
            endsAccess: false,
            key: crypto.randomUUID(),
            order,
            reason: 'A reason',
            req,
            tenant,
            wish: { amount: 100 },
          })
          const refund = asked?.id ?? ''
          const state = { id: `re_${refund}`, failure: null, status: 'succeeded' } as const
          await settleRefund({ refund, req, state, tenant })
          const issued = await row<{ id: string }>(
            req,
            sql`select id from credit_notes where refund_id = ${refund}`,
          )

          return { creditNote: issued?.id ?? '', order, refund }
        })
      })
    },
    /** An order that `buyer` has paid just now, after which something of 49.00 USD is proposed; answers the order. */
    proposed: async ({ buyer, tenant }: { buyer: string; tenant: string }): Promise<string> => {
      const invoice = await make.invoice({ buyer, tenant })
      const { id: course } = await base.course({ tenant })
      const { id: offer } = await make.offer({ course, tenant })

      return asTenant(tenant, async () => {
        const req = await createLocalReq({}, payload)
        const found = await row<{ offer: string; order: string }>(
          req,
          sql`select l.offer_id as offer, i.order_id as "order" from invoices i join order_lines l on l.order_id = i.order_id where i.id = ${invoice}`,
        )
        const upsell = await payload.create({
          collection: 'upsells',
          data: {
            minutes: 30,
            offered: offer,
            offers: [found?.offer],
            position: 0,
            tenant,
            title: 'One more thing',
          } as never,
          depth: 0,
          overrideAccess: true,
        })
        await rows(
          req,
          sql`insert into upsell_proposals (id, tenant_id, order_id, upsell_id, step) values (uuidv7(), ${tenant}, ${found?.order}, ${upsell.id}, 'upsell')`,
        )

        return found?.order ?? ''
      })
    },
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
