import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Language } from '@/operations/translation/textIn'

import { rows } from '@/database/transaction'
import { textIn } from '@/operations/translation/textIn'

/** What an offer opens by a rule: how many courses now, and of which categories; of all where it names none. */
export type Library = { categories: string[]; count: number }

/** Whether the offer `o` opens courses by a rule. */
const HAS_LIBRARY: SQL = sql`(o.kind = 'subscription' and coalesce(o.library::text, 'none') <> 'none')`

/** Whether the offer of the line `l` opens courses by a rule. */
export const OPENS_LIBRARY: SQL = sql`exists (select 1 from offers o where o.id = l.offer_id and ${HAS_LIBRARY})`

/** Whether the offer `o` opens the course `c` by its rule, now that it is published. */
export const IN_LIBRARY: SQL = sql`(${HAS_LIBRARY} and c.tenant_id = o.tenant_id and c._status = 'published' and c.deleted_at is null
  and (o.library = 'all' or exists (
    select 1 from offers_rels k where k.parent_id = o.id and k.path = 'libraryCategories' and (k.categories_id = c.category_id
      or exists (select 1 from courses_rels x where x.parent_id = c.id and x.path = 'categories' and x.categories_id = k.categories_id)))))`

/** What the offer `o` opens by its rule, as JSON (`Library`), its categories named in a language; null where it has none. */
export const libraryIn = (
  language: Language,
): SQL => sql`case when ${HAS_LIBRARY} then json_build_object(
  'count', (select count(*)::int from courses c where ${IN_LIBRARY}),
  'categories', (select coalesce(json_agg(${textIn(language, 'categories', { field: 'name', of: sql`g.id`, own: sql`g.name` })} order by g.name), '[]'::json)
    from offers_rels k join categories g on g.id = k.categories_id
    where o.library = 'categories' and k.parent_id = o.id and k.path = 'libraryCategories')) end`

/** The courses that an offer opens by its rule now. */
export const libraryCourses = async (req: PayloadRequest, offer: string): Promise<string[]> =>
  (
    await rows<{ course: string }>(
      req,
      sql`select c.id as course from offers o join courses c on ${IN_LIBRARY} where o.id = ${offer} order by c.id`,
    )
  ).map(({ course }) => course)
