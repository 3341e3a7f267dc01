import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'

/** Whether the row `a` of payment-accounts has keys of the school's own. */
export const HAS_KEYS = sql.raw(
  `coalesce(nullif(a.paypal_client_id, ''), nullif(a.razorpay_key_id, ''), nullif(a.paddle_api_key, '')) is not null`,
)

/** Whether a school has an account of its own with a provider, rather than being paid into the installation's. */
export const isOwnAccount = ({ provider, tenant }: { provider: string; tenant: string }): SQL =>
  sql`exists (select 1 from payment_accounts a where a.tenant_id = ${tenant}::uuid and a.provider::text = ${provider} and ${HAS_KEYS})`

/** Whether what moves on the account with a provider beside payments is the school's to book: it is its own, or the installation's, and it the platform. */
export const ownsAccount = async ({
  provider,
  req,
  tenant,
}: {
  provider: string
  req: PayloadRequest
  tenant: string
}): Promise<boolean> => {
  const found = await row<{ owns: boolean }>(
    req,
    sql`select ${isOwnAccount({ provider, tenant })}
          or exists (select 1 from tenants t where t.id = ${tenant}::uuid and t.kind = 'platform') as owns`,
  )

  return found?.owns ?? false
}
