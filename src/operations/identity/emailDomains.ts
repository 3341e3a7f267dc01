import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { lookingUp } from '@/adapters/dns'
import { row } from '@/database/transaction'
import { domainsIn } from '@/domain/identity/signInProviders'
import { judgeProof } from '@/domain/tenancy/domains/records'

import { hashOf } from './tokens'

type At = { id: string; req: PayloadRequest; tenant: string }

/** A domain of addresses, and the TXT record by which the organisation proves that it is its own. */
export type EmailDomain = { domain: string; isProved: boolean; name: string; value: string }

const PREFIX = 'lectern-sign-in='

/** The record of a domain: the same as long as the school is the same. */
const recordOf = (tenant: string, domain: string): { name: string; value: string } => ({
  name: `_lectern-sign-in.${domain}`,
  value: `${PREFIX}${hashOf({ tenant, value: `email-domain:${domain}` })}`,
})

/** The domains of a provider; null where there is no such provider. */
export const emailDomainsOf = async ({ id, req, tenant }: At): Promise<EmailDomain[] | null> => {
  const found = await row<{ domains: null | string; proved: null | string }>(
    req,
    sql`select domains, proved from sign_in_providers where id = ${id} and tenant_id = ${tenant}`,
  )
  const proved = domainsIn(found?.proved)

  return found
    ? domainsIn(found.domains).map((domain) => ({
        domain,
        isProved: proved.includes(domain),
        ...recordOf(tenant, domain),
      }))
    : null
}

/**
 * Asks the domain name system for the proof of each domain of a provider, and answers them; null where there is no such provider. One whose
 * record is gone stays proved as long as it stands in the row: it was theirs, and an outage of a name server shuts nobody out.
 * Outside of a transaction.
 */
export const proveEmailDomains = async (at: At): Promise<EmailDomain[] | null> => {
  const domains = await emailDomainsOf(at)
  if (!domains) {
    return null
  }
  const dns = lookingUp()
  const looked = await Promise.all(
    domains.map(async (one) => ({
      ...one,
      isProved: one.isProved || judgeProof(await dns.texts(one.name), one.value).isGood,
    })),
  )
  const proved = looked.filter(({ isProved }) => isProved).map(({ domain }) => domain)
  // Somebody may have changed the list meanwhile.
  await row(
    at.req,
    sql`update sign_in_providers p set updated_at = now(), proved = nullif((select string_agg(d, ', ') from unnest(string_to_array(p.domains, ', ')) d
          where d in (select jsonb_array_elements_text(${JSON.stringify(proved)}::jsonb))), '')
        where p.id = ${at.id} and p.tenant_id = ${at.tenant}`,
  )

  return emailDomainsOf(at)
}
