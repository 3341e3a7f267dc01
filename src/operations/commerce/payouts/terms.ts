import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'

/** How a school pays out: `holdingDays` a sale is held, and the least that a schedule pays, in minor units of its `currency`. */
export type PayoutTerms = {
  currency: string
  holdingDays: number
  minimum: number
  schedule: 'byHand' | 'monthly' | 'weekly'
}

/** The school's terms as they are set now. */
export const payoutTerms = async ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: string
}): Promise<PayoutTerms> => {
  const terms = await row<PayoutTerms>(
    req,
    sql`select settings_currency as currency, coalesce(settings_earnings_schedule::text, 'byHand') as schedule,
          coalesce(settings_earnings_holding_days, 30)::int as "holdingDays", coalesce(settings_earnings_minimum, 0)::float8 as minimum
        from tenants where id = ${tenant}`,
  )
  if (!terms) {
    throw new Error('There is no such school.')
  }

  return terms
}
