import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row, rows } from '@/database/transaction'
import { WHOLE } from '@/domain/catalog/team'
import { AUTHORS } from '@/domain/identity/roles'

/** Why a rule cannot stand as it is. */
export type ShareFault = 'ended' | 'notTeaching' | 'overlap' | 'tooMuch'

type Rule = {
  course: string
  endsAt: null | string
  id: null | string
  isNew: boolean
  person: string
  req: PayloadRequest
  share: number
  startsAt: string
}

/**
 * Why a rule does not fit, or null: a new one is somebody's who teaches; it ends after it starts; of one person and course there is one at a time; and never is more
 * than all of a course shared. Other rules of the course wait until the caller's transaction ends.
 */
export const shareFault = async (rule: Rule): Promise<null | ShareFault> => {
  const { course, endsAt, isNew, req, startsAt } = rule
  if (endsAt && new Date(endsAt) < new Date(startsAt)) {
    return 'ended'
  }
  if (isNew && !(await teaches(rule))) {
    return 'notTeaching'
  }
  await rows(req, sql`select pg_advisory_xact_lock(hashtextextended(${`shares:${course}`}, 0))`)

  return crowded(rule)
}

const teaches = async ({ course, person, req }: Rule): Promise<boolean> => {
  const found = await row(
    req,
    sql`select 1 from users u where u.id = ${person} and (
          exists (select 1 from users_roles r where r.parent_id = u.id
            and r.value::text in (${sql.join(
              AUTHORS.map((role) => sql`${role}`),
              sql`, `,
            )}))
          or exists (select 1 from course_team t where t.account_id = u.id and t.course_id = ${course} and t.state = 'accepted'))`,
  )

  return found !== undefined
}

/** What rules of the course that hold at some moment of this one leave of it: the most is shared at the start of one of them. */
const crowded = async ({
  id,
  course,
  endsAt,
  person,
  req,
  share,
  startsAt,
}: Rule): Promise<null | ShareFault> => {
  const found = await row<{ overlaps: boolean; shared: number }>(
    req,
    sql`with others as (
          select person_id, share, starts_at, coalesce(ends_at, 'infinity') as ends_at from revenue_shares
          where course_id = ${course} and id::text is distinct from ${id}
            and tstzrange(starts_at, coalesce(ends_at, 'infinity')) && tstzrange(${startsAt}::timestamptz, coalesce(${endsAt}::timestamptz, 'infinity'))),
        moments as (select ${startsAt}::timestamptz as at union select starts_at from others where starts_at > ${startsAt}::timestamptz)
        select coalesce((select bool_or(person_id = ${person}) from others), false) as overlaps,
          coalesce((select max(s.shared) from (select sum(o.share)::int as shared from moments m
            join others o on o.starts_at <= m.at and m.at < o.ends_at group by m.at) s), 0) as shared`,
  )
  if (found?.overlaps) {
    return 'overlap'
  }

  return share + (found?.shared ?? 0) > WHOLE ? 'tooMuch' : null
}
