import type { Course } from '@payload-types'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Level } from '@/domain/catalog/catalogQuery'
import type { LessonKind } from '@/domain/catalog/lessons/kinds'
import type { Picture } from '@/domain/media/pictures'

import { row, rows } from '@/database/transaction'
import { idOf } from '@/domain/ids'
import { filesIn, withFiles } from '@/domain/media/filesIn'
import { pictureOf } from '@/domain/media/pictures'
import { languageOf } from '@/operations/translation/reading'
import { textIn } from '@/operations/translation/textIn'
import { translator } from '@/operations/translation/translate'

/** A lesson as the outline of a course lists it for visitors; `duration` in seconds. */
export type ListedLesson = {
  duration: null | number
  id: string
  isPreview: boolean
  kind: LessonKind
  title: string
}

export type ListedSection = { id: string; lessons: ListedLesson[]; title: string }

/** Everything the public page of a course says about it, but its price. */
export type CoursePage = {
  audience: string[]
  /** The main category's id. */
  category: null | string
  cover: null | Picture
  description: Course['description']
  faq: { answer: string; question: string }[]
  id: string
  instructor: null | string
  /** Whether the reader's language is another than it was written in, and it was translated. */
  isTranslated: boolean
  /** ISO 639-1; null where it is the school's own. */
  language: null | string
  level: Level
  outcomes: string[]
  /** Courses that are completed before this one. */
  prerequisites: { slug: string; title: string }[]
  requirements: string[]
  /** How long it takes: what its author says, else the length of all lessons. */
  seconds: number
  sections: ListedSection[]
  slug: string
  summary: null | string
  title: string
}

type Outline = { instructor: null | string; sections: ListedSection[] }

/** The published course of a slug; null where the school shows none. */
export const coursePage = async ({
  slug,
  req,
}: {
  req: PayloadRequest
  slug: string
}): Promise<CoursePage | null> => {
  const { docs } = await req.payload.find({
    collection: 'courses',
    depth: 1,
    joins: false,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    req,
    select: {
      slug: true,
      audience: true,
      category: true,
      cover: true,
      description: true,
      durationMinutes: true,
      faq: true,
      language: true,
      level: true,
      outcomes: true,
      requirements: true,
      summary: true,
      title: true,
    },
    where: { slug: { equals: slug } },
  })
  const [written] = docs
  if (!written) {
    return null
  }
  const translate = await translator(req, { courses: [written.id], media: filesIn(written) })
  const said = translate('courses', written.id, written)
  const course = withFiles(said, (file) => translate('media', file.id, file))
  const outline = await outlineOf(req, course.id)
  const sections = outline?.sections ?? []

  return {
    id: course.id,
    slug: course.slug,
    audience: linesOf(course.audience),
    category: course.category ? idOf(course.category) : null,
    cover: pictureOf(course.cover),
    description: course.description,
    faq: (course.faq ?? []).map(({ answer, question }) => ({ answer, question })),
    instructor: outline?.instructor ?? null,
    isTranslated: said !== written,
    language: course.language ?? null,
    level: course.level,
    outcomes: linesOf(course.outcomes),
    prerequisites: await prerequisitesOf(req, course.id),
    requirements: linesOf(course.requirements),
    seconds: (course.durationMinutes ?? 0) * 60 || lessonSeconds(sections),
    sections,
    summary: course.summary ?? null,
    title: course.title,
  }
}

/** The published courses that come before a course, in their author's order. */
const prerequisitesOf = async (req: PayloadRequest, course: string) => {
  const language = await languageOf(req)

  return rows<{ slug: string; title: string }>(
    req,
    sql`select p.slug, ${textIn(language, 'courses', { field: 'title', of: sql`p.id`, own: sql`p.title` })} as title
        from courses_rels r join courses p on p.id = r.courses_id and p._status = 'published' and p.deleted_at is null
        where r.parent_id = ${course} and r.path = 'prerequisites' order by r."order"`,
  )
}

/** What an author wrote line by line. */
const linesOf = (text: null | string | undefined): string[] =>
  (text ?? '').split('\n').flatMap((line) => line.trim() || [])

const lessonSeconds = (sections: readonly ListedSection[]): number =>
  sections.flatMap(({ lessons }) => lessons).reduce((sum, { duration }) => sum + (duration ?? 0), 0)

/** Sections and published lessons as the author dragged them, and who teaches; one statement. */
const outlineOf = async (req: PayloadRequest, course: string): Promise<Outline | undefined> => {
  const language = await languageOf(req)
  const title = (collection: 'lessons' | 'sections', row: 'l' | 's') =>
    textIn(language, collection, {
      field: 'title',
      of: sql`${sql.identifier(row)}.id`,
      own: sql`${sql.identifier(row)}.title`,
    })

  return row<Outline>(
    req,
    sql`select u.name as instructor, (
          select coalesce(json_agg(json_build_object('id', s.id, 'title', s.title, 'lessons', s.lessons)
            order by s.place collate "C" nulls last, s.id), '[]'::json)
          from (
            select s.id, ${title('sections', 's')} as title, s._sections_sections_order as place,
              json_agg(json_build_object('id', l.id, 'title', ${title('lessons', 'l')}, 'kind', l.kind, 'duration', l.duration,
                'isPreview', coalesce(l.is_preview, false))
                order by l._lessons_lessons_order collate "C" nulls last, l.id) as lessons
            from sections s join lessons l on l.section_id = s.id
            where s.course_id = c.id and l._status = 'published' and l.deleted_at is null
            group by s.id) s) as sections
        from courses c left join users u on u.id = c.instructor_id
        where c.id = ${course}`,
  )
}
