import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres'

import type { Language } from '@/operations/translation/textIn'

import { titleIn } from './outline'

/** A cohort in whose queue somebody is: at which place, the first being 1, or until when a place is kept (ISO 8601). */
export type WaitedFor = {
  cohort: string
  course: { slug: string; title: string }
  entry: string
  position: null | number
  until: null | string
}

/** The queues that a learner is in, offers first, as a statement of `WaitedFor`. */
export const waitedFor = (learner: string, language: Language): SQL => sql`
  select w.id as entry, k.name as cohort, json_build_object('slug', c.slug, 'title', ${titleIn(language, 'courses', 'c')}) as course,
    case when w.status = 'offered' then to_json(w.offered_until) #>> '{}' end as until,
    case when w.status = 'waiting' then (select count(*)::int from waitlist_entries o
      where o.cohort_id = w.cohort_id and o.status = 'waiting' and (o.rank, o.id) <= (w.rank, w.id)) end as position
  from waitlist_entries w join cohorts k on k.id = w.cohort_id join courses c on c.id = k.course_id
  where w.learner_id = ${learner} and w.status in ('waiting', 'offered')
  order by w.status = 'offered' desc, w.joined_at, w.id`
