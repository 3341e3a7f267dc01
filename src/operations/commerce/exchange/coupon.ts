import type { PayloadRequest } from 'payload'

import type { Coupon } from '@/domain/commerce/coupons'

import { amountOffIn } from '@/domain/commerce/prices'
import { RuleError } from '@/domain/errors'

import { exchangeOf } from './further'

/**
 * A coupon as it holds for a purchase in a currency: a fixed amount of another one by the school's conversion. Throws
 * couponCurrency where the school has none between the two.
 */
export const couponIn = async <Stored extends Coupon>({
  coupon,
  currency,
  req,
  tenant,
}: {
  coupon: null | Stored
  currency: string
  req: PayloadRequest
  tenant: string
}): Promise<null | Stored> => {
  if (!coupon?.amountOff || coupon.percentOff || coupon.currency === currency) {
    return coupon
  }
  const school = await exchangeOf(req, tenant)
  const off = { amount: coupon.amountOff, currency: coupon.currency ?? '' }
  const amountOff = school && amountOffIn(off, currency, school)
  if (amountOff === null) {
    throw new RuleError('couponCurrency')
  }

  return { ...coupon, amountOff, currency }
}
