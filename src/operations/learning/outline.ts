import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres'

import type { LessonKind } from '@/domain/catalog/lessons/kinds'
import type { Lock } from '@/domain/learning/entitlement'
import type { Needs, RuledLesson, RuledSection } from '@/domain/learning/releases/needs'
import type { Standing } from '@/domain/learning/standing'
import type { Language } from '@/operations/translation/textIn'

import {
  accessEndOf,
  DISCUSSION_SHOWN,
  OPEN_ENROLLMENT,
  standingIn,
} from '@/database/openEnrollments'
import { entitlementsOf } from '@/domain/learning/entitlement'
import { SHOWN_COURSE } from '@/operations/catalog/shownCourse'
import { textIn } from '@/operations/translation/textIn'

import type { Asker } from './asker'

import { editionFor, HAS_QUESTIONS, lessonsIn, sectionsIn } from './seenLessons'

/** One published lesson as the outline of its course shows it; lengths and positions in seconds. */
type OutlineLesson = {
  completed: boolean
  duration: null | number
  id: string
  isPreview: boolean
  isRequired: boolean
  kind: LessonKind
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

/** A section as the database tells it, with everything that decides whether its lessons are open. */
export type RuledOutline = OutlineSection<OutlineLesson & RuledLesson> &
  Pick<RuledSection, 'release'>

/** When a closed lesson opens by itself (ISO 8601), and what has to be done first; null where neither is waited for. */
export type Locked = { lockedReason: Lock; needs: Needs | null; opensAt: null | string }

/** An outline's lesson with what the asker may do: `lockedReason` is null where it is open. */
export type OpenOrLocked = OutlineLesson & Locked & { locked: boolean }

/** What an open enrollment lends to an outline; `accessUntil` is null where it is open for good. */
export type Place = {
  accessUntil: null | string
  completedAt: null | string
  /** The cohort whose discussion is the learner's; null where there is none. */
  discussion: null | string
  id: string
  percent: number
}

/** Sorts sections `s` and lessons `l` as the author dragged them; keys compare byte by byte. */
export const SECTION_ORDER = sql`s._sections_sections_order collate "C" nulls last, s.id`
export const LESSON_ORDER = sql`l._lessons_lessons_order collate "C" nulls last, l.id`

/** A course `c` that may be shown: to everybody once published, to those enrolled `e` and to authors always. */
export const showable = ({ isAuthor }: Asker): SQL =>
  sql`(e.id is not null or ${isAuthor} or ${SHOWN_COURSE})`

/** The open enrollment `e` of the asker in the course `c`, as a join. */
export const placeOf = ({ learner }: Asker): SQL =>
  sql`left join enrollments e on e.course_id = c.id and e.learner_id = ${learner}::uuid and ${OPEN_ENROLLMENT}`

/** How the asker stands to the course `c`: place in it, and time zones, as JSON. */
export const standingOf = ({ learner }: Asker): SQL => sql`json_build_object(
  'standing', (select ${standingIn('x')}
    from enrollments x where x.course_id = c.id and x.learner_id = ${learner}::uuid),
  'zones', json_build_object(
    'learner', (select u.time_zone from users u where u.id = ${learner}::uuid),
    'school', coalesce((select t.settings_time_zone from tenants t where t.id = c.tenant_id), 'UTC')))`

/** What `standingOf` tells. */
export type Stands = {
  standing: null | Standing
  zones: { learner: null | string; school: string }
}

/** Whether the learner has begun the lesson `l`; `p` is their progress in it. */
const begun = ({ learner }: Asker): SQL => sql`(p.id is not null or (${HAS_QUESTIONS} and exists (
  select 1 from quiz_attempts a where a.lesson_id = l.id and a.learner_id = ${learner}::uuid)))`

/** The learner's best result at the quiz of the lesson `l`. */
const bestOf = ({ learner }: Asker): SQL => sql`case when ${HAS_QUESTIONS} then (
  select max(a.percent) from quiz_attempts a where a.lesson_id = l.id and a.learner_id = ${learner}::uuid) end`

/** By what the lesson `l` was opened to the learner already. */
const releasedTo = ({ learner }: Asker): SQL => sql`(select r.source from lesson_releases r
  join enrollments x on x.id = r.enrollment_id where r.lesson_id = l.id and x.learner_id = ${learner}::uuid)`

/** When the asker's access to the course `c` ended, as a value; null where it did not. */
export const endedOf = ({ learner }: Asker): SQL =>
  sql`(select to_json(${accessEndOf('x')}) #>> '{}' from enrollments x where x.course_id = c.id
    and x.learner_id = ${learner}::uuid and x.status = 'active' and ${accessEndOf('x')} <= now())`

/** The cohort of the course `c` in which the asker has a place, as JSON, until it starts; null where there is none. */
export const startOf = ({
  learner,
}: Asker): SQL => sql`(select json_build_object('name', k.name, 'startsAt', k.starts_at)
  from enrollments x join cohorts k on k.id = x.cohort_id and k.starts_at > now()
  where x.course_id = c.id and x.learner_id = ${learner}::uuid and x.status = 'active')`

/** `Place` or null, as JSON. */
export const PLACE = sql`case when e.id is not null then json_build_object(
  'id', e.id, 'percent', e.percent, 'completedAt', e.completed_at, 'accessUntil', ${accessEndOf('e')},
  'discussion', (select k.id from cohorts k where k.id = e.cohort_id and ${DISCUSSION_SHOWN})) end`

/** The title of a course `c`, section `s`, lesson `l` or quiz `q` in a language, as a value; sections and lessons as learners have them. */
export const titleIn = (
  language: Language,
  collection: 'courses' | 'lessons' | 'quizzes' | 'sections',
  row: 'c' | 'l' | 'q' | 's',
): SQL =>
  textIn(language, collection, {
    field: 'title',
    ...((row === 'l' || row === 's') && { kept: sql`${sql.identifier(row)}.kept_texts` }),
    of: sql`${sql.identifier(row)}.id`,
    own: sql`${sql.identifier(row)}.title`,
  })

/**
 * A course's sections with their lessons as the asker has them, named in a language, and the learner's progress, as one
 * JSON value with everything that `withLocks` asks.
 */
export const outlineOf = (course: SQL, asker: Asker, language: Language): SQL => sql`(
  select coalesce(json_agg(json_build_object('id', s.id, 'title', ${titleIn(language, 'sections', 's')}, 'release', s.release, 'lessons', coalesce((
    select json_agg(json_build_object(
        'id', l.id, 'title', ${titleIn(language, 'lessons', 'l')}, 'kind', l.kind, 'duration', l.duration, 'quiz', l.quiz_id,
        'isPreview', coalesce(l.is_preview, false), 'isRequired', coalesce(l.is_required, false),
        'completed', p.completed_at is not null, 'share', coalesce(p.share, 0), 'position', coalesce(p.position, 0),
        'release', l.release, 'isBegun', ${begun(asker)}, 'percent', ${bestOf(asker)}, 'released', ${releasedTo(asker)}
      ) order by ${LESSON_ORDER})
    from ${lessonsIn({ course, edition: sql`d.id`, section: sql`s.id` })} l
    left join progress p on p.lesson_id = l.id and p.learner_id = ${asker.learner}::uuid), '[]'::json)) order by ${SECTION_ORDER}), '[]'::json)
  from (select ${editionFor({ course, learner: asker.learner })} as id) d
  cross join lateral ${sectionsIn({ course, edition: sql`d.id` })} s)`

/** Who asks, as the rules want it. */
export const whoseOf = ({ isAuthor, learner }: Asker, stands: Stands) => ({
  ...stands,
  isAuthor,
  isSignedIn: learner !== null,
})

/** What is shown of a lesson; what only decides whether it is open is left out. */
const shownOf = ({
  id,
  completed,
  duration,
  isPreview,
  isRequired,
  kind,
  position,
  quiz,
  share,
  title,
}: OutlineLesson): OutlineLesson => ({
  id,
  completed,
  duration,
  isPreview,
  isRequired,
  kind,
  position,
  quiz,
  share,
  title,
})

/** Says of every lesson whether the asker may open it. */
export const withLocks = (
  sections: readonly RuledOutline[],
  { asker, now, stands }: { asker: Asker; now: Date; stands: Stands },
): OutlineSection<OpenOrLocked>[] => {
  const entitled = entitlementsOf(sections, whoseOf(asker, stands), now)

  return sections.map(({ id, lessons, title }) => ({
    id,
    lessons: lessons.map((lesson) => {
      const { lock = 'enroll', needs = null, opensAt = null } = entitled.get(lesson.id) ?? {}

      return {
        ...shownOf(lesson),
        locked: lock !== null,
        lockedReason: lock,
        needs,
        opensAt,
      }
    }),
    title,
  }))
}
