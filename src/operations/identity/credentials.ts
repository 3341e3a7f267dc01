import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { hashPassword } from '@/adapters/auth/password'
import { rows } from '@/database/transaction'

/** Gives an account that signs in with a password this one, whatever it had; its sessions stay. */
export const setPassword = async ({
  account,
  password,
  req,
  tenant,
}: {
  account: string
  password: string
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  const hash = await hashPassword(password)
  await rows(
    req,
    sql`insert into auth_accounts (id, tenant_id, user_id, account_id, provider_id, password)
        values (uuidv7(), ${tenant}, ${account}, ${account}, 'credential', ${hash})
        on conflict (tenant_id, provider_id, account_id) do update set password = excluded.password, updated_at = now()`,
  )
}
