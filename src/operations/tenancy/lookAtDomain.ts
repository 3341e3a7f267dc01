import type { Dns } from '@/adapters/dns'
import type { Checks } from '@/domain/tenancy/domains/records'

import {
  judgeAddress,
  judgeAuthority,
  judgeProof,
  namesAbove,
  wantedRecords,
} from '@/domain/tenancy/domains/records'
import { env } from '@/env'

import { subDomainOf } from './origins'

/** What the records of a domain have to be, from the school's slug and the claim's token. */
export const recordsWanted = ({
  slug,
  host,
  token,
}: {
  host: string
  slug: string
  token: string
}) => wantedRecords({ addresses: env().DOMAIN_ADDRESSES, host, target: subDomainOf(slug), token })

/** Asks the name servers for everything that decides about a domain, all at once. */
export const lookAtDomain = async ({
  dns,
  ...claim
}: {
  dns: Dns
  host: string
  slug: string
  token: string
}): Promise<Checks> => {
  const { addresses, host, proof, proofName, target } = recordsWanted(claim)
  const [texts, alias, here, there, climb] = await Promise.all([
    dns.texts(proofName),
    dns.alias(host),
    dns.addresses(host),
    dns.addresses(target),
    Promise.all(namesAbove(host).map(dns.authorities)),
  ])
  const ours = [...addresses, ...(there.kind === 'found' ? there.values : [])]

  return {
    address: judgeAddress({ alias, here, ours, target }),
    authority: judgeAuthority(climb, env().CERTIFICATE_AUTHORITIES),
    proof: judgeProof(texts, proof),
  }
}
