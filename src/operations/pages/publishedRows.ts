import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { PublishedRow } from '@/domain/pages/siteFiles'

import { rows } from '@/database/transaction'

/** The most addresses that one sitemap can hold, by the protocol, but for the four that every school has. */
const MOST = 49_996

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
        union all
        select 'paths', w.slug, w.updated_at from paths w where w._status = 'published'
        union all
        select 'instructors', i.slug, i.updated_at from instructors i where i.is_published
        union all
        (with recursive stood as (
          select coalesce(s.category_id, s.further) as category, s.changed from (
            select c.category_id, null::uuid as further, c.updated_at as changed from courses c
              where c._status = 'published' and c.deleted_at is null and c.category_id is not null
            union all
            select null, r.categories_id, c.updated_at from courses c
              join courses_rels r on r.parent_id = c.id and r.categories_id is not null
              where c._status = 'published' and c.deleted_at is null) s
          union
          select k.parent_id, s.changed from stood s join categories k on k.id = s.category
            where k.parent_id is not null)
        select 'categories', k.slug, greatest(k.updated_at, max(s.changed))
          from categories k join stood s on s.category = k.id group by k.id, k.slug, k.updated_at)
        order by "changedAt" desc, collection, slug limit ${MOST}`,
  )

  return found.map((one) => ({ ...one, changedAt: new Date(one.changedAt) }))
}
