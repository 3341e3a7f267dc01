import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Dns } from '@/adapters/dns'
import type { Certificate } from '@/domain/tenancy/domains/status'

import { lookingUp } from '@/adapters/dns'
import { readCertificate } from '@/adapters/tls/certificate'
import { row } from '@/database/transaction'
import { isConnected, seenAt } from '@/domain/tenancy/domains/status'
import { env } from '@/env'

import type { Claim } from './settleDomain'

import { lookAtDomain } from './lookAtDomain'
import { settleDomain } from './settleDomain'

export type Looking = {
  dns?: Dns
  /** Null where the platform is reached without TLS. */
  readCertificate?: ((host: string) => Promise<Certificate>) | null
}

/**
 * Looks at a domain's records, and at its certificate when they are right, and writes down what
 * follows. Reaches over the network, and so outside of any transaction. Answers false where the domain
 * is gone. May run at any time and several times at once: whoever ends last is believed.
 */
export const checkDomain = async ({
  id,
  looking = {},
  now = () => Date.now(),
  req,
}: {
  id: string
  looking?: Looking
  now?: () => number
  req: PayloadRequest
}): Promise<boolean> => {
  const claim = await row<Claim>(
    req,
    sql`select d.id, d.host, d.token, d.tenant_id as tenant, t.slug, d.verified_at is not null as "isProved"
        from domains d join tenants t on t.id = d.tenant_id where d.id = ${id}::uuid`,
  )
  if (!claim) {
    return false
  }
  const read =
    looking.readCertificate === undefined
      ? env().PUBLIC_PROTOCOL === 'https'
        ? (host: string) => readCertificate({ host })
        : null
      : looking.readCertificate
  const checks = await lookAtDomain({ dns: looking.dns ?? lookingUp(), ...claim })
  const isHere = isConnected(checks) && (claim.isProved || checks.proof.isGood)
  const certificate = read && isHere ? seenAt(await read(claim.host), now()) : null

  return settleDomain({ certificate, checks, claim, hasTls: read !== null, now: now(), req })
}
