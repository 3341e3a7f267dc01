import type { PayloadRequest } from 'payload'
import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres'

import { DISCUSSION_SHOWN } from '@/database/openEnrollments'
import { row, rows } from '@/database/transaction'
import { MOST_FRESH } from '@/domain/community/posts'

import type { Room } from './room'

import { MEMBER, staffRightOn } from './room'

/** A discussion that somebody may open, and how many posts and replies came since they were there; more than 99 are 100. */
export type OpenDiscussion = { cohort: string; course: string; fresh: number; name: string }

/** What others wrote in the space `s` since a moment, counted no further than is shown. */
const freshSince = (since: SQL, me: string): SQL => {
  const of = (
    table: SQL,
  ) => sql`select 1 from ${table} w where w.space_id = s.id and w.created_at > ${since}
    and w.removed_at is null and w.author_id is distinct from ${me}::uuid`

  return sql`(select count(*)::int from (${of(sql`posts`)} union all ${of(sql`comments`)} limit ${MOST_FRESH + 1}) f)`
}

const SPACE = (me: string) => sql`left join spaces s on s.cohort_id = k.id
  left join space_members m on m.space_id = s.id and m.member_id = ${me}`

/** The discussions of the cohorts in which somebody learns now, of one course or of all; what was written before they came is not new to them. One statement. */
export const ownDiscussions = ({
  course,
  me,
  req,
}: {
  course?: string
  me: string
  req: PayloadRequest
}): Promise<OpenDiscussion[]> =>
  rows(
    req,
    sql`select k.id as cohort, k.name, k.course_id as course, ${freshSince(sql`greatest(m.read_at, e.created_at)`, me)} as fresh
        from enrollments e join cohorts k on ${MEMBER} ${SPACE(me)}
        where e.learner_id = ${me} ${course ? sql`and e.course_id = ${course}` : sql``} and ${DISCUSSION_SHOWN}
        order by k.starts_at desc, k.id`,
  )

/** The discussions of a course that whoever asks may open: all of its cohorts' for those who look after it. */
export const discussionsOf = async ({
  course,
  me,
  req,
}: {
  course: string
  me: string
  req: PayloadRequest
}): Promise<OpenDiscussion[]> =>
  (await staffRightOn(req, course))
    ? rows(
        req,
        sql`select k.id as cohort, k.name, k.course_id as course, ${freshSince(sql`coalesce(m.read_at, '-infinity')`, me)} as fresh
            from cohorts k ${SPACE(me)}
            where k.course_id = ${course} and (coalesce(k.has_discussion, true) or s.id is not null)
            order by k.starts_at desc, k.id limit 100`,
      )
    : ownDiscussions({ course, me, req })

/** Notes that somebody has read a discussion as it was at a moment, which is never later than now. */
export const markRead = async ({
  req,
  room: { me, space },
  tenant,
  until,
}: {
  req: PayloadRequest
  room: Room
  tenant: string
  until: string
}): Promise<{ readAt: null | string }> => {
  const read = space
    ? await row<{ readAt: string }>(
        req,
        sql`insert into space_members as m (id, tenant_id, space_id, member_id, read_at)
            values (uuidv7(), ${tenant}, ${space}, ${me}, least(${until}::timestamptz, now()))
            on conflict (tenant_id, space_id, member_id) do update
              set read_at = greatest(m.read_at, excluded.read_at), updated_at = now()
            returning to_json(read_at) #>> '{}' as "readAt"`,
      )
    : undefined

  return { readAt: read?.readAt ?? null }
}
