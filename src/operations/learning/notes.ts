import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Anchor, Note, NoteKind } from '@/domain/learning/notes'
import type { Language } from '@/operations/translation/textIn'

import { OPEN_ENROLLMENT } from '@/database/openEnrollments'
import { row, rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { notesMarkdown, notesTable } from '@/domain/learning/notes'
import { languageOf } from '@/operations/translation/reading'
import { textIn } from '@/operations/translation/textIn'

import { seatOf } from './seat'

type Whose = { learner: string; req: PayloadRequest }

/** Which of one's notes: with words, of a course, of a lesson; what comes after another in their order. */
export type NoteFilter = { after?: string; course?: string; lesson?: string; q?: string }

/** Notes on one page. */
const PAGE = 50

/** The most that one learner keeps: beyond it something is to be taken out first. */
const MOST_NOTES = 5000

/** A note `n` of a lesson `l` in a course `c` as `Note`. */
const noteColumns = (title: {
  course: SQL
  lesson: SQL
}): SQL => sql`n.id, n.kind, coalesce(n.text, '') as text, n.second::float8 as second,
  case when n.quote is not null then json_build_object('quote', n.quote, 'before', coalesce(n.before, ''), 'after', coalesce(n.after, '')) end as anchor,
  json_build_object('slug', c.slug, 'title', ${title.course}) as course,
  json_build_object('id', l.id, 'title', ${title.lesson}, 'isOpen', exists (select 1 from enrollments e
    where e.course_id = c.id and e.learner_id = n.learner_id and ${OPEN_ENROLLMENT})) as lesson,
  to_json(n.created_at) #>> '{}' as at`

const courseTitle = (language: Language): SQL =>
  textIn(language, 'courses', { field: 'title', of: sql`c.id`, own: sql`c.title` })

const lessonTitle = (language: Language): SQL =>
  textIn(language, 'lessons', { field: 'title', of: sql`l.id`, own: sql`l.title` })

/** Text as a pattern of LIKE that holds nothing but itself. */
const holding = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

const read = async (
  { learner, req }: Whose,
  { most, order, where }: { most: number; order: SQL; where: SQL },
): Promise<Note[]> => {
  const language = await languageOf(req)
  const title = { course: courseTitle(language), lesson: lessonTitle(language) }

  return rows<Note>(
    req,
    sql`select ${noteColumns(title)} from learner_notes n
        join lessons l on l.id = n.lesson_id join courses c on c.id = n.course_id
        where n.learner_id = ${learner} and ${where} order by ${order} limit ${most}`,
  )
}

const conditionOf = ({ after, course, lesson, q }: NoteFilter): SQL => {
  const parts = [
    ...(course ? [sql`c.slug = ${course}`] : []),
    ...(lesson ? [sql`n.lesson_id = ${lesson}`] : []),
    ...(after ? [sql`n.id < ${after}`] : []),
    ...(q
      ? [
          sql`(n.text ilike ${holding(q)} or n.quote ilike ${holding(q)} or l.title ilike ${holding(q)})`,
        ]
      : []),
  ]

  return parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`
}

/** One's notes: of a lesson by their places in it, else the newest first, page by page. */
export const notesOf = async ({
  filter,
  ...whose
}: Whose & { filter: NoteFilter }): Promise<{ next: null | string; notes: Note[] }> => {
  const where = conditionOf(filter)
  if (filter.lesson) {
    const order = sql`n.second nulls last, n.id`

    return { next: null, notes: await read(whose, { most: MOST_NOTES, order, where }) }
  }
  const found = await read(whose, { most: PAGE + 1, order: sql`n.id desc`, where })
  const notes = found.slice(0, PAGE)

  return { next: found.length > PAGE ? (notes.at(-1)?.id ?? null) : null, notes }
}

/** Courses in which one has notes. */
export const coursesWithNotes = async ({
  learner,
  req,
}: Whose): Promise<{ slug: string; title: string }[]> => {
  const language = await languageOf(req)

  return rows(
    req,
    sql`select c.slug, ${courseTitle(language)} as title from courses c
        where c.id in (select n.course_id from learner_notes n where n.learner_id = ${learner}) order by 2`,
  )
}

/** What is written; `key` names it, so that what is sent again is kept once. */
export type NoteGiven = {
  anchor: Anchor | null
  key: string
  kind: NoteKind
  lesson: string
  second: null | number
  text: string
}

/**
 * Keeps a note in a lesson that is open to its learner, once for each key. Null where there is no such lesson; throws lessonLocked,
 * accessEnded, lessonNotYet, and tooManyNotes.
 */
export const writeNote = async ({
  given: { anchor, key, kind, lesson, second, text },
  learner,
  req,
  tenant,
}: Whose & { given: NoteGiven; tenant: string }): Promise<Note | null> => {
  const seat = await seatOf({ caller: { account: learner }, lesson, req })
  if (!seat) {
    return null
  }
  const counted = await row<{ count: number }>(
    req,
    sql`select count(*)::int as count from learner_notes where learner_id = ${learner}`,
  )
  if ((counted?.count ?? 0) >= MOST_NOTES) {
    throw new RuleError('tooManyNotes')
  }
  await rows(
    req,
    sql`insert into learner_notes (id, tenant_id, learner_id, lesson_id, course_id, kind, text, second, quote, before, after, key)
        values (uuidv7(), ${tenant}, ${learner}, ${lesson}, ${seat.course}, ${kind}, ${text}, ${second},
          ${anchor?.quote ?? null}, ${anchor?.before ?? null}, ${anchor?.after ?? null}, ${key})
        on conflict (tenant_id, learner_id, key) do nothing`,
  )
  const [note] = await read(
    { learner, req },
    { most: 1, order: sql`n.id`, where: sql`n.key = ${key}` },
  )

  return note ?? null
}

/** Rewrites one's own note; null where there is none. */
export const rewriteNote = async ({
  id,
  learner,
  req,
  text,
}: Whose & { id: string; text: string }): Promise<Note | null> => {
  await rows(
    req,
    sql`update learner_notes set text = ${text}, updated_at = now() where id = ${id} and learner_id = ${learner}`,
  )
  const [note] = await read(
    { learner, req },
    { most: 1, order: sql`n.id`, where: sql`n.id = ${id}` },
  )

  return note ?? null
}

/** Takes one's own note away; null where there is none. */
export const dropNote = async ({
  id,
  learner,
  req,
}: Whose & { id: string }): Promise<null | { id: string }> =>
  (await row<{ id: string }>(
    req,
    sql`delete from learner_notes where id = ${id} and learner_id = ${learner} returning id`,
  )) ?? null

/** One's notes as a file, by courses, lessons and places. */
export const notesFile = async ({
  filter,
  format,
  ...whose
}: Whose & { filter: NoteFilter; format: 'csv' | 'md' }): Promise<string> => {
  const notes = await read(whose, {
    most: MOST_NOTES,
    order: sql`c.title, c.id, l._lessons_lessons_order collate "C" nulls last, l.id, n.second nulls last, n.id`,
    where: conditionOf(filter),
  })

  return format === 'csv' ? notesTable(notes) : notesMarkdown(notes)
}
