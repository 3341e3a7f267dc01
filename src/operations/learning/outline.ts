import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres'

import type { Lock } from '@/domain/learning/locks'
import type { Language } from '@/operations/translation/textIn'

import { OPEN_ENROLLMENT } from '@/database/openEnrollments'
import { lockOf } from '@/domain/learning/locks'
import { textIn } from '@/operations/translation/textIn'

import type { Asker } from './asker'

/** One published lesson as the outline of its course shows it; lengths and positions in seconds. */
type OutlineLesson = {
  completed: boolean
  duration: null | number
  id: string
  isPreview: boolean
  isRequired: boolean
  kind: 'quiz' | 'text' | 'video'
  position: number
  /** Id of the lesson's quiz, with which an attempt is begun. */
  quiz: null | string
  share: number
  title: string
}

export type OutlineSection<Lesson = OutlineLesson> = {
  id: string
  lessons: Lesson[]
  title: string
}

/** An outline's lesson with what the asker may do: `lockedReason` is null where it is open. */
export type OpenOrLocked = OutlineLesson & { locked: boolean; lockedReason: Lock }

/** What an open enrollment lends to an outline; `accessUntil` is null where it is open for good. */
export type Place = {
  accessUntil: null | string
  completedAt: null | string
  id: string
  percent: number
}

/** Sorts sections `s` and lessons `l` as the author dragged them; keys compare byte by byte. */
export const SECTION_ORDER = sql`s._sections_sections_order collate "C" nulls last, s.id`
export const LESSON_ORDER = sql`l._lessons_lessons_order collate "C" nulls last, l.id`

/** Lessons `l` that learners can see. */
export const VISIBLE = sql`l._status = 'published' and l.deleted_at is null`

/** A course `c` that may be shown: to everybody once published, to those enrolled `e` and to authors always. */
export const showable = ({ isAuthor }: Asker): SQL =>
  sql`(e.id is not null or ${isAuthor} or (c._status = 'published' and c.deleted_at is null))`

/** The open enrollment `e` of the asker in the course `c`, as a join. */
export const placeOf = ({ learner }: Asker): SQL =>
  sql`left join enrollments e on e.course_id = c.id and e.learner_id = ${learner}::uuid and ${OPEN_ENROLLMENT}`

/** When the asker's access to the course `c` ended, as a value; null where it did not. */
export const endedOf = ({ learner }: Asker): SQL =>
  sql`(select to_json(x.access_until) #>> '{}' from enrollments x where x.course_id = c.id
    and x.learner_id = ${learner}::uuid and x.status = 'active' and x.access_until <= now())`

/** `Place` or null, as JSON. */
export const PLACE = sql`case when e.id is not null then json_build_object(
  'id', e.id, 'percent', e.percent, 'completedAt', e.completed_at, 'accessUntil', e.access_until) end`

/** The title of a course `c`, section `s`, lesson `l` or quiz `q` in a language, as a value. */
export const titleIn = (
  language: Language,
  collection: 'courses' | 'lessons' | 'quizzes' | 'sections',
  row: 'c' | 'l' | 'q' | 's',
): SQL =>
  textIn(language, collection, {
    field: 'title',
    of: sql`${sql.identifier(row)}.id`,
    own: sql`${sql.identifier(row)}.title`,
  })

/** A course's sections with their lessons, named in a language, and the learner's progress, as one JSON value. */
export const outlineOf = (course: SQL, { learner }: Asker, language: Language): SQL => sql`(
  select coalesce(json_agg(json_build_object('id', s.id, 'title', ${titleIn(language, 'sections', 's')}, 'lessons', coalesce((
    select json_agg(json_build_object(
        'id', l.id, 'title', ${titleIn(language, 'lessons', 'l')}, 'kind', l.kind, 'duration', l.duration, 'quiz', l.quiz_id,
        'isPreview', coalesce(l.is_preview, false), 'isRequired', coalesce(l.is_required, false),
        'completed', p.completed_at is not null, 'share', coalesce(p.share, 0), 'position', coalesce(p.position, 0)
      ) order by ${LESSON_ORDER})
    from lessons l left join progress p on p.lesson_id = l.id and p.learner_id = ${learner}::uuid
    where l.section_id = s.id and ${VISIBLE}), '[]'::json)) order by ${SECTION_ORDER}), '[]'::json)
  from sections s where s.course_id = ${course} and s.deleted_at is null)`

/** Who asks, and how they stand to the course. */
type Whose = { asker: Asker; hasEnded?: boolean; isEnrolled: boolean }

/** Says of every lesson whether the asker may open it. */
export const withLocks = (
  sections: readonly OutlineSection[],
  whose: Whose,
): OutlineSection<OpenOrLocked>[] =>
  sections.map((section) => ({
    ...section,
    lessons: section.lessons.map((lesson) => {
      const lockedReason = lockFor(lesson, whose)

      return { ...lesson, locked: lockedReason !== null, lockedReason }
    }),
  }))

/** Whether, and why, one lesson is closed to the asker. */
export const lockFor = (
  { isPreview }: { isPreview: boolean },
  { asker: { isAuthor, learner }, hasEnded = false, isEnrolled }: Whose,
): Lock => lockOf({ hasEnded, isAuthor, isEnrolled, isPreview, isSignedIn: learner !== null })
