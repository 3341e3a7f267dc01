import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Billing } from '@/domain/commerce/invoices'
import type { Locale } from '@/domain/tenancy/locales'

import { acceptedTexts } from '@/database/acceptedTexts'
import { rows } from '@/database/transaction'
import { ACCEPTED_BY_PAYING } from '@/domain/commerce/acceptance'
import { sealedParty } from '@/operations/tenancy/taxIds'

/** What a buyer says beside what they buy. */
export type Particulars = {
  /** Whether the buyer pressed the button beside which the small print stands; staff may have placed the order for them. */
  accepts?: boolean
  /** What the invoice is to say of the buyer. */
  billing?: Billing | null
  /** Whether the buyer agreed to be reminded of the order while it is not paid. */
  mayRemind?: boolean
  /** The buyer's language: what is bought is called in it, where the school writes in it, and the invoice is set in it. */
  locale?: Locale | null
}

const NOTHING_ACCEPTED = sql`select null::json as pages`

/** A row of one column `pages`: the small print that stands beside the button, which is accepted by paying now, null where the buyer pressed no button. */
export const acceptedPages = (accepts = true): SQL =>
  accepts ? acceptedTexts(ACCEPTED_BY_PAYING) : NOTHING_ACCEPTED

/** Writes the particulars to an order that was open already; what was said last holds. */
export const keepParticulars = async ({
  accepts,
  billing,
  locale,
  mayRemind = false,
  order,
  req,
  tenant,
}: Particulars & { order: string; req: PayloadRequest; tenant: string }): Promise<void> => {
  await rows(
    req,
    sql`update orders set billing = ${billing ? JSON.stringify(sealedParty(billing, { tenant })) : null}::jsonb, locale = ${locale ?? null}, may_remind = ${mayRemind},
          accepted = a.pages, accepted_at = case when a.pages is not null then now() end
        from (${acceptedPages(accepts)}) a where id = ${order}`,
  )
}
