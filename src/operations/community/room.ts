import type { PayloadRequest } from 'payload'
import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres'

import type { Rights, Situation, StaffRight } from '@/domain/community/spaces'

import { OPEN_ENROLLMENT } from '@/database/openEnrollments'
import { row } from '@/database/transaction'
import { rightsIn } from '@/domain/community/spaces'
import { MANAGERS } from '@/domain/identity/roles'
import { mayOn } from '@/operations/catalog/team/rights'
import { holds } from '@hooks/access'

/** A cohort's discussion as somebody finds it. `space` is null until something is written in it. */
export type Room = Rights & {
  cohort: { id: string; name: string }
  course: { id: string; slug: string }
  /** Whether they learn in the cohort, rather than look after it. */
  isMember: boolean
  me: string
  /** The moment at which it was found, ISO 8601: by the clock of the database, as what is written. */
  now: string
  space: null | string
}

/** What a discussion is asked for by: its cohort, or something that was written in it. */
export type RoomKey = { cohort: string } | { comment: string } | { post: string }

type Found = Omit<Situation, 'staff'> & Pick<Room, 'cohort' | 'course' | 'now' | 'space'>

/** The discussion of a course's learners `e`: whom a place in the cohort `k` opens the course now. */
export const MEMBER = sql`e.cohort_id = k.id and e.course_id = k.course_id and ${OPEN_ENROLLMENT}`

const sourceOf = (key: RoomKey): SQL => {
  if ('cohort' in key) {
    return sql`cohorts k left join spaces s on s.cohort_id = k.id where k.id = ${key.cohort}`
  }

  return 'post' in key
    ? sql`posts p join spaces s on s.id = p.space_id join cohorts k on k.id = s.cohort_id where p.id = ${key.post}`
    : sql`comments r join spaces s on s.id = r.space_id join cohorts k on k.id = s.cohort_id where r.id = ${key.comment}`
}

/** What whoever asks does in discussions of a course because they work in the school, or teach the course. */
export const staffRightOn = async (
  req: PayloadRequest,
  course: string,
): Promise<null | StaffRight> => {
  if (holds(req, [...MANAGERS, 'moderator', 'superAdmin']) || (await mayOn(req, 'grade', course))) {
    return 'moderates'
  }
  if (holds(req, ['support'])) {
    return 'writes'
  }

  return (await mayOn(req, 'see', course)) ? 'reads' : null
}

/** The discussion that is asked for, as whoever is signed in may use it; null where there is none for them. */
export const roomOf = async ({
  key,
  req,
}: {
  key: RoomKey
  req: PayloadRequest & { user: { id: number | string } }
}): Promise<null | Room> => {
  const me = String(req.user.id)
  const found = await row<Found>(
    req,
    sql`select json_build_object('id', k.id, 'name', k.name) as cohort,
          (select json_build_object('id', c.id, 'slug', c.slug) from courses c where c.id = k.course_id) as course,
          coalesce(k.has_discussion, true) as "isOn", k.discussion_at_end as "atEnd",
          coalesce(k.ends_at <= now(), false) as "hasEnded", s.id as space, to_json(now()) #>> '{}' as now,
          exists (select 1 from enrollments e where e.learner_id = ${me} and ${MEMBER}) as "isMember"
        from ${sourceOf(key)}`,
  )
  const rights = found && rightsIn({ ...found, staff: await staffRightOn(req, found.course.id) })
  if (!found || !rights) {
    return null
  }
  const { cohort, course, isMember, now, space } = found

  return { ...rights, cohort, course, isMember, me, now, space }
}
