import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Checks } from '@/domain/tenancy/domains/records'
import type { Certificate } from '@/domain/tenancy/domains/status'
import type { Locale } from '@/domain/tenancy/locales'

import { row, rows } from '@/database/transaction'
import { troubleOf } from '@/domain/tenancy/domains/trouble'
import { queueEmails } from '@/operations/mail/queueEmails'
import { originOf, subDomainOf } from '@/operations/tenancy/origins'
import { schoolOf } from '@/operations/tenancy/school'
import { reaction } from '@hooks/events/reaction'

type Owner = { id: string; email: string; locale: Locale | null; name: string }

type Row = {
  certificate: Certificate | null
  checks: Checks
  host: string
  readyAt: null | string
  troubledAt: null | string
}

const ownersOf = (req: PayloadRequest): Promise<Owner[]> =>
  rows<Owner>(
    req,
    sql`select u.id, u.email, u.locale, u.name from users u
        where u.status = 'active' and exists
          (select 1 from users_roles r where r.parent_id = u.id and r.value = 'owner')
        order by u.id`,
  )

const domainOf = (req: PayloadRequest, domain: string): Promise<Row | undefined> =>
  row<Row>(
    req,
    sql`select host, checks, certificate, to_json(ready_at) #>> '{}' as "readyAt",
          to_json(troubled_at) #>> '{}' as "troubledAt"
        from domains where id = ${domain}::uuid`,
  )

/** Tells the owners that the school is found at its domain, once for a domain. */
export const tellOwnersOnDomainConnected = reaction({
  name: 'tellOwnersOnDomainConnected',
  on: 'domain.connected',
  run: async ({ data: { domain }, req, tenant }) => {
    const school = await schoolOf({ req, tenant })
    const found = await domainOf(req, domain)
    if (!school || !found?.readyAt) {
      return
    }
    await queueEmails({
      emails: (await ownersOf(req)).map(({ id, name, email, locale }) => ({
        data: { name, domain: found.host, url: originOf(found.host) },
        key: `domainConnected:${domain}:${id}`,
        locale: locale ?? school.locale,
        template: 'domainConnected',
        to: email,
      })),
      req,
      urgency: 'prompt',
    })
  },
})

/** Tells the owners what keeps visitors from a domain of theirs, once until it is well again. */
export const tellOwnersOnDomainTroubled = reaction({
  name: 'tellOwnersOnDomainTroubled',
  on: 'domain.troubled',
  run: async ({ data: { domain }, req, tenant }) => {
    const school = await schoolOf({ req, tenant })
    const found = await domainOf(req, domain)
    const problem = found?.troubledAt ? troubleOf(found) : null
    if (!school || !found || !problem) {
      return
    }
    // The admin's own page, at the address that needs no domain of the school's.
    const url = `${originOf(subDomainOf(school.slug))}/admin/collections/domains`
    await queueEmails({
      emails: (await ownersOf(req)).map(({ id, name, email, locale }) => ({
        data: { name, domain: found.host, problem, url },
        key: `domainTroubled:${domain}:${found.troubledAt}:${id}`,
        locale: locale ?? school.locale,
        template: 'domainTroubled',
        to: email,
      })),
      req,
      urgency: 'prompt',
    })
  },
})
