import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Booking } from '@/domain/learning/bookings'

import { rows } from '@/database/transaction'
import { SHOWN_COURSE } from '@/operations/catalog/shownCourse'
import { languageOf } from '@/operations/translation/reading'

import { titleIn } from '../outline'

/** Everything that a learner ever booked, what changed last first. */
export const bookingsOf = async ({
  learner,
  req,
}: {
  learner: string
  req: PayloadRequest
}): Promise<Booking[]> => {
  const language = await languageOf(req)

  return rows<Booking>(
    req,
    sql`select json_build_object('id', c.id, 'slug', c.slug, 'isShown', ${SHOWN_COURSE}, 'title', ${titleIn(language, 'courses', 'c')}) as course,
          b.steps -> 0 ->> 'state' as state, b.steps, (select k.name from cohorts k where k.id = b.cohort) as cohort
        from (select s.course_id, max(s.created_at) as at, (array_agg(s.cohort_id order by s.number desc))[1] as cohort,
            json_agg(json_build_object('state', s.state, 'side', s.side, 'at', s.created_at) order by s.number desc) as steps
          from booking_steps s where s.learner_id = ${learner} group by s.course_id) b
        join courses c on c.id = b.course_id order by b.at desc, c.id`,
  )
}
