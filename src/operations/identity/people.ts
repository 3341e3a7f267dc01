import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'

/** What must be known of somebody before their account is touched by others; null where the school has no such account. */
export const personIn = async ({
  account,
  req,
  tenant,
}: {
  account: string
  req: PayloadRequest
  tenant: string
}): Promise<null | { isOwner: boolean }> =>
  (await row<{ isOwner: boolean }>(
    req,
    sql`select exists (select 1 from users_roles r where r.parent_id = u.id and r.value = 'owner') as "isOwner"
        from users u where u.id = ${account} and u.tenant_id = ${tenant} and u.status <> 'erased'`,
  )) ?? null
