import { randomBytes } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { NewLine } from '../orderLines'
import type { Assessed } from '../tax/assess'
import type { Subscription } from './store'

import { row, rows } from '@/database/transaction'
import type { PeriodPrice } from '@/domain/commerce/lifecycle'

import { splitOver } from '@/domain/commerce/bundles'
import { addDays } from '@/domain/commerce/calendar'
import { orderNumberFrom } from '@/domain/commerce/orderNumbers'

import { keepExchange } from '../exchange/keep'
import { insertLines } from '../orderLines'
import { taxedPrice } from './periodTax'

type Ordering = {
  held: Subscription
  now: Date
  price: PeriodPrice
  req: PayloadRequest
  /** How the period is taxed; null where the school charges no tax. */
  tax: Assessed | null
  tenant: string
}

/**
 * The one order of the period that is due, open again where a charge of it was declined; answers its id, and its total in
 * minor units, which is the price with its tax.
 */
export const renewalOrder = async ({
  held,
  now,
  price,
  req,
  tax,
  tenant,
}: Ordering): Promise<{ id: string; total: number }> => {
  const { id, buyer, state, terms } = held
  const priced = taxedPrice(price, tax)
  const taxation = tax?.kept ? JSON.stringify(tax.kept) : null
  await rows(
    req,
    sql`update orders set period = null, updated_at = now()
        where subscription_id = ${id} and period = ${state.paidPeriods} and terms is not null and status <> 'paid'`,
  )
  const order = await row<{ id: string; isNew: boolean; total: number }>(
    req,
    sql`insert into orders (id, tenant_id, number, buyer_id, status, base, discount, tax, total, currency, subscription_id, period, taxation, billing, locale, expires_at)
        select uuidv7(), ${tenant}::uuid, ${orderNumberFrom(randomBytes(8))}, ${buyer}::uuid, 'pending', ${price.base}::numeric, ${price.discount}::numeric,
          ${priced.tax}::numeric, ${priced.total}::numeric, ${terms.currency}, ${id}::uuid, ${state.paidPeriods}::numeric, ${taxation}::jsonb,
          f.billing, f.locale, ${addDays(now, 1).toISOString()}::timestamptz
        from (select) one left join lateral (
          select o.billing, o.locale from orders o where o.subscription_id = ${id} and o.terms is not null order by o.id limit 1) f on true
        on conflict (tenant_id, subscription_id, period) do update
          set status = case when orders.status = 'paid' then orders.status else 'pending' end,
            expires_at = excluded.expires_at, updated_at = now()
        returning id, xmax = 0 as "isNew", total::float8 as total`,
  )
  if (!order) {
    throw new Error('The order of a renewal was not written.')
  }
  if (order.isNew) {
    const lines = await linesOfPeriod({ held, price: priced, req })
    await insertLines({ lines, order: order.id, req, tenant })
    await keepExchange({ order: order.id, req, tenant })
  }

  return order
}

/** The lines of the order that says what the subscription opens again, at what is due now. */
export const linesOfPeriod = async ({
  held,
  price: { base, discount, tax = 0, total },
  req,
}: Pick<Ordering, 'held' | 'req'> & { price: PeriodPrice & { tax?: number } }): Promise<
  NewLine[]
> => {
  const first = await rows<{ base: number; course: string; title: string }>(
    req,
    sql`select l.course_id as course, l.title, l.base::float8 as base from order_lines l
        where l.order_id = (select o.id from orders o where o.subscription_id = ${held.id} and o.terms is not null and o.status = 'paid' order by o.id desc limit 1)
        order by l.id`,
  )
  const shares = splitOver(
    { base, discount, tax, total },
    first.map(({ base }) => ({ price: base })),
  )

  return first.flatMap(({ course, title }, index) => {
    const share = shares[index]
    const access = { count: null, unit: 'whilePaid' } as const

    return share ? [{ ...share, access, cohort: null, course, offer: held.offer, title }] : []
  })
}
