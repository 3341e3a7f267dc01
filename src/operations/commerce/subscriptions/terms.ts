import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Terms } from '@/domain/commerce/subscriptions'

import { paymentsFor } from '@/adapters/payments/index'
import { rows } from '@/database/transaction'
import { dueNow } from '@/domain/commerce/subscriptions'
import { RuleError } from '@/domain/errors'

import type { OfferOnSale } from '../offers'

import { chargesAgain } from '../providers'

/** Whether any of the school's providers can charge what recurs again and again. */
const canRecur = async (
  req: PayloadRequest,
  { amount, currency }: Pick<Terms, 'amount' | 'currency'>,
): Promise<boolean> =>
  (await paymentsFor(req)).some((payments) => chargesAgain(payments, { amount, currency }))

/**
 * Offers as this buyer can buy them: a trial once, for whoever has not had the offer before. Throws
 * recurringAlone where a recurring offer is bought together with another, and notForSale where no
 * provider can charge again.
 */
export const recurringFor = async ({
  buyer,
  offers,
  req,
}: {
  buyer: null | string
  offers: OfferOnSale[]
  req: PayloadRequest
}): Promise<OfferOnSale[]> => {
  const [recurring] = offers.filter(({ terms }) => terms !== null)
  if (!recurring?.terms) {
    return offers
  }
  if (offers.length > 1) {
    throw new RuleError('recurringAlone')
  }
  if (!(await canRecur(req, recurring.terms))) {
    throw new RuleError('notForSale')
  }
  const hadBefore =
    buyer !== null &&
    recurring.terms.trialDays > 0 &&
    (await had({ buyer, offer: recurring.offer, req }))
  const terms: Terms = hadBefore ? { ...recurring.terms, trialDays: 0 } : recurring.terms

  return [{ ...recurring, amount: dueNow(terms), terms }]
}

const had = async ({
  buyer,
  offer,
  req,
}: {
  buyer: string
  offer: string
  req: PayloadRequest
}): Promise<boolean> => {
  const found = await rows(
    req,
    sql`select 1 from order_lines l join orders o on o.id = l.order_id
        where l.offer_id = ${offer} and o.buyer_id = ${buyer} and o.status = 'paid' limit 1`,
  )

  return found.length > 0
}
