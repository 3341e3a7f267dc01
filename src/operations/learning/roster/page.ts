import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type {
  Direction,
  RosterCursor,
  RosterSort,
  RosterState,
} from '@/domain/learning/roster/roster'
import type { RosterPage, RosterRow } from '@/domain/learning/roster/row'

import { accessEndOf } from '@/database/openEnrollments'
import { PLANNED_ANEW } from '@/database/prepared'
import { rows } from '@/database/transaction'
import { readCursor, stateAt, writeCursor } from '@/domain/learning/roster/roster'
import { stuckBecause } from '@/domain/learning/roster/stuck'

import type { RosterFilter } from './conditions'

import { shown } from './conditions'
import { workOf } from './work'

export type Asked = {
  /** Where the page begins, as the one before has it as `next`. */
  after?: string
  course: string
  direction: Direction
  filter: RosterFilter
  limit: number
  now?: Date
  sort: RosterSort
  tenant: string
}

type Kept = Pick<
  RosterRow,
  | 'cohort'
  | 'completedAt'
  | 'email'
  | 'enrolledAt'
  | 'id'
  | 'learner'
  | 'name'
  | 'percent'
  | 'toGrade'
> & {
  accessEnd: null | string
  failedAt: null | string
  key: string
  lastActivityAt: null | string
  overdueAt: null | string
  returnedAt: null | string
  standing: RosterState
  startsAt: null | string
}

/** By what each order goes: columns of an index that begins with the course, or with the school for names. */
const KEYS: Record<RosterSort, { id: SQL; value: SQL; written: SQL }> = {
  name: { id: sql`u.id`, value: sql`u.name_key`, written: sql`u.name_key` },
  activity: {
    id: sql`e.id`,
    value: sql`e.active_at`,
    written: sql`to_json(e.active_at) #>> '{}'`,
  },
  enrolled: {
    id: sql`e.id`,
    value: sql`e.created_at`,
    written: sql`to_json(e.created_at) #>> '{}'`,
  },
  progress: { id: sql`e.id`, value: sql`e.percent_done`, written: sql`e.percent_done::text` },
}

const TYPES: Record<RosterSort, SQL> = {
  name: sql`text`,
  activity: sql`timestamptz`,
  enrolled: sql`timestamptz`,
  progress: sql`int`,
}

const beyond = (cursor: null | RosterCursor, { direction, sort }: Asked): SQL => {
  if (!cursor) {
    return sql``
  }
  const { id, value } = KEYS[sort]
  const than = direction === 'asc' ? sql`>` : sql`<`

  return sql`and (${value}, ${id}) ${than} (${cursor.value}::${TYPES[sort]}, ${cursor.id}::uuid)`
}

/**
 * The statement that reads one page and a row more; at most that many rows of the index of its order are passed over as its
 * filter leaves out. Whether the planner goes by that index hangs on how much of the school the course is, so the statement
 * names the school, as a wall of the two tables does, and is planned for it each time.
 */
export const pageStatement = (asked: Asked & { now: Date }): SQL => {
  const { after, direction, limit, sort } = asked
  const { id, value, written } = KEYS[sort]
  const order = direction === 'asc' ? sql`asc` : sql`desc`
  const cursor = after === undefined ? null : readCursor(after, sort)

  return sql`${sql.raw(PLANNED_ANEW)} select e.id, e.learner_id as learner, u.name, u.email, e.standing, e.percent_done as percent, e.to_grade as "toGrade", ${written} as key,
      case when k.id is not null then json_build_object('id', k.id, 'name', k.name) end as cohort,
      to_json(k.starts_at) #>> '{}' as "startsAt", to_json(${accessEndOf('e')}) #>> '{}' as "accessEnd",
      to_json(e.created_at) #>> '{}' as "enrolledAt", to_json(e.completed_at) #>> '{}' as "completedAt",
      to_json(e.last_activity_at) #>> '{}' as "lastActivityAt", to_json(e.failed_at) #>> '{}' as "failedAt",
      to_json(e.overdue_at) #>> '{}' as "overdueAt", to_json(e.returned_at) #>> '{}' as "returnedAt"
    from enrollments e join users u on u.id = e.learner_id and u.tenant_id = e.tenant_id left join cohorts k on k.id = e.cohort_id
    where e.tenant_id = ${asked.tenant} and ${shown(asked)} ${beyond(cursor, asked)}
    order by ${value} ${order}, ${id} ${order} limit ${limit + 1}`
}

const dated = (moment: null | string): Date | null => (moment === null ? null : new Date(moment))

const stuckIn = (kept: Kept, state: RosterState, now: Date): RosterRow['stuck'] => {
  if (state !== 'learning' && state !== 'notStarted') {
    return []
  }
  const begun = new Date(kept.lastActivityAt ?? kept.enrolledAt)
  const starts = dated(kept.startsAt)
  const given = {
    activeAt: starts && starts > begun ? starts : begun,
    failedAt: dated(kept.failedAt),
    now,
    overdueAt: dated(kept.overdueAt),
    returnedAt: dated(kept.returnedAt),
  }

  return stuckBecause(given).map(({ reason, since }) => ({ reason, since: since.toISOString() }))
}

/**
 * A page of the learners of a course, each with progress, last activity, how they are with quizzes and assignments, and why
 * they are stuck. Three statements, whatever the size of the roster.
 */
export const rosterPage = async ({
  req,
  ...given
}: Asked & { req: PayloadRequest }): Promise<RosterPage> => {
  const asked = { ...given, now: given.now ?? new Date() }
  const { course, limit, now } = asked
  const found = await rows<Kept>(req, pageStatement(asked))
  const page = found.slice(0, limit)
  const last = found.length > limit ? page.at(-1) : undefined
  const work = await workOf({ course, learners: page.map(({ learner }) => learner), req })

  return {
    next: last
      ? writeCursor({ id: asked.sort === 'name' ? last.learner : last.id, value: last.key })
      : null,
    rows: page.map((kept) => {
      const { id, accessEnd, cohort, completedAt, email, enrolledAt, lastActivityAt, learner } =
        kept
      const state = stateAt({ accessEnd: dated(accessEnd), now, standing: kept.standing })

      return {
        id,
        name: kept.name,
        accessEnd,
        cohort,
        completedAt,
        email,
        enrolledAt,
        lastActivityAt,
        learner,
        percent: kept.percent,
        state,
        stuck: stuckIn(kept, state, now),
        toGrade: kept.toGrade,
        ...work(learner),
      }
    }),
  }
}
