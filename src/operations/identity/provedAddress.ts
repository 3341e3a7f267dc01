import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row, rows } from '@/database/transaction'
import { announce } from '@hooks/events/announce'

/**
 * Somebody has shown that an account's address is theirs. Where that was open before, a password that somebody chose without
 * proof is forgotten, and so is every other way in: they may have registered another's address and waited. In the caller's transaction.
 */
export const proveAddress = async ({
  account,
  req,
  tenant,
}: {
  account: string
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  const proved = await row(
    req,
    sql`update users set email_verified = true, updated_at = now(),
          status = case when status = 'pending' then 'active' else status end
        where id = ${account} and email_verified is not true returning 1`,
  )
  if (proved) {
    await rows(req, sql`delete from auth_accounts where user_id = ${account}`)
    await rows(req, sql`delete from auth_sessions where user_id = ${account}`)
    await announce({ data: { account }, fact: 'account.confirmed', req, tenant })
  }
}
