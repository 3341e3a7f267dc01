import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Check, Checks } from '@/domain/tenancy/domains/records'
import type { Certificate, Standing } from '@/domain/tenancy/domains/status'

import { inTransaction, row } from '@/database/transaction'
import { isCertificateTrouble, nextStanding, nextWait } from '@/domain/tenancy/domains/status'
import { announce } from '@hooks/events/announce'

/** A domain as it was when its records were asked for. */
export type Claim = {
  host: string
  id: string
  isProved: boolean
  slug: string
  tenant: string
  token: string
}

type Found = {
  /** Null where none was asked for. */
  certificate: Certificate | null
  checks: Checks
  claim: Claim
  hasTls: boolean
  now: number
  req: PayloadRequest
}

/** A domain as it stands now, held until the transaction ends. Times are in milliseconds. */
type Held = Standing & {
  activeAt: null | number
  claimedAt: number
  hasPrimary: boolean
  isPrimary: boolean
  isReady: boolean
  isTroubled: boolean
  isVerified: boolean
}

const LOST: Check = { found: [], isGood: false, reason: 'claimedElsewhere' }

/**
 * Writes down what a look at a domain found, and announces what changed by it. Of several schools
 * that prove one name at once the unique index lets one through; the others are told so. Answers false
 * where the domain is gone.
 */
export const settleDomain = async (found: Found): Promise<boolean> => {
  try {
    return await settle(found)
  } catch (error) {
    if (!isDuplicate(error)) {
      throw error
    }

    return settle({ ...found, certificate: null, checks: { ...found.checks, proof: LOST } })
  }
}

/** PostgreSQL's unique_violation of the index that closes a proved name to other schools. */
const isDuplicate = (error: unknown): boolean => {
  const { cause, code, constraint } = error as {
    cause?: unknown
    code?: string
    constraint?: string
  }

  return (
    (code === '23505' && constraint === 'domains_verified_host_uq') ||
    (cause !== undefined && isDuplicate(cause))
  )
}

const settle = ({ certificate, checks, claim: { id, tenant }, hasTls, now, req }: Found) =>
  inTransaction(req, async () => {
    const held = await hold({ id, req, tenant })
    if (!held) {
      return false
    }
    const isProved = held.isVerified || checks.proof.isGood
    const standing = nextStanding({
      checks,
      claimedAt: held.claimedAt,
      isProved,
      now,
      standing: held,
    })
    const isActive = standing.status === 'active' && standing.failures === 0
    const activeAt = held.activeAt ?? (isActive ? now : null)
    const isSecure = !hasTls || certificate?.problem === null
    const becomesReady = isActive && isSecure && !held.isReady
    const becomesPrimary = becomesReady && !held.hasPrimary
    const hasTrouble =
      standing.status === 'attention' ||
      (activeAt !== null &&
        certificate !== null &&
        isCertificateTrouble({ activeAt, certificate, now }))
    const isWell = isActive && isSecure
    const wait = nextWait({
      activeAt,
      claimedAt: held.claimedAt,
      hasCertificate: isSecure,
      now,
      standing,
    })
    const at = sql`to_timestamp(${now} / 1000.0)`
    await row(
      req,
      sql`update domains set
            status = ${standing.status}::enum_domains_status, failures = ${standing.failures},
            checks = ${JSON.stringify(held.isVerified ? { ...checks, proof: PROVED } : checks)}::jsonb,
            certificate = coalesce(${certificate && JSON.stringify(certificate)}::jsonb, certificate),
            checked_at = ${at}, updated_at = ${at},
            next_check_at = ${wait === null ? null : now + wait}::float8 * interval '1 millisecond' + to_timestamp(0),
            verified_at = coalesce(verified_at, case when ${isProved} then ${at} end),
            active_at = coalesce(active_at, case when ${isActive} then ${at} end),
            ready_at = coalesce(ready_at, case when ${becomesReady} then ${at} end),
            is_primary = is_primary or ${becomesPrimary},
            troubled_at = case when ${isWell} then null when ${hasTrouble} then coalesce(troubled_at, ${at}) else troubled_at end
          where id = ${id}::uuid`,
    )
    if (becomesPrimary) {
      await announce({
        data: { id, collection: 'domains' },
        fact: 'content.changed',
        req,
        tenant,
      })
    }
    if (becomesReady) {
      await announce({ data: { domain: id }, fact: 'domain.connected', req, tenant })
    }
    if (hasTrouble && !held.isTroubled) {
      await announce({ data: { domain: id }, fact: 'domain.troubled', req, tenant })
    }

    return true
  })

const PROVED: Check = { found: [], isGood: true, reason: null }

/** The domain's row, and with it every other of the school's, so that one alone becomes the main address. */
const hold = async ({
  id,
  req,
  tenant,
}: {
  id: string
  req: PayloadRequest
  tenant: string
}): Promise<Held | undefined> => {
  await row(
    req,
    sql`select 1 from domains where tenant_id = ${tenant}::uuid order by id for update`,
  )

  return row<Held>(
    req,
    sql`select status, coalesce(failures, 0)::int as failures,
          is_primary as "isPrimary", verified_at is not null as "isVerified",
          ready_at is not null as "isReady", troubled_at is not null as "isTroubled",
          extract(epoch from active_at)::float8 * 1000 as "activeAt",
          extract(epoch from coalesce(claimed_at, created_at))::float8 * 1000 as "claimedAt",
          exists (select 1 from domains o where o.tenant_id = d.tenant_id and o.is_primary) as "hasPrimary"
        from domains d where d.id = ${id}::uuid`,
  )
}
