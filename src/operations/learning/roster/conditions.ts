import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres'

import type { RosterState } from '@/domain/learning/roster/roster'
import type { StuckReason } from '@/domain/learning/roster/stuck'

import { accessEndOf } from '@/database/openEnrollments'
import { searchWords } from '@/domain/learning/roster/roster'
import { idleSince } from '@/domain/learning/roster/stuck'

/** What a roster is narrowed down to; nothing is all but those who were removed. */
export type RosterFilter = {
  /** Id of a cohort, or `none` for who is in none. */
  cohort?: string
  /** Whether something of theirs has to wait for a grader. */
  needsGrade?: boolean
  /** Beginnings of words of a name, or of an address. */
  search?: string
  state?: RosterState
  stuck?: 'any' | StuckReason
}

const IS_OVER = sql`${accessEndOf('e')} <= now()`
const IS_NOT_OVER = sql`(${IS_OVER}) is not true`

const inState = (state: RosterState | undefined): SQL => {
  switch (state) {
    case undefined:
      return sql`e.standing <> 'removed'`
    case 'ended':
      return sql`(e.standing = 'ended' or (e.standing in ('learning', 'notStarted') and ${IS_OVER}))`
    case 'learning':
    case 'notStarted':
      return sql`e.standing = ${state} and ${IS_NOT_OVER}`
    default:
      return sql`e.standing = ${state}`
  }
}

/** As `stuckBecause`: who was never to begin yet is not idle. */
const isIdle = (now: Date): SQL => {
  const since = sql`${idleSince(now).toISOString()}::timestamptz`

  return sql`(e.idle_from <= ${since} and not exists (select 1 from cohorts k where k.id = e.cohort_id and k.starts_at > ${since}))`
}

const isStuck = (reason: 'any' | StuckReason, now: Date): SQL => {
  const at = sql`${now.toISOString()}::timestamptz`
  const blocked = sql`e.blocked_at <= ${at}`
  const because: Record<typeof reason, SQL> = {
    any: sql`(${blocked} or ${isIdle(now)})`,
    failed: sql`${blocked} and e.failed_at <= ${at}`,
    idle: isIdle(now),
    overdue: sql`${blocked} and e.overdue_at <= ${at}`,
    returned: sql`${blocked} and e.returned_at <= ${at}`,
  }

  return sql`${because[reason]} and ${IS_NOT_OVER}`
}

/** What every text sorts before that begins as another does. */
const LAST = '\u{10FFFF}'

/** Columns of an account `u` in which a word that is searched for may begin something. */
const SEARCHED = ['name_key', 'second_name', 'third_name', 'email_key'] as const

const named = (search: string): SQL[] =>
  searchWords(search).map((word) => {
    const begins = SEARCHED.map((column) => {
      const of = sql`u.${sql.identifier(column)}`

      return sql`(${of} >= ${word} and ${of} < ${word + LAST})`
    })

    return sql`(${sql.join(begins, sql` or `)})`
  })

/** The enrollments `e` of accounts `u` that a roster of one course shows, as a condition. */
export const shown = ({
  course,
  filter: { cohort, needsGrade, search, state, stuck },
  now,
}: {
  course: string
  filter: RosterFilter
  now: Date
}): SQL => {
  const conditions = [sql`e.course_id = ${course}`, inState(state), ...named(search ?? '')]
  if (cohort) {
    conditions.push(cohort === 'none' ? sql`e.cohort_id is null` : sql`e.cohort_id = ${cohort}`)
  }
  if (needsGrade) {
    conditions.push(sql`e.to_grade > 0`)
  }
  if (stuck) {
    conditions.push(isStuck(stuck, now))
  }

  return sql.join(conditions, sql` and `)
}
