import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Terms } from '@/domain/commerce/subscriptions'

import { paymentsFor } from '@/adapters/payments/index'
import { rows } from '@/database/transaction'
import { dueNow } from '@/domain/commerce/subscriptions'
import { RuleError } from '@/domain/errors'

import type { OfferOnSale } from '../offers'

/** Whether the provider of this installation can charge a card again. */
export const canRecur = (req: PayloadRequest): boolean => paymentsFor(req).charge !== undefined

/**
 * Offers as this buyer can buy them: a trial once, for whoever has not had the offer before. Throws
 * recurringAlone where a recurring offer is bought together with another, and notForSale where the
 * provider cannot charge again.
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
  if (!canRecur(req)) {
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
