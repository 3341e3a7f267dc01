import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { PlanTurn, Terms } from '@/domain/commerce/subscriptions'
import type { Taxation } from '@/domain/commerce/tax/taxed'

import { row } from '@/database/transaction'

import type { Subscription } from './store'

/** A change to another plan, with the sums of its order in minor units. */
export type Turn = {
  discount: number
  /** Whether the subscription has moved to it. */
  isDone: boolean
  isPaid: boolean
  offer: string
  order: string
  tax: number
  taxation: null | Taxation
  terms: Terms & { turn: PlanTurn }
  total: number
}

/** The change of a subscription that waits for its payment or to be followed, or else the one that began its present period. */
export const latestTurn = (
  req: PayloadRequest,
  { id, state: { paidPeriods } }: Pick<Subscription, 'id' | 'state'>,
): Promise<Turn | undefined> =>
  row<Turn>(
    req,
    sql`select o.id as "order", o.discount::float8 as discount, o.tax::float8 as tax, o.total::float8 as total, o.taxation, o.terms,
          o.status = 'paid' as "isPaid", o.period < ${paidPeriods}::numeric as "isDone",
          (select l.offer_id from order_lines l where l.order_id = o.id limit 1) as offer
        from orders o where o.subscription_id = ${id} and o.terms -> 'turn' is not null
          and (o.period = ${paidPeriods} and o.status in ('pending', 'paid') or o.period = ${paidPeriods - 1} and o.status = 'paid')
        order by o.period desc limit 1`,
  )
