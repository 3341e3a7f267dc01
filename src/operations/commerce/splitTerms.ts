import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { SplitTerms } from '@/domain/commerce/earnings'

import { row } from '@/database/transaction'

type Given = { currency: string; req: PayloadRequest; tenant: string }

/** What comes off the school's sales in `currency` before they are shared, as it is set now. */
export const splitTerms = async ({ currency, req, tenant }: Given): Promise<SplitTerms> => {
  const terms = await row<SplitTerms>(
    req,
    sql`select coalesce(t.settings_fee_rate, 0)::int as fee,
          case when t.settings_earnings_after_provider then json_build_object(
            'rate', coalesce(t.settings_earnings_provider_rate, 0)::int,
            'fixed', case when t.settings_currency = ${currency} then coalesce(t.settings_earnings_provider_fixed, 0)::int else 0 end
          ) end as provider
        from tenants t where t.id = ${tenant}`,
  )

  return terms ?? { fee: 0, provider: null }
}

/** Whether the platform keeps its fee of what the school gives back. */
export const keepsFee = async ({ req, tenant }: Omit<Given, 'currency'>): Promise<boolean> => {
  const keeping = await row(
    req,
    sql`select 1 from tenants where id = ${tenant} and settings_fee_is_kept`,
  )

  return keeping !== undefined
}
