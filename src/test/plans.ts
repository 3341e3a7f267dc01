import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Offer } from '@payload-types'

import type { Billing } from '@/domain/commerce/invoices'

import { testGatewayFor } from '@/adapters/payments/index'
import { asTenant } from '@/database/scope'
import { row, rows } from '@/database/transaction'
import { checkout } from '@/operations/commerce/checkout'
import { receiveEvent } from '@/operations/commerce/receiveEvent'
import { renewSubscriptions } from '@/operations/commerce/subscriptions/renew'

import { commerceFactories } from './factories/commerce'
import { requestOf } from './harness'
import { settleOnly } from './settleOnly'

/** Somebody who pays for something again and again, through the test gateway. */
export type Member = {
  buyer: string
  course: string
  id: string
  offer: string
  session: string
  tenant: string
}

export type Standing = {
  access: null | string
  credit: number
  end: string
  next: null | string
  offer: string
  orders: number
  paid: number
  status: string
}

/** What comes of facts about money, in the order in which it comes. */
const REACTIONS = [
  'applyOnPaymentEventReceived',
  'carryOutOnRefundAsked',
  'endPlanOnRefundSettled',
  'takeBackOnRefundSettled',
  'endPlanOnDisputeChanged',
  'followOnOrderPaid',
  'followOnOrderFailed',
  'enrollOnOrderPaid',
  'grantOnSubscriptionChanged',
  'followOnDisputeChanged',
]

/** Subscriptions and plans on a clock that the test moves. */
export const planTools = (payload: () => Payload) => {
  const sell = () => commerceFactories(payload())
  const query = <Row>(tenant: string, statement: ReturnType<typeof sql>) =>
    asTenant(tenant, async () => rows<Row>(await requestOf(), statement))
  const settle = async (rounds = 2): Promise<void> => {
    for (let round = 0; round < rounds; round += 1) {
      for (const name of REACTIONS) {
        await settleOnly(payload(), name)
      }
    }
  }
  const buy = async ({
    billing,
    buyer,
    code = null,
    offer,
    tenant,
  }: {
    billing?: Billing
    buyer: string
    code?: null | string
    offer: string
    tenant: string
  }) => {
    const { url } = await asTenant(tenant, async () =>
      checkout({
        billing,
        buyer: { id: buyer, email: `${buyer}@example.com`, emailVerified: true, locale: 'en' },
        code,
        now: new Date(),
        offers: [offer],
        origin: 'http://school.localhost:3000',
        req: await requestOf({ id: buyer }),
        tenant,
      }),
    )
    const session = url.split('/').at(-1) ?? ''
    await approve(tenant, session)

    return session
  }
  const approve = (tenant: string, session: string) =>
    asTenant(tenant, async () => {
      const gateway = await testGatewayFor(await requestOf())
      const delivery = await gateway?.decide({ decision: 'approve', session })
      if (!delivery) {
        throw new Error('The payment was not approved.')
      }
      await receiveEvent({ ...delivery, payload: payload(), provider: 'test', school: tenant })
    })

  return {
    approve,
    query,
    sell,
    settle,
    /** A shop that tries again whatever day it is. */
    buy,
    offer: (given: Partial<Offer> & { course: string; tenant: string }) =>
      sell().offer({
        interval: 'month',
        kind: 'subscription',
        prices: [{ amount: 3000, currency: 'USD' }],
        ...given,
      }),
    renewAt: async (now: Date) => {
      await renewSubscriptions({ now, payload: payload() })
      await settle()
    },
    setCard: ({ session, tenant }: Member, works: boolean) =>
      asTenant(tenant, async () =>
        (await testGatewayFor(await requestOf()))?.setCard({ session, works }),
      ),
    shop: async () => {
      const shop = await sell().shop()
      await query(
        shop.tenant,
        sql`update tenants set settings_recurring_skips_weekends = false where id = ${shop.tenant}`,
      )

      return shop
    },
    subscribe: async ({
      billing,
      ...given
    }: {
      /** Where the buyer is, in a school that charges tax. */
      billing?: Billing
      code?: null | string
      course: string
      offer: string
      tenant: string
    }): Promise<Member> => {
      const { id: buyer } = await sell().buyer(given.tenant)
      const session = await buy({ ...given, billing, buyer })
      await settle()
      const [made] = await query<{ id: string }>(
        given.tenant,
        sql`select id from subscriptions where buyer_id = ${buyer}`,
      )

      return { ...given, id: made?.id ?? '', buyer, session }
    },
    /** How a subscription stands, with all that was paid for it and until when its course is open. */
    standing: async ({ id, tenant }: Member): Promise<Standing> => {
      const found = await asTenant(tenant, async () =>
        row<Standing>(
          await requestOf(),
          sql`select s.status::text as status, s.credit::int as credit, s.offer_id as offer, to_json(s.next_step_at) #>> '{}' as next,
                to_json(s.period_end) #>> '{}' as end,
                (select to_json(max(g.ends_at)) #>> '{}' from access_grants g where g.key = 'subscription:' || s.id) as access,
                (select count(*)::int from orders o where o.subscription_id = s.id and o.status = 'paid') as orders,
                (select coalesce(sum(p.amount), 0)::int from payments p join orders o on o.id = p.order_id
                 where o.subscription_id = s.id and p.status = 'succeeded') as paid
              from subscriptions s where s.id = ${id}`,
        ),
      )
      if (!found) {
        throw new Error('There is no subscription.')
      }

      const iso = (text: null | string) => text && new Date(text).toISOString()

      return {
        ...found,
        access: iso(found.access),
        end: new Date(found.end).toISOString(),
        next: iso(found.next),
      }
    },
  }
}
