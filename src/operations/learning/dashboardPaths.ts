import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres'

import type { Language } from '@/operations/translation/textIn'

import { textIn } from '@/operations/translation/textIn'

/** A path on its learner's dashboard; the moment is ISO 8601. */
export type DashboardPath = {
  completedAt: null | string
  id: string
  percent: number
  slug: string
  title: string
}

/** The paths that a learner is on, those under way first (`DashboardPath`). */
export const pathRows = ({ language, learner }: { language: Language; learner: string }): SQL =>
  sql`select p.id, p.slug, ${textIn(language, 'paths', { field: 'title', of: sql`p.id`, own: sql`p.title` })} as title,
        m.percent::int as percent, to_json(m.completed_at) #>> '{}' as "completedAt"
      from path_members m join paths p on p.id = m.path_id and p._status = 'published'
      where m.learner_id = ${learner}
      order by m.completed_at is not null, m.created_at desc, m.id`
