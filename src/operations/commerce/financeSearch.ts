import type { PayloadRequest } from 'payload'
import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'

/** A movement of money, with the order that it is of. `amount` in minor units of `currency`, `at` ISO 8601. */
export type Transaction = {
  amount: number
  at: string
  buyer: { email: string; name: string }
  currency: string
  id: string
  kind: 'dispute' | 'payment' | 'refund'
  order: { id: string; number: string }
  provider: string
  /** What the provider calls it; null where it has not answered yet. */
  providerId: null | string
  state: string
}

/** What is looked for: all of it at once. `amount` in minor units of `currency`; days as in 2026-01-31, in the school's zone, both included. */
type FinanceSearch = {
  amount: null | number
  currency: null | string
  from: null | string
  /** An address, an order's number, or what a provider calls a payment, a refund, a dispute or a page. */
  text: string
  to: null | string
}

/** Movements on a page. */
const AT_ONCE = 25

const CURSOR = /^(\d{4}-\d\d-\d\dT[\d:.]+(?:\+00:00|Z)) ([0-9a-f-]{36})$/

type Given = {
  /** The `next` of an earlier page. */
  before?: string
  req: PayloadRequest
  search: FinanceSearch
  tenant: string
}

/**
 * Payments, refunds and disputes of a school that fit a search, the newest first, a page at a time: everything of the orders
 * that a text names. `next` leads to those before them; null behind the last.
 */
export const searchTransactions = async ({
  before = '',
  req,
  search,
  tenant,
}: Given): Promise<{ next: null | string; transactions: Transaction[] }> => {
  const fits = conditions({ before, search, tenant })
  const found = await rows<{ cursor: string; transaction: Transaction }>(
    req,
    sql`with zone as (select coalesce(settings_time_zone, 'UTC') as name from tenants where id = ${tenant}),
          named as (${named(search.text.trim(), tenant)}),
          moved as (
            (select 'payment' as kind, m.id, m.order_id, m.amount, m.currency, m.status::text as state, m.provider, m.provider_payment as "providerId", m.created_at as at
             from payments m cross join zone where ${fits} order by m.created_at desc, m.id desc limit ${AT_ONCE + 1})
            union all
            (select 'refund', m.id, m.order_id, m.amount, m.currency, m.status::text, p.provider, m.provider_refund, m.created_at
             from refunds m join payments p on p.id = m.payment_id cross join zone where ${fits} order by m.created_at desc, m.id desc limit ${AT_ONCE + 1})
            union all
            (select 'dispute', m.id, m.order_id, m.amount, m.currency, m.state::text, m.provider, m.provider_dispute, m.created_at
             from disputes m cross join zone where ${fits} order by m.created_at desc, m.id desc limit ${AT_ONCE + 1}))
        select json_build_object('kind', w.kind, 'id', w.id, 'amount', w.amount::float8, 'currency', w.currency, 'state', w.state,
            'provider', w.provider, 'providerId', w."providerId", 'at', w.at, 'order', json_build_object('id', o.id, 'number', o.number),
            'buyer', json_build_object('email', u.email, 'name', u.name)) as transaction,
          to_char(w.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || ' ' || w.id as cursor
        from moved w join orders o on o.id = w.order_id join users u on u.id = o.buyer_id
        order by w.at desc, w.id desc limit ${AT_ONCE + 1}`,
  )
  const shown = found.slice(0, AT_ONCE)

  return {
    next: found.length > AT_ONCE ? (shown.at(-1)?.cursor ?? null) : null,
    transactions: shown.map(({ transaction }) => transaction),
  }
}

/** What holds of the movement `m` in the school's `zone`. */
const conditions = ({
  before,
  search: { amount, currency, from, text, to },
  tenant,
}: Omit<Given, 'req'> & { before: string }): SQL => {
  const [, at, id] = CURSOR.exec(before) ?? []
  const all = [
    sql`m.tenant_id = ${tenant}`,
    ...(at && id ? [sql`(m.created_at, m.id) < (${at}::timestamptz, ${id}::uuid)`] : []),
    ...(text.trim() ? [sql`m.order_id in (select id from named)`] : []),
    ...(amount === null ? [] : [sql`m.amount = ${amount}`]),
    ...(currency ? [sql`m.currency = ${currency}`] : []),
    ...(from ? [sql`m.created_at >= ${from}::date::timestamp at time zone zone.name`] : []),
    ...(to ? [sql`m.created_at < (${to}::date + 1)::timestamp at time zone zone.name`] : []),
  ]

  return sql.join(all, sql` and `)
}

const PROVIDERS = sql`('stripe', 'paypal', 'razorpay', 'paddle', 'test')`

/** The orders that a text names, each way by an index of its own. */
const named = (text: string, tenant: string): SQL =>
  text.includes('@')
    ? sql`select o.id from orders o join users u on u.id = o.buyer_id
          where o.tenant_id = ${tenant} and u.tenant_id = ${tenant} and u.email = ${text.toLowerCase()}`
    : sql`select id from orders where tenant_id = ${tenant} and number = ${text}
          union select id from orders where tenant_id = ${tenant} and provider in ${PROVIDERS} and session = ${text}
          union select order_id from payments where tenant_id = ${tenant} and provider_payment = ${text}
          union select order_id from refunds where tenant_id = ${tenant} and provider_refund = ${text}
          union select order_id from disputes where tenant_id = ${tenant} and provider in ${PROVIDERS} and provider_dispute = ${text}`
