import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres'

/** Lessons `l` of a course as it stands that learners can see. */
export const VISIBLE = sql`l._status = 'published' and l.deleted_at is null`

/** Whether some rule of release stands before the lesson `l` of a course as it stands, as a value. */
export const RULED = sql`(l.release is not null or exists (
  select 1 from sections ds where ds.id = l.section_id and ds.release is not null))`

/** Columns of a lesson that may be long, and where they stand in the document that an edition keeps of it. */
export const LONG_COLUMNS = {
  assignment_rubric: sql`'{assignment,rubric}'`,
  body: sql`'{body}'`,
  captions: sql`'{captions}'`,
  resources: sql`'{resources}'`,
  slides: sql`'{slides}'`,
  survey_questions: sql`'{survey,questions}'`,
}

/** Whether the lesson `l` is a film or a recording that asks questions of a quiz. */
export const ASKS_INSIDE = sql`(l.kind in ('audio', 'video') and l.quiz_id is not null and l.cues is not null)`

/** Whether the lesson `l` has questions that are graded: those of a quiz, or those asked inside its film or recording. */
export const HAS_QUESTIONS = sql`(l.kind = 'quiz' or ${ASKS_INSIDE})`

const WHOLE = sql`x.facts || jsonb_build_object(${sql.join(
  Object.entries(LONG_COLUMNS).map(
    ([column, path]) => sql`${sql.raw(`'${column}'`)}, x.document #> ${path}`,
  ),
  sql`, `,
)})`

/** A lesson `x` of an edition as the row it was: its long columns only where it is `whole`. */
const keptRow = (whole: boolean): SQL =>
  sql`jsonb_populate_record(null::lessons, ${whole ? WHOLE : sql`x.facts`})`

const LIVE = sql`select l.*, null::jsonb as kept_texts, ${RULED} as is_dripped from lessons l`
const KEPT = sql`select r.*, x.texts as kept_texts, coalesce(x.is_dripped, false) as is_dripped`

/** Id of the edition that an enrollment `row` is pinned to by its cohort, as a value; null where it follows the course. */
export const editionOf = (row: 'e'): SQL =>
  sql`(select k.edition_id from cohorts k where k.id = ${sql.identifier(row)}.cohort_id)`

/** Id of the edition that a learner is pinned to in a course, as a value; null where they follow it. */
export const editionFor = ({ course, learner }: { course: SQL; learner: null | string }): SQL =>
  sql`(select k.edition_id from enrollments n join cohorts k on k.id = n.cohort_id
    where n.course_id = ${course} and n.learner_id = ${learner}::uuid)`

type Seen = { course: SQL; edition: SQL; section?: SQL; whole?: boolean }

/**
 * The published lessons of a course, or those that its `edition` keeps where that is not null, to be selected from laterally (the
 * values given may name neither `l`, `r` nor `x`):
 * all columns of `lessons`, `kept_texts` (what an edition says in further languages; null for the course as it stands) and
 * `is_dripped`, whether a rule of release stands before it.
 */
export const lessonsIn = ({ course, edition, section, whole = false }: Seen): SQL => sql`(
  ${LIVE} where ${edition} is null and l.course_id = ${course} and ${VISIBLE} ${section ? sql`and l.section_id = ${section}` : sql``}
  union all
  ${KEPT} from edition_lessons x cross join lateral ${keptRow(whole)} r
  where x.edition_id = ${edition} ${section ? sql`and x.section = ${section}::text` : sql``})`

/** The lessons that the learner of an enrollment `row` has, as above. */
export const lessonsOf = (row: 'e', { whole = false }: { whole?: boolean } = {}): SQL =>
  lessonsIn({ course: sql`${sql.identifier(row)}.course_id`, edition: editionOf(row), whole })

/** The ids of the lessons that the learner of an enrollment `e` has to complete, of those that they have, to be selected from laterally. */
export const REQUIRED = sql`(
  select l.id from lessons l where ${editionOf('e')} is null and l.course_id = e.course_id and ${VISIBLE} and l.is_required
  union all
  select x.lesson_id from edition_lessons x where x.edition_id = ${editionOf('e')} and x.facts ->> 'is_required' = 'true')`

/** The sections of a course, or those that its `edition` keeps where that is not null: all columns of `sections`, and `kept_texts`. */
export const sectionsIn = ({ course, edition }: Seen): SQL => sql`(
  select s.*, null::jsonb as kept_texts from sections s
  where ${edition} is null and s.course_id = ${course} and s.deleted_at is null
  union all
  select r.*, t.one -> 'texts' as kept_texts
  from course_editions ce cross join lateral jsonb_array_elements(ce.sections) t (one)
    cross join lateral jsonb_populate_record(null::sections, t.one) r
  where ce.id = ${edition})`

type One = { learner: null | SQL | string; lesson: SQL | string }

/** Editions to which a learner is pinned, with the enrollment `n` and the cohort `k` that say so. */
const PINNED = sql`enrollments n join cohorts k on k.id = n.cohort_id and k.edition_id is not null`

/** Lessons of the editions to which a learner is pinned. */
const keptFor = (learner: One['learner'], which: SQL): SQL => sql`
  ${KEPT} from ${PINNED} join edition_lessons x on x.edition_id = k.edition_id and ${which}
    cross join lateral ${keptRow(true)} r
  where n.learner_id = ${learner}::uuid`

const seenBy = (learner: One['learner'], { kept, live }: { kept: SQL; live: SQL }): SQL => sql`(
  ${LIVE} where ${live} and ${VISIBLE} and not exists (
    select 1 from ${PINNED} where n.course_id = l.course_id and n.learner_id = ${learner}::uuid)
  union all ${keptFor(learner, kept)})`

/**
 * The lesson of that id, whole, as somebody has it: that of the edition to which they are pinned in its course, else the
 * published one, which is none for who is pinned to an edition without it.
 */
export const lessonFor = ({ learner, lesson }: One): SQL =>
  seenBy(learner, { kept: sql`x.lesson_id = ${lesson}`, live: sql`l.id = ${lesson}` })

/** The lessons with a quiz, as above. */
export const lessonsWithQuiz = ({ learner, quiz }: { learner: string; quiz: SQL }): SQL =>
  seenBy(learner, {
    kept: sql`(x.facts ->> 'quiz_id')::uuid = ${quiz}`,
    live: sql`l.quiz_id = ${quiz}`,
  })

/**
 * The lesson in which a learner did something, whole, for who looks at it afterwards: that of the edition to which they are
 * pinned, else the lesson itself, published or not.
 */
export const lessonOfWork = ({ learner, lesson }: One): SQL => sql`(
  ${LIVE} where l.id = ${lesson} and not exists (
    select 1 from ${PINNED} join edition_lessons x on x.edition_id = k.edition_id and x.lesson_id = l.id
    where n.learner_id = ${learner}::uuid)
  union all ${keptFor(learner, sql`x.lesson_id = ${lesson}`)})`
