import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'

/** The addresses from which those who manage a school, or the platform, are signed in now. */
export const addressesOfManagers = async ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: string
}): Promise<string[]> => {
  const found = await rows<{ address: string }>(
    req,
    sql`select distinct s.ip_address as address from auth_sessions s join users_roles r on r.parent_id = s.user_id
        where s.tenant_id = ${tenant} and s.expires_at > now() and s.ip_address is not null
          and r.value::text in ('owner', 'admin', 'superAdmin')`,
  )

  return found.map(({ address }) => address)
}
