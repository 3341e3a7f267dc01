import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { DomainRefusal } from './domainWords'

import { row } from '@/database/transaction'
import { env } from '@/env'
import { announce } from '@hooks/events/announce'

type Asked = { id: string; isPrimary: boolean; req: PayloadRequest }

type Held = { isConnected: boolean; isPrimary: boolean; isSecure: boolean; tenant: string }

/**
 * Makes a domain the school's main address, or no longer so: then the sub-domain is. Refused where
 * visitors would be sent to what does not lead here, or has no certificate. `notFound` where the domain
 * is gone. In the caller's transaction; of several at once, one after the other.
 */
export const setPrimaryDomain = async ({
  id,
  isPrimary,
  req,
}: Asked): Promise<'done' | 'notFound' | DomainRefusal> => {
  const found = await row<{ tenant: string }>(
    req,
    sql`select tenant_id as tenant from domains where id = ${id}::uuid`,
  )
  if (!found) {
    return 'notFound'
  }
  const { tenant } = found
  await row(
    req,
    sql`select 1 from domains where tenant_id = ${tenant}::uuid order by id for update`,
  )
  const held = await row<Held>(
    req,
    sql`select is_primary as "isPrimary", status = 'active' and verified_at is not null as "isConnected",
          certificate is not null and coalesce(certificate ->> 'problem', 'expiring') = 'expiring' as "isSecure"
        from domains where id = ${id}::uuid`,
  )
  if (!held) {
    return 'notFound'
  }
  if (isPrimary && !held.isConnected) {
    return 'domainNotConnected'
  }
  if (isPrimary && env().PUBLIC_PROTOCOL === 'https' && !held.isSecure) {
    return 'domainNotSecure'
  }
  if (held.isPrimary === isPrimary) {
    return 'done'
  }
  await row(
    req,
    sql`update domains set is_primary = false where tenant_id = ${tenant}::uuid and is_primary`,
  )
  await row(req, sql`update domains set is_primary = ${isPrimary} where id = ${id}::uuid`)
  await announce({ data: { id, collection: 'domains' }, fact: 'content.changed', req, tenant })

  return 'done'
}
