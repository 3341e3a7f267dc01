import type { PayloadRequest } from 'payload'

import { domainToUnicode } from 'node:url'

import { sql } from '@payloadcms/db-postgres'

import type { Check, Checks, DnsRecord } from '@/domain/tenancy/domains/records'
import type { Certificate, DomainStatus } from '@/domain/tenancy/domains/status'

import { row, rows } from '@/database/transaction'
import { recordsToShow } from '@/domain/tenancy/domains/records'
import { CLAIM_MS } from '@/domain/tenancy/domains/status'

import { recordsWanted } from './lookAtDomain'
import { originOf, subDomainOf } from './origins'

/** A record to be made, and how it was found at the last look; null before the first. */
export type RecordView = DnsRecord & { found: Check | null }

/** One domain of a school as its panel shows it. Times are ISO 8601. */
export type DomainView = {
  /** How the CAA records, which nobody has to make, were found. */
  authority: Check | null
  certificate: Certificate | null
  checkedAt: null | string
  /** When records are no longer awaited without being asked for. */
  expiresAt: null | string
  host: string
  id: string
  isPrimary: boolean
  /** As it is read: `bücher.example` for `xn--bcher-kva.example`. */
  name: string
  origin: string
  records: RecordView[]
  /** Name of the school it is of. */
  school: string
  status: DomainStatus
  verifiedAt: null | string
}

export type DomainsOverview = {
  domains: DomainView[]
  /** Main address of the school; null for the platform, which sees the domains of all schools. */
  origin: null | string
  /** Origin of the sub-domain, which the school always keeps. */
  subOrigin: null | string
}

type Row = Pick<
  DomainView,
  'certificate' | 'checkedAt' | 'host' | 'id' | 'isPrimary' | 'school' | 'status' | 'verifiedAt'
> & { checks: Checks | null; claimedAt: string; slug: string; token: string }

const iso = (column: string) => sql.raw(`to_json(${column}) #>> '{}'`)

const COLUMNS = sql`d.id, d.host, d.status, d.is_primary as "isPrimary", d.token, d.checks, d.certificate,
  ${iso('d.checked_at')} as "checkedAt", ${iso('d.verified_at')} as "verifiedAt",
  ${iso('coalesce(d.claimed_at, d.created_at)')} as "claimedAt", t.slug, t.name as school`

/** The most domains that the platform is shown at once. */
const MOST = 500

/** The domains of a school, oldest first, with the records each needs; of all schools for the platform. */
export const domainsOf = async ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: string
}): Promise<DomainsOverview> => {
  const school = await row<{ kind: 'platform' | 'school'; slug: string }>(
    req,
    sql`select slug, kind from tenants where id = ${tenant}::uuid`,
  )
  const isSchool = school?.kind === 'school'
  const found = await rows<Row>(
    req,
    sql`select ${COLUMNS} from domains d join tenants t on t.id = d.tenant_id
        where d.tenant_id = ${tenant}::uuid or ${!isSchool} order by d.created_at, d.id limit ${MOST}`,
  )
  const domains = found.map(view)
  const subOrigin = isSchool ? originOf(subDomainOf(school.slug)) : null

  return {
    domains,
    origin: (isSchool && domains.find(({ isPrimary }) => isPrimary)?.origin) || subOrigin,
    subOrigin,
  }
}

/** One domain; undefined where it is gone. */
export const domainOf = async ({
  id,
  req,
}: {
  id: string
  req: PayloadRequest
}): Promise<DomainView | undefined> => {
  const [found] = await rows<Row>(
    req,
    sql`select ${COLUMNS} from domains d join tenants t on t.id = d.tenant_id where d.id = ${id}::uuid`,
  )

  return found && view(found)
}

const view = ({ slug, checks, claimedAt, token, ...known }: Row): DomainView => ({
  ...known,
  name: domainToUnicode(known.host) || known.host,
  authority: checks?.authority ?? null,
  expiresAt:
    known.status === 'pending' ? new Date(Date.parse(claimedAt) + CLAIM_MS).toISOString() : null,
  origin: originOf(known.host),
  records: recordsToShow(recordsWanted({ slug, host: known.host, token })).map((record) => ({
    ...record,
    found: checks?.[record.check] ?? null,
  })),
})
