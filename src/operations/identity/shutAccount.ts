import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'

/**
 * Refuses a session to whoever proved to be the owner of an account that staff shut: throws accountSuspended or
 * accountBanned with the `reason` they gave, if they gave any. Anybody else learns nothing of it.
 */
export const refuseShutAccount = async ({
  account,
  req,
}: {
  account: string
  req: PayloadRequest
}): Promise<void> => {
  const found = await row<{ reason: null | string; status: string }>(
    req,
    sql`select u.status::text as status, (select h.reason from account_changes h
          where h.account_id = u.id and h.action <> 'restore' order by h.created_at desc, h.id desc limit 1) as reason
        from users u where u.id = ${account} and u.status in ('suspended', 'banned')`,
  )
  if (found) {
    throw new RuleError(found.status === 'banned' ? 'accountBanned' : 'accountSuspended', {
      reason: found.reason ?? '',
    })
  }
}
