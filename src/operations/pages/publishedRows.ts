import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { PublishedRow } from '@/domain/pages/siteFiles'

import { rows } from '@/database/transaction'

/** The most addresses that one sitemap can hold, by the protocol, but for the two that every school has. */
const MOST = 49_998

/** What a school has published at addresses of its own, newest change first; a course changes with its lessons. One statement. */
export const publishedRows = async (req: PayloadRequest): Promise<PublishedRow[]> => {
  const found = await rows<Omit<PublishedRow, 'changedAt'> & { changedAt: Date | string }>(
    req,
    sql`select 'courses' as collection, c.slug, greatest(c.updated_at, l.changed) as "changedAt"
        from courses c
        left join lateral (select max(x.updated_at) as changed from lessons x
          where x.course_id = c.id and x._status = 'published' and x.deleted_at is null) l on true
        where c._status = 'published' and c.deleted_at is null
        union all
        select 'pages', p.slug, p.updated_at from pages p where p._status = 'published'
        order by "changedAt" desc, collection, slug limit ${MOST}`,
  )

  return found.map((one) => ({ ...one, changedAt: new Date(one.changedAt) }))
}
