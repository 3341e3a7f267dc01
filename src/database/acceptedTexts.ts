import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres'

/**
 * A row of one column `pages`: the published pages of some slugs, each with its title, and its version by the moment and id of its
 * last publishing; null where there are none.
 */
export const acceptedTexts = (slugs: readonly string[]): SQL =>
  sql`select json_agg(json_build_object('slug', p.slug, 'title', p.title, 'changedAt', p.updated_at,
    'version', (select v.id from _pages_v v where v.parent_id = p.id and v.version__status = 'published'
      order by v.created_at desc, v.id desc limit 1)) order by p.slug) as pages
  from pages p where p._status = 'published'
    and p.slug = any(${sql.param([...slugs])}::text[])`
