import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { CartItem } from '@/domain/commerce/cart'

import { row, rows } from '@/database/transaction'
import { MOST_IN_CART } from '@/domain/commerce/cart'
import { RuleError } from '@/domain/errors'

type Own = { buyer: string; req: PayloadRequest }

/** What a buyer's cart holds, in the order in which it came. */
export const itemsOf = ({ buyer, req }: Own): Promise<CartItem[]> =>
  rows<CartItem>(
    req,
    sql`select offer_id as offer, cohort_id as cohort, amount::float8 as amount, currency from cart_items where buyer_id = ${buyer} order by id`,
  )

/** How many things a buyer's cart holds. */
export const countOf = async ({ buyer, req }: Own): Promise<number> =>
  (
    await row<{ count: number }>(
      req,
      sql`select count(*)::int as count from cart_items where buyer_id = ${buyer}`,
    )
  )?.count ?? 0

/**
 * Puts offers into a buyer's cart, each once however often it is put; one that is there already takes the cohort and the price
 * that are named now. Answers how many things it holds. Runs in the caller's transaction. Throws cartFull.
 */
export const putIntoCart = async ({
  buyer,
  items,
  req,
  tenant,
}: Own & { items: readonly CartItem[]; tenant: string }): Promise<number> => {
  await rows(req, sql`select pg_advisory_xact_lock(hashtextextended(${`cart:${buyer}`}, 0))`)
  await rows(
    req,
    sql`insert into cart_items (id, tenant_id, buyer_id, offer_id, cohort_id, amount, currency)
        select uuidv7(), ${tenant}::uuid, ${buyer}::uuid, g.offer, c.id, g.amount, g.currency
        from (select distinct on (offer) offer, cohort, amount, currency, place
          from jsonb_to_recordset(${JSON.stringify(items.map((item, place) => ({ ...item, place })))}::jsonb)
            as i(offer uuid, cohort uuid, amount numeric, currency text, place int) order by offer, place desc) g
        left join cohorts c on c.id = g.cohort
        order by g.place
        on conflict (tenant_id, buyer_id, offer_id) do update
          set cohort_id = coalesce(excluded.cohort_id, cart_items.cohort_id),
            amount = coalesce(excluded.amount, cart_items.amount),
            currency = case when excluded.amount is null then cart_items.currency else excluded.currency end, updated_at = now()`,
  )
  const count = await countOf({ buyer, req })
  if (count > MOST_IN_CART) {
    throw new RuleError('cartFull', { most: MOST_IN_CART })
  }

  return count
}

/** Takes an offer out of a buyer's cart; one that is not in it is no error. Answers how many things it holds. */
export const takeOutOfCart = async ({
  buyer,
  offer,
  req,
}: Own & { offer: string }): Promise<number> => {
  await rows(req, sql`delete from cart_items where buyer_id = ${buyer} and offer_id = ${offer}`)

  return countOf({ buyer, req })
}

/** Takes what an order has bought out of its buyer's cart. */
export const emptyByOrder = async ({
  order,
  req,
}: {
  order: string
  req: PayloadRequest
}): Promise<void> => {
  await rows(
    req,
    sql`delete from cart_items i using orders o
        where o.id = ${order} and o.is_gift is not true and i.buyer_id = o.buyer_id
          and i.offer_id in (select l.offer_id from order_lines l where l.order_id = o.id)`,
  )
}
