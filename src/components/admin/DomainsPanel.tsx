import type { ListViewServerProps } from 'payload'

import { createLocalReq } from 'payload'

import { idOf } from '@/domain/ids'
import { domainsOf } from '@/operations/tenancy/domainOverview'

import { Domains } from './domains/Domains'

type Staff = { tenant?: string | { id: string } }

/**
 * The school's own domains, in place of Payload's list: what to enter at the registrar, how it was
 * found, and what the domain is used for. The platform sees the domains of all schools.
 */
export const DomainsPanel = async ({ payload, user }: ListViewServerProps) => {
  const { tenant } = (user ?? {}) as Staff
  if (!tenant) {
    return null
  }
  const overview = await domainsOf({
    req: await createLocalReq({ user }, payload),
    tenant: idOf(tenant),
  })

  return <Domains initial={overview} />
}
