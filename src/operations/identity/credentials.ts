import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { hashPassword, verifyPassword } from '@/adapters/auth/password'
import { row, rows } from '@/database/transaction'

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

/** Whether an account signs in with this password. */
export const isPasswordOf = async ({
  account,
  password,
  req,
}: {
  account: string
  password: string
  req: PayloadRequest
}): Promise<boolean> => {
  const found = await row<{ hash: string }>(
    req,
    sql`select password as hash from auth_accounts
        where user_id = ${account} and provider_id = 'credential' and password is not null`,
  )

  // Nothing is nobody's password, and not worth a hash.
  return password !== '' && Boolean(found) && verifyPassword({ hash: found?.hash ?? '', password })
}

/** Whether an account signs in with a password at all. */
export const hasPassword = async ({
  account,
  req,
}: {
  account: string
  req: PayloadRequest
}): Promise<boolean> =>
  Boolean(
    await row(
      req,
      sql`select 1 from auth_accounts
          where user_id = ${account} and provider_id = 'credential' and password is not null`,
    ),
  )
