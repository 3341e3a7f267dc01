import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { TransferRules } from '@/domain/commerce/transfers'

import { row } from '@/database/transaction'

const NONE: TransferRules = {
  daysAfter: 0,
  daysBefore: 0,
  difference: 'settle',
  toCohort: false,
  toCourse: false,
  toPerson: false,
}

/** What the school lets learners do with their places. */
export const transferRules = async ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: string
}): Promise<TransferRules> => {
  const found = await row<TransferRules>(
    req,
    sql`select coalesce(t.settings_transfers_to_cohort, false) as "toCohort", coalesce(t.settings_transfers_to_course, false) as "toCourse",
          coalesce(t.settings_transfers_to_person, false) as "toPerson", coalesce(t.settings_transfers_days_before, 1)::int as "daysBefore",
          coalesce(t.settings_transfers_days_after, 14)::int as "daysAfter",
          coalesce(t.settings_transfers_difference::text, 'settle') as difference
        from tenants t where t.id = ${tenant}`,
  )

  return found ?? NONE
}
