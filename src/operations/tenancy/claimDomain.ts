import type { PayloadRequest } from 'payload'

import { randomBytes } from 'node:crypto'

import { sql } from '@payloadcms/db-postgres'

import type { DomainRefusal } from './domainWords'

import { systemPool } from '@/database/hosts'
import { row } from '@/database/transaction'

/** Domains that one school may list. */
const MOST_DOMAINS = 10

/** What a row of a domain begins with: nothing proved, and looked at within a minute. */
export const newClaim = () => {
  const now = new Date().toISOString()

  return {
    activeAt: null,
    certificate: null,
    checkedAt: null,
    checks: null,
    claimedAt: now,
    failures: 0,
    isPrimary: false,
    nextCheckAt: now,
    readyAt: null,
    status: 'pending' as const,
    token: randomBytes(20).toString('hex'),
    troubledAt: null,
    verifiedAt: null,
  }
}

/**
 * Why a school cannot claim a name, or null: its plan has no domains, it lists it already, lists too many, or another school has
 * proved it, which is the one thing said of other schools, and seen by anybody who visits the domain.
 */
export const claimRefused = async ({
  host,
  req,
  tenant,
}: {
  host: string
  req: PayloadRequest
  tenant: string
}): Promise<DomainRefusal | null> => {
  const own = await row<{ count: number; isIncluded: boolean; isListed: boolean }>(
    req,
    sql`select count(d.id)::int as count, coalesce(bool_or(d.host = ${host}), false) as "isListed",
          t.settings_included_domains is not false as "isIncluded"
        from tenants t left join domains d on d.tenant_id = t.id
        where t.id = ${tenant}::uuid group by t.id`,
  )
  if (own?.isIncluded === false) {
    return 'domainsNotIncluded'
  }
  if (own?.isListed) {
    return 'domainListed'
  }
  if ((own?.count ?? 0) >= MOST_DOMAINS) {
    return 'domainsTooMany'
  }
  const { rowCount } = await systemPool().query(
    'select 1 from domains where host = $1 and verified_at is not null and tenant_id <> $2',
    [host, tenant],
  )

  return rowCount ? 'domainTaken' : null
}
