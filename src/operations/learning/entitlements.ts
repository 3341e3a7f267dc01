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
import { editionOf, lessonsOf } from './seenLessons'

/** A course with the answer for each of its published lessons. */
export type EntitledCourse = {
  course: string
  entitled: Map<string, Entitlement>
  sections: RuledOutline[]
  stands: Stands
}

/** Whether the lesson `l` that a learner has is open by their open enrollment `e`, their progress in it being `p`, as a value. */
export const OPENED = sql`(not l.is_dripped or p.id is not null or l.is_preview or exists (
  select 1 from lesson_releases r where r.enrollment_id = e.id and r.lesson_id = l.id))`

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

/** What one statement on a lesson `l`, as the asker has it, of the course `c` tells of it and of the asker: `lockOf` needs no more, unless it is dripped. */
export const lessonFacts = (asker: Asker): SQL => sql`json_build_object('course', c.id,
  'isDripped', l.is_dripped, 'isPreview', coalesce(l.is_preview, false), 'lesson', l.id, 'stands', ${standingOf(asker)})`

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

/** What the API shows a learner of lessons. */
type OpenLessons = {
  /** Courses that are open to them as they stand. */
  courses: string[]
  /** Lessons that are open to them in courses of which they are pinned to an edition. */
  kept: string[]
  /** Lessons of `courses` that rules of release hold back. */
  locked: string[]
}

/** What is open to a learner, in one statement, and a second one where there are rules of release or editions. */
export const openToLearner = async ({
  learner,
  req,
}: {
  learner: string
  req: PayloadRequest
}): Promise<OpenLessons> => {
  const found = await rows<{ course: string; isDripped: boolean; isKept: boolean }>(
    req,
    sql`select e.course_id as course, ${editionOf('e')} is not null as "isKept",
          exists (select 1 from ${lessonsOf('e')} l where l.is_dripped) as "isDripped"
        from enrollments e where e.learner_id = ${learner} and ${OPEN_ENROLLMENT}`,
  )
  const asked = found.filter(({ isDripped, isKept }) => isDripped || isKept)
  const kept = asked.filter(({ isKept }) => isKept).map(({ course }) => course)
  const asker = { isAuthor: false, learner }
  const read =
    asked.length > 0
      ? await entitledCourses({ asker, courses: asked.map(({ course }) => course), req })
      : []
  const lessons = read.flatMap(({ course, entitled }) =>
    [...entitled].map(([id, { lock }]) => ({
      id,
      isKept: kept.includes(course),
      isOpen: lock === null,
    })),
  )

  return {
    courses: found.filter(({ isKept }) => !isKept).map(({ course }) => course),
    kept: lessons.filter(({ isKept, isOpen }) => isKept && isOpen).map(({ id }) => id),
    locked: lessons.filter(({ isKept, isOpen }) => !isKept && !isOpen).map(({ id }) => id),
  }
}
