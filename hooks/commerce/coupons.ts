import type { CollectionBeforeDeleteHook, CollectionBeforeValidateHook, FieldHook } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { APIError, ValidationError } from 'payload'

import { row } from '@/database/transaction'
import { normaliseCode } from '@/domain/commerce/coupons'

/** Codes are kept, and so compared, in capitals and without spaces. */
export const writeCode: FieldHook = ({ value }) =>
  typeof value === 'string' ? normaliseCode(value) : value

/**
 * The count of uses as it stands at this moment: saving a coupon writes every column, and must not
 * put an older count over the checkout's. The row stays locked until the change is committed.
 */
export const keepRedemptions: FieldHook = async ({ operation, originalDoc, req }) => {
  const id = (originalDoc as { id?: string } | undefined)?.id
  if (operation === 'create' || !id) {
    return 0
  }
  const coupon = await row<{ redemptions: number }>(
    req,
    sql`select redemptions::float8 as redemptions from coupons where id = ${id} for no key update`,
  )

  return coupon?.redemptions ?? 0
}

type Terms = {
  amountOff?: null | number
  currency?: null | string
  expiresAt?: null | string
  percentOff?: null | number
  startsAt?: null | string
}

/** Refuses a coupon unless it grants exactly one thing, an amount in a currency, and ends after it starts. */
export const oneGrant: CollectionBeforeValidateHook = ({ data, originalDoc }) => {
  const terms = { ...(originalDoc as Terms | undefined), ...(data as Terms | undefined) }
  const refuse = (path: keyof Terms, message: string) => {
    throw new ValidationError({ collection: 'coupons', errors: [{ message, path }] })
  }
  if (Boolean(terms.percentOff) === Boolean(terms.amountOff)) {
    refuse('percentOff', 'Either a percentage or an amount.')
  }
  if (terms.amountOff && !terms.currency) {
    refuse('currency', 'An amount has a currency.')
  }
  if (terms.startsAt && terms.expiresAt && new Date(terms.startsAt) >= new Date(terms.expiresAt)) {
    refuse('expiresAt', 'A coupon ends after it starts.')
  }

  return data
}

/** 409 for a coupon that an order names: it can be ended, its history stays. */
export const keepUsedCoupon: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const used = await row(
    req,
    sql`select 1 from orders where coupon_id::text = ${String(id)} limit 1`,
  )
  if (used) {
    throw new APIError('This coupon was used. Let it end instead.', 409, { code: 'inUse' }, true)
  }
}
