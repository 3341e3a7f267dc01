import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import type { Locale } from '@/domain/tenancy/locales'

import { asPlatform } from '@/database/scope'
import { rows } from '@/database/transaction'

import { originOf, subDomainOf } from './origins'

/** What the platform's front page says of a school. */
export type ListedSchool = {
  locale: Locale
  name: string
  origin: string
  slug: string
  tagline: null | string
}

type Row = Omit<ListedSchool, 'origin'> & { host: null | string }

/** The most schools the front page names. */
const MOST = 50

/** Names and addresses of the schools of this installation, oldest first. Platform work: no school's own rows are read. */
export const listedSchools = (payload: Payload): Promise<ListedSchool[]> =>
  asPlatform(async () => {
    const found = await rows<Row>(
      await createLocalReq({}, payload),
      sql`select t.name, t.slug, t.settings_locale as locale, t.settings_tagline as tagline,
            (select d.host from domains d where d.tenant_id = t.id and d.is_primary and d.verified_at is not null limit 1) as host
          from tenants t where t.kind = 'school' order by t.created_at, t.id limit ${MOST}`,
    )

    return found.map(({ host, ...school }) => ({
      ...school,
      origin: originOf(host ?? subDomainOf(school.slug)),
    }))
  })
