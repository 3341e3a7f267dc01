import type { PayloadRequest } from 'payload'

import type { Wishes } from '@/domain/commerce/wishes'
import type { SessionUser } from '@/operations/identity/session'
import type { ShownUser } from '@/operations/identity/shownUser'

import { NO_WISHES } from '@/domain/commerce/wishes'
import { RuleError } from '@/domain/errors'
import { shownUser } from '@/operations/identity/shownUser'

import { knowsOffers } from './offers'
import { quotePurchase, type PurchaseQuote } from './quotePurchase'

/** What a checkout shows when it is opened; of the codes, keys of `errors`, at most one is not null. */
export type CheckoutStart = {
  /** Why the price, the tip or the currency that the link names cannot be; the quote is then without them. */
  amountFault: null | string
  /** Those that the link names, while they can be chosen. */
  cohorts: readonly string[]
  /** Why the coupon of the link does not hold; the quote is then without it. */
  couponFault: null | string
  /** Why nothing can be bought; there is no quote then. */
  fault: null | string
  offers: readonly string[]
  quote: null | PurchaseQuote
  user: null | ShownUser
}

type Asked = {
  cohorts: readonly string[]
  coupon: null | string
  offers: readonly string[]
  req: PayloadRequest
  tenant: string
  user: null | SessionUser
  wishes?: Wishes
}

/** What the link to a checkout opens: the quote of its offers, with its coupon where that holds. Places nothing. */
export const checkoutStart = async (asked: Asked): Promise<CheckoutStart> => {
  const { cohorts, coupon, offers, req, user } = asked
  const start = {
    amountFault: null,
    cohorts,
    couponFault: null,
    fault: null,
    offers,
    quote: null,
    user: shownUser(user),
  }
  if (!(await knowsOffers(req, offers))) {
    return { ...start, fault: 'notFound' }
  }
  const first = await quoteOrCode(asked, coupon)
  if (typeof first !== 'string') {
    return { ...start, quote: first }
  }
  if (isOfAmounts(first) && asked.wishes && asked.wishes !== NO_WISHES) {
    return { ...(await checkoutStart({ ...asked, wishes: NO_WISHES })), amountFault: first }
  }
  if (first === 'cohortClosed' && cohorts.length > 0) {
    return checkoutStart({ ...asked, cohorts: [] })
  }
  const plain = coupon && first.startsWith('coupon') ? await quoteOrCode(asked, null) : first

  return typeof plain === 'string'
    ? { ...start, fault: first }
    : { ...start, couponFault: first, quote: plain }
}

/** Whether a code is about a sum that the buyer names. */
const isOfAmounts = (code: string): boolean =>
  code.startsWith('amount') ||
  ['currencyNotSold', 'noPriceInCurrency', 'tipNotTaken'].includes(code)

/** The quote, or the code of the rule that refused it. */
const quoteOrCode = async (
  { cohorts, offers, req, tenant, user, wishes }: Asked,
  code: null | string,
): Promise<PurchaseQuote | string> => {
  try {
    return await quotePurchase({
      buyer: user?.id ?? null,
      code,
      cohorts,
      now: new Date(),
      offers,
      req,
      tenant,
      wishes,
    })
  } catch (error) {
    if (error instanceof RuleError) {
      return error.code
    }
    throw error
  }
}
