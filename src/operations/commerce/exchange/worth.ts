import type { PayloadRequest } from 'payload'

import type { Rate } from '@/domain/commerce/exchange'
import type { Sums, Worth } from '@/domain/commerce/worth'

import { rateBetween, rateOf } from '@/domain/commerce/exchange'
import { worthOf } from '@/domain/commerce/worth'

import type { SchoolExchange } from './further'

import { exchangeOf } from './further'

/** The rate by which sums of a currency are said in the school's own: the one it sells by, else that of the day; null where none is known. */
export const rateFrom = (
  { base, further, rates }: SchoolExchange,
  currency: string,
): null | Rate => {
  const sold = further.currencies.find((one) => one.currency === currency)
  const own = sold ? rateOf(sold, { base, rates }) : null

  return own ?? (rates && rateBetween(rates, { from: base, to: currency }))
}

/** What sums that stand in several currencies are worth in the school's own by the rates it has now; null where they all are of that. */
export const worthNow = async ({
  all,
  req,
  tenant,
}: {
  all: readonly Sums[]
  req: PayloadRequest
  tenant: string
}): Promise<null | Worth> => {
  const school = all.length > 0 ? await exchangeOf(req, tenant) : null

  return (
    school && worthOf(all, { base: school.base, rateOf: (currency) => rateFrom(school, currency) })
  )
}
