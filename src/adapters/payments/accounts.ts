import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { z } from 'zod'

import { currentTenant } from '@/database/pool'
import { row } from '@/database/transaction'
import { REAL_PROVIDERS } from '@/domain/commerce/providers'
import { unseal } from '@/secrets'

import type { RealProvider } from './types'

/** What opens a school's own account with a provider, by the names of its fields. */
type Keys = Record<string, string>

/** How a school has set a provider up; `keys` are those of its own account, null where it uses the installation's. */
export type SchoolAccount = {
  isActive: boolean
  isSandbox: boolean
  keys: Keys | null
  position: number
  provider: RealProvider
}

type Stored = Omit<SchoolAccount, 'keys'> & { sealed: null | string }

const keysShape = z.record(z.string(), z.string())

/** How a school takes money: the accounts it has set up, those in use in front, and whether it was ever paid real money. */
export type SchoolPaying = { accounts: SchoolAccount[]; hasBeenPaid: boolean }

/** How the school of the request takes money, in one statement; nothing outside a school. */
export const schoolPaying = async (req: PayloadRequest): Promise<SchoolPaying> => {
  const tenant = await currentTenant()
  if (!tenant) {
    return { accounts: [], hasBeenPaid: false }
  }
  const found = await row<{ accounts: Stored[]; hasBeenPaid: boolean }>(
    req,
    sql`select coalesce(json_agg(json_build_object('provider', provider::text, 'isActive', coalesce(is_active, false),
            'isSandbox', coalesce(is_sandbox, false), 'position', coalesce(position, 1)::float8, 'sealed', sealed)
            order by in_use is null, created_at desc), '[]') as accounts,
          exists (select 1 from payments where provider = any(${sql.param([...REAL_PROVIDERS])}::text[])) as "hasBeenPaid"
        from payment_accounts where tenant_id = ${tenant}`,
  )
  const accounts = (found?.accounts ?? []).map(({ sealed, ...account }) => ({
    ...account,
    keys: sealed ? keysShape.parse(JSON.parse(unseal({ sealed, tenant }))) : null,
  }))

  return { accounts, hasBeenPaid: found?.hasBeenPaid ?? false }
}
