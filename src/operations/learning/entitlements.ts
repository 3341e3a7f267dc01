import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Entitlement, Lock } from '@/domain/learning/entitlement'

import { rows } from '@/database/transaction'
import { OPEN_ENROLLMENT } from '@/database/openEnrollments'
import { closedCourse, entitlementsOf } from '@/domain/learning/entitlement'
import { RuleError } from '@/domain/errors'
import { languageOf } from '@/operations/translation/reading'

import type { Asker } from './asker'
import type { RuledOutline, Stands } from './outline'

import { outlineOf, standingOf, whoseOf } from './outline'

/** A course with the answer for each of its published lessons. */
export type EntitledCourse = {
  course: string
  entitled: Map<string, Entitlement>
  sections: RuledOutline[]
  stands: Stands
}

/** Whether some rule of release stands before the lesson `l`, as a value. */
export const DRIPPED = sql`(l.release is not null or exists (
  select 1 from sections ds where ds.id = l.section_id and ds.release is not null))`

/** What is open of courses to somebody, and why, or why not, in one statement and then by rules. */
export const entitledCourses = async ({
  asker,
  courses,
  now = new Date(),
  req,
}: {
  asker: Asker
  courses: readonly string[]
  now?: Date
  req: PayloadRequest
}): Promise<EntitledCourse[]> => {
  const read = await rows<{ course: string; sections: RuledOutline[]; stands: Stands }>(
    req,
    sql`select c.id as course, ${standingOf(asker)} as stands,
          ${outlineOf(sql`c.id`, asker, await languageOf(req))} as sections
        from courses c where c.id::text in (select jsonb_array_elements_text(${JSON.stringify(courses)}::jsonb))`,
  )

  return read.map((one) => ({
    ...one,
    entitled: entitlementsOf(one.sections, whoseOf(asker, one.stands), now),
  }))
}

/** What one statement on a lesson `l` of the course `c` tells of it and of the asker: `lockOf` needs no more, unless it is dripped. */
export const lessonFacts = (asker: Asker): SQL => sql`json_build_object('course', c.id,
  'isDripped', ${DRIPPED}, 'isPreview', coalesce(l.is_preview, false), 'lesson', l.id, 'stands', ${standingOf(asker)})`

export type LessonFacts = {
  course: string
  isDripped: boolean
  isPreview: boolean
  lesson: string
  stands: Stands
}

/** Whether, and why, a lesson is closed to the asker; its course is read only where a rule of release stands before it. */
export const lockOf = async ({
  asker,
  facts: { course, isDripped, isPreview, lesson, stands },
  now = new Date(),
  req,
}: {
  asker: Asker
  facts: LessonFacts
  now?: Date
  req: PayloadRequest
}): Promise<Lock> => {
  const whose = whoseOf(asker, stands)
  const lock = closedCourse(whose, now)
  if (asker.isAuthor || isPreview) {
    return null
  }
  if (lock || !isDripped) {
    return lock
  }
  const [found] = await entitledCourses({ asker, courses: [course], now, req })

  return found?.entitled.get(lesson)?.lock ?? null
}

/** Refuses what a learner may not do in a closed lesson: accessEnded, lessonNotYet, lessonLocked. */
export const refuseLocked = (lock: Lock): void => {
  if (lock === 'ended') {
    throw new RuleError('accessEnded')
  }
  if (lock === 'after' || lock === 'grade' || lock === 'notYet') {
    throw new RuleError('lessonNotYet')
  }
  if (lock) {
    throw new RuleError('lessonLocked')
  }
}

/**
 * The courses that are open to a learner, and the lessons in them that rules of release hold back, in one
 * statement, and a second one where there are such rules.
 */
export const openToLearner = async ({
  learner,
  req,
}: {
  learner: string
  req: PayloadRequest
}): Promise<{ courses: string[]; locked: string[] }> => {
  const found = await rows<{ course: string; isDripped: boolean }>(
    req,
    sql`select e.course_id as course, exists (select 1 from lessons l where l.course_id = e.course_id and ${DRIPPED}) as "isDripped"
        from enrollments e where e.learner_id = ${learner} and ${OPEN_ENROLLMENT}`,
  )
  const dripped = found.filter(({ isDripped }) => isDripped).map(({ course }) => course)
  const asker = { isAuthor: false, learner }
  const read = dripped.length > 0 ? await entitledCourses({ asker, courses: dripped, req }) : []

  return {
    courses: found.map(({ course }) => course),
    locked: read.flatMap(({ entitled }) =>
      [...entitled].filter(([, { lock }]) => lock !== null).map(([id]) => id),
    ),
  }
}
