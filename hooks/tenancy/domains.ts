import type {
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  FieldHook,
  PayloadRequest,
} from 'payload'

import { APIError } from 'payload'

import type { ScheduledTask } from '@hooks/events/reaction'
import type { DomainRefusal } from '@/operations/tenancy/domainWords'

import { idOf } from '@/domain/ids'
import { readDomainName } from '@/domain/tenancy/domains/names'
import { env } from '@/env'
import { claimRefused, newClaim } from '@/operations/tenancy/claimDomain'
import { domainWords } from '@/operations/tenancy/domainWords'
import { checkDueDomains } from '@/operations/tenancy/dueDomains'
import { announce } from '@hooks/events/announce'

type Row = {
  host: string
  id: string
  tenant: string | { id: string }
  verifiedAt?: null | string
}

/** 409 for what clashes with what stands, else 422; with the code and a sentence in the request's language. */
const refused = (req: PayloadRequest, code: DomainRefusal): APIError =>
  new APIError(
    domainWords(req.i18n.language, code),
    code === 'domainTaken' || code === 'domainListed' ? 409 : 422,
    { code },
    true,
  )

/** Keeps a domain under the name that browsers send for it; refuses what is no domain of a school's own. */
export const nameDomain: FieldHook = ({ req, value }) => {
  if (typeof value !== 'string') {
    return value
  }
  const read = readDomainName({ rootDomain: env().ROOT_DOMAIN, text: value })
  if ('problem' in read) {
    throw refused(req, read.problem)
  }

  return read.host
}

/** Begins a claim. What checks find out is theirs to write, whatever the caller sent. */
export const claim: CollectionBeforeChangeHook<Row> = async ({ data, operation, req }) => {
  if (operation !== 'create' || !data.host || !data.tenant) {
    return data
  }
  const code = await claimRefused({ host: data.host, req, tenant: idOf(data.tenant) })
  if (code) {
    throw refused(req, code)
  }

  return { ...data, ...newClaim() }
}

/** The school's pages may have named the domain: they are made anew. */
export const forgetDomain: CollectionAfterDeleteHook<Row> = async ({ doc, req }) => {
  if (doc.verifiedAt) {
    await announce({
      data: { id: doc.id, collection: 'domains' },
      fact: 'content.changed',
      req,
      tenant: idOf(doc.tenant),
    })
  }
}

const EVERY_MINUTE = '* * * * *'

/** Looks at the records and certificates of the domains whose time has come. Every minute. */
export const checkDomainsEveryMinute: ScheduledTask = {
  name: 'checkDomainsEveryMinute',
  cron: EVERY_MINUTE,
  run: async ({ req: { payload } }) => {
    await checkDueDomains({ payload })
  },
}
