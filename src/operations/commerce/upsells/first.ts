import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ProviderName } from '@/adapters/payments/types'
import type { Billing } from '@/domain/commerce/invoices'
import type { Taxation } from '@/domain/commerce/tax/taxed'
import type { MadeProposal, Upsell } from '@/domain/commerce/upsells'
import type { Locale } from '@/domain/tenancy/locales'

import { row } from '@/database/transaction'
import { openedParty } from '@/operations/tenancy/taxIds'

import { PROPOSED } from './followed'

/** Whose paid order it is: the signed-in buyer's, or a guest's by the key of the order. */
export type Whose = { buyer: null | string; hasKey: boolean; order: string }

/** A proposal as it was written down; one whose order came to nothing counts as not answered. */
export type Made = MadeProposal & { id: string; placed: null | string; upsell: string }

/** A paid order after which something may be proposed, with all that a purchase by it needs to know. */
export type FirstOrder = {
  billing: Billing | null
  buyer: string
  /** Courses that it opens. */
  courses: string[]
  currency: string
  email: string
  /** The name that was typed where nobody was signed in. */
  guestName: null | string
  id: string
  /** Whether its provider was to keep the card that paid. */
  keepsCard: boolean
  locale: Locale | null
  made: Made[]
  paidAt: Date
  proposed: Upsell[]
  provider: null | ProviderName
  session: null | string
  taxation: null | Taxation
}

/**
 * The order, where it is theirs, paid, and nothing of another kind: no gift, no later charge of a plan, no moved place, and none
 * that was itself proposed after a payment. What a guest bought is a guest's to whoever comes with its key, and is not signed in as its buyer.
 */
export const firstOrder = async ({
  buyer,
  hasKey,
  order,
  req,
}: Whose & { req: PayloadRequest }): Promise<FirstOrder | null> => {
  const found = await row<Omit<FirstOrder, 'paidAt'> & { paidAt: string; tenant: string }>(
    req,
    sql`select first.id, first.tenant_id as tenant, first.buyer_id as buyer, first.currency, first.locale, first.billing, first.taxation, first.provider, first.session, u.email,
          case when first.buyer_id is distinct from ${buyer} then first.guest_name end as "guestName",
          (first.keeps_card is true or first.terms is not null) as "keepsCard", to_json(first.paid_at) #>> '{}' as "paidAt",
          (select coalesce(json_agg(l.course_id) filter (where l.course_id is not null), '[]') from order_lines l where l.order_id = first.id) as courses,
          (select coalesce(json_agg(json_build_object('id', p.id, 'answer', case when p.answer = 'accepted' and o.status not in ('pending', 'paid') then null else p.answer end, 'placed', p.placed_id, 'step', p.step, 'upsell', p.upsell_id)), '[]')
             from upsell_proposals p left join orders o on o.id = p.placed_id where p.order_id = first.id) as made,
          ${PROPOSED} as proposed
        from orders first join users u on u.id = first.buyer_id
        where first.id::text = ${order} and (first.buyer_id = ${buyer} or (${hasKey} and first.guest_name is not null))
          and first.status = 'paid' and first.paid_at is not null and first.is_gift is not true and first.follows_id is null
          and (first.subscription_id is null or first.terms is not null)
          and not exists (select 1 from place_transfers m where m.order_id = first.id)`,
  )

  if (!found) {
    return null
  }
  const { tenant, ...first } = found

  return {
    ...first,
    billing: openedParty(first.billing, { tenant }),
    paidAt: new Date(first.paidAt),
  }
}
