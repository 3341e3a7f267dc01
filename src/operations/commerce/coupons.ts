import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Coupon } from '@/domain/commerce/coupons'

import { row, rows } from '@/database/transaction'
import { normaliseCode } from '@/domain/commerce/coupons'
import { RuleError } from '@/domain/errors'
import { requireFeature } from '@/operations/tenancy/features'

/** A coupon as stored, with what this buyer has used of it. */
export type StoredCoupon = Coupon & { code: string; id: string }

/** Throws couponsOff when a code is given and the school takes none. */
export const allowCoupon = async ({
  code,
  req,
  tenant,
}: {
  code: null | string | undefined
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  if (normaliseCode(code ?? '')) {
    await requireFeature({ feature: 'coupons', req, tenant })
  }
}

/**
 * The coupon of a code, with its uses; those held by the orders of `freed` count as given back. What a
 * guest's open order holds in the buyer's name is not the buyer's use: anybody can type an address. Null without a code; throws couponUnknown for a code the school does not have.
 */
export const couponOf = async ({
  buyer,
  code,
  freed = [],
  req,
}: {
  buyer: null | string
  code: null | string | undefined
  freed?: readonly string[]
  req: PayloadRequest
}): Promise<null | StoredCoupon> => {
  const wanted = normaliseCode(code ?? '')
  if (!wanted) {
    return null
  }
  const isFreed = sql`r.order_id = any(${sql.param([...freed])}::uuid[])`
  const found = await row<StoredCoupon>(
    req,
    sql`select c.id, c.code, c.percent_off::int as "percentOff", c.periods::int as periods, c.amount_off::float8 as "amountOff", c.currency,
          c.starts_at as "startsAt", c.expires_at as "expiresAt", c.max_redemptions::float8 as "maxRedemptions",
          c.per_person::float8 as "perPerson",
          (c.redemptions - count(r.id) filter (where ${isFreed}))::float8 as redemptions,
          count(r.id) filter (where r.buyer_id = ${buyer} and not ${isFreed} and not exists (
            select 1 from orders o where o.id = r.order_id and o.status = 'pending' and o.guest_name is not null))::int as "usedByBuyer",
          coalesce((select array_agg(x.offers_id::text) from coupons_rels x where x.parent_id = c.id and x.path = 'offers'), '{}') as offers
        from coupons c
        left join coupon_redemptions r on r.coupon_id = c.id and r.buyer_id = ${buyer}
        where c.code = ${wanted}
        group by c.id`,
  )
  if (!found) {
    throw new RuleError('couponUnknown')
  }

  return found
}

/** Locks coupons for the rest of the transaction, always in one order so that no two checkouts wait for each other. */
export const lockCoupons = async (
  req: PayloadRequest,
  coupons: readonly string[],
): Promise<void> => {
  if (coupons.length > 0) {
    await rows(
      req,
      sql`select id from coupons where id = any(${sql.param([...coupons])}::uuid[]) order by id for no key update`,
    )
  }
}

type Use = { buyer: string; coupon: string; order: string; req: PayloadRequest; tenant: string }

/** Takes one use for an order, in one conditional statement; throws couponExhausted when none is left. */
export const takeCoupon = async ({ coupon, req }: Pick<Use, 'coupon' | 'req'>): Promise<void> => {
  const taken = await row(
    req,
    sql`update coupons set redemptions = redemptions + 1
        where id = ${coupon} and (max_redemptions is null or redemptions < max_redemptions) returning id`,
  )
  if (!taken) {
    throw new RuleError('couponExhausted')
  }
}

/** Writes down which order holds the use that `takeCoupon` took. */
export const holdCoupon = async ({ buyer, coupon, order, req, tenant }: Use): Promise<void> => {
  await rows(req, insertion({ buyer, coupon, order, tenant }))
}

const insertion = ({ buyer, coupon, order, tenant }: Omit<Use, 'req'>) =>
  sql`insert into coupon_redemptions (id, tenant_id, coupon_id, order_id, buyer_id)
      values (uuidv7(), ${tenant}, ${coupon}, ${order}, ${buyer})
      on conflict (tenant_id, order_id) do nothing returning id`

/**
 * Counts the use of an order that had given it back and was paid after all. The price was agreed and
 * the money is here, so the use counts even beyond the cap; a second call counts nothing.
 */
export const retakeCoupon = async (use: Use): Promise<void> => {
  const { coupon, req } = use
  if (await row(req, insertion(use))) {
    await rows(req, sql`update coupons set redemptions = redemptions + 1 where id = ${coupon}`)
  }
}

/** Gives the use that an order holds back, once: a second call finds nothing to give. */
export const releaseCoupon = async (req: PayloadRequest, order: string): Promise<void> => {
  const released = await row<{ coupon: string }>(
    req,
    sql`delete from coupon_redemptions where order_id = ${order} returning coupon_id as coupon`,
  )
  if (released) {
    await rows(
      req,
      sql`update coupons set redemptions = redemptions - 1 where id = ${released.coupon} and redemptions > 0`,
    )
  }
}
