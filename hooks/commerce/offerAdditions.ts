import type { CollectionBeforeChangeHook } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { ValidationError } from 'payload'

import { row, rows } from '@/database/transaction'
import { MOST_BUMPS } from '@/domain/commerce/besides'
import { idOf } from '@/domain/ids'

type Relation = string | { id: string }

type Given = {
  amount?: null | number
  currency?: null | string
  id?: string
  isActive?: boolean | null
  offer?: Relation
  offered?: Relation
}

/** Refuses an offer beside itself, a fourth thing at one checkout, and a price without its currency. */
export const fitAddition: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const given: Given = { ...(originalDoc as Given | undefined), ...(data as Given) }
  const refuse = (path: keyof Given, message: string) => {
    throw new ValidationError({
      collection: 'offer-additions',
      errors: [{ message, path }],
    })
  }
  const [offer, offered] = [given.offer, given.offered].map((one) => (one ? idOf(one) : ''))
  if (offer === offered) {
    refuse('offered', 'Another offer than the one that is bought.')
  }
  if (given.amount && !given.currency) {
    refuse('currency', 'A price has a currency.')
  }
  await rows(req, sql`select pg_advisory_xact_lock(hashtextextended(${`additions:${offer}`}, 0))`)
  const others = await row<{ count: number }>(
    req,
    sql`select count(*)::int as count from offer_additions
        where offer_id::text = ${offer} and is_active and id::text <> ${given.id ?? ''}`,
  )
  if (given.isActive !== false && (others?.count ?? 0) >= MOST_BUMPS) {
    refuse('offer', `At most ${MOST_BUMPS} for one offer.`)
  }

  return data as unknown
}
