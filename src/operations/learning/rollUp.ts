import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row, rows } from '@/database/transaction'
import { percentDone } from '@/domain/learning/completion'
import { announce } from '@hooks/events/announce'

import { editionOf, REQUIRED } from './seenLessons'

type Counted = {
  all: number
  /** When the newest of the completed lessons was begun: the learner was active then. */
  begunAt: null | string
  done: number
  id: string
  isActive: boolean
  isCompleted: boolean
  percent: number
}

/**
 * Counts the enrollments `e` that `which` names anew: required lessons completed over required
 * lessons, of those that each learner has. Whoever reaches all of them completes the course, once; what is completed stays so. The
 * rows are locked before they are counted, so of two counts at once the later one sees everything.
 */
const recount = async ({
  req,
  tenant,
  which,
}: {
  req: PayloadRequest
  tenant: string
  which: SQL
}): Promise<void> => {
  await rows(
    req,
    sql`select e.id from enrollments e where ${which} order by e.id for no key update`,
  )
  const counted = await rows<Counted>(
    req,
    sql`select e.id, e.percent::int as percent, e.status = 'active' as "isActive",
          e.completed_at is not null as "isCompleted", count(l.id)::int as all, count(p.id)::int as done,
          to_json(max(p.created_at)) #>> '{}' as "begunAt"
        from enrollments e
        left join lateral ${REQUIRED} l on true
        left join progress p on p.learner_id = e.learner_id and p.lesson_id = l.id and p.completed_at is not null
        where ${which} group by e.id`,
  )
  const changed = counted
    .map(({ id, all, begunAt, done, isActive, isCompleted, percent }) => {
      const now = percentDone({ all, done })

      return {
        id,
        begunAt,
        differs: now !== percent,
        finishes: now === 100 && isActive && !isCompleted,
        percent: now,
      }
    })
    .filter(({ differs, finishes }) => differs || finishes)
  if (changed.length === 0) {
    return
  }
  const finished = await rows<{ id: string }>(
    req,
    sql`with written as (
          update enrollments e set percent = n.percent, updated_at = now(),
            completed_at = case when n.finishes then coalesce(e.completed_at, now()) else e.completed_at end,
            last_activity_at = greatest(e.last_activity_at, n."begunAt")
          from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as n(id uuid, percent int, finishes boolean, "begunAt" timestamptz)
          where e.id = n.id returning e.id, n.finishes)
        select id from written where finishes order by id`,
  )
  for (const { id } of finished) {
    await announce({ data: { enrollment: id }, fact: 'course.completed', req, tenant })
  }
}

/** Counts one enrollment anew; announces course.completed when this finishes it. */
export const rollUp = ({
  enrollment,
  req,
  tenant,
}: {
  enrollment: string
  req: PayloadRequest
  tenant: string
}): Promise<void> => recount({ req, tenant, which: sql`e.id = ${enrollment}` })

/** Counts everybody in a cohort anew. */
export const rollUpCohort = ({
  cohort,
  req,
  tenant,
}: {
  cohort: string
  req: PayloadRequest
  tenant: string
}): Promise<void> => recount({ req, tenant, which: sql`e.cohort_id = ${cohort}` })

/**
 * Counts every enrollment anew that a changed lesson may concern: those of its course and of the
 * courses it was moved from, `left` among them; where it is gone for good, those of the whole school. An edition is not
 * changed by it.
 */
export const recountLesson = async ({
  left,
  lesson,
  req,
  tenant,
}: {
  left?: string
  lesson: string
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  const found = await row(req, sql`select id from lessons where id = ${lesson}`)
  const which = found
    ? sql`e.course_id in (
        select course_id from lessons where id = ${lesson}
        union select version_course_id from _lessons_v where parent_id = ${lesson}
        union select ${left ?? null}::uuid)`
    : sql`true`
  await recount({ req, tenant, which: sql`${which} and ${editionOf('e')} is null` })
}

/** The course's percentage as it stands within the caller's transaction, before it is rolled up. */
export const percentNow = async ({
  course,
  learner,
  req,
}: {
  course: string
  learner: string
  req: PayloadRequest
}): Promise<number> => {
  const counted = await row<{ all: number; done: number }>(
    req,
    sql`select count(l.id)::int as all, count(p.id)::int as done
        from enrollments e cross join lateral ${REQUIRED} l
        left join progress p on p.learner_id = e.learner_id and p.lesson_id = l.id and p.completed_at is not null
        where e.course_id = ${course} and e.learner_id = ${learner}`,
  )

  return percentDone(counted ?? { all: 0, done: 0 })
}
