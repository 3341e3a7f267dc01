import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ProviderName } from '@/domain/commerce/providers'
import type { SubscriptionStatus } from '@/domain/commerce/subscriptions'

import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'

import { providersFor } from './providers'

/** What the page says on which a card is given; amounts in minor units, moments in ISO 8601. */
export type CardView = {
  amount: number
  currency: string
  isDue: boolean
  /** Whether the provider has to be asked what came of the page on which another card is being given. */
  isOpen: boolean
  nextStepAt: null | string
  /** Who charges it now. */
  provider: ProviderName
  status: SubscriptionStatus
  title: string
}

/** The subscription of a buyer, or that a link is for (`buyer` null); null where there is none. */
export const cardView = async ({
  id,
  buyer,
  req,
}: {
  buyer: null | string
  id: string
  req: PayloadRequest
}): Promise<CardView | null> =>
  (await row<CardView>(
    req,
    sql`select s.title, s.currency, s.status::text as status, s.failures > 0 as "isDue", s.card_page is not null as "isOpen", s.provider,
          to_json(s.next_step_at) #>> '{}' as "nextStepAt",
          coalesce((select o.total::float8 from orders o where o.subscription_id = s.id and o.period = s.paid_periods), s.amount::float8) as amount
        from subscriptions s where s.id::text = ${id} and (${buyer}::uuid is null or s.buyer_id = ${buyer}::uuid)`,
  )) ?? null

/** Through whom another card can be given: who charges now first, where that is possible; none where nobody can charge again. */
export const cardProviders = async ({
  plan: { amount, currency, provider },
  req,
}: {
  plan: Pick<CardView, 'amount' | 'currency' | 'provider'>
  req: PayloadRequest
}): Promise<ProviderName[]> => {
  try {
    const found = await providersFor({ money: { amount, currency }, recurs: true, req })

    return found.toSorted((one, other) => Number(other === provider) - Number(one === provider))
  } catch (error) {
    if (error instanceof RuleError) {
      return []
    }
    throw error
  }
}
