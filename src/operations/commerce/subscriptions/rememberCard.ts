import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { paymentsOf } from '@/adapters/payments/index'
import { row, rows } from '@/database/transaction'

type Charged = { provider: string; session: string }

/**
 * Asks the provider of a subscription which card it charges, and keeps what charges it and what its holder knows it by:
 * brand, last four digits and end, no more. A card that took its place meanwhile stays. Call it outside a transaction;
 * throws PaymentUnavailable while the provider cannot be asked.
 */
export const rememberCard = async ({
  req,
  subscription,
}: {
  req: PayloadRequest
  subscription: string
}): Promise<void> => {
  const charged = await row<Charged>(
    req,
    sql`select provider, session from subscriptions where id = ${subscription}`,
  )
  const payments = charged && (await paymentsOf(charged.provider, req))
  const kept = await payments?.keptCard?.(charged?.session ?? '')
  if (!charged || !kept) {
    return
  }
  await rows(
    req,
    sql`update subscriptions set card = ${JSON.stringify(kept.face)}::jsonb, card_keys = ${JSON.stringify(kept.keys)}::jsonb, updated_at = now()
        where id = ${subscription} and provider = ${charged.provider} and session = ${charged.session}`,
  )
}

/** Forgets a card that its provider says takes no charges any more; what charges it next finds it missing. */
export const forgetRemoved = async ({
  provider,
  removed,
  req,
}: {
  provider: string
  removed: string
  req: PayloadRequest
}): Promise<boolean> =>
  (
    await rows(
      req,
      sql`update subscriptions set card = null, updated_at = now()
          where provider = ${provider} and card_keys ->> 'token' = ${removed} and card is not null returning id`,
    )
  ).length > 0
