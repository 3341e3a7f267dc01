import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { CheckedCourse, CheckedLesson, Finding } from '@/domain/catalog/publication/checklist'

import { row, rows } from '@/database/transaction'
import { findingsIn } from '@/domain/catalog/publication/checklist'

import type { Written, WrittenLesson } from './written'

import { deadAmong } from './deadLinks'
import { linksOf, newestOf } from './written'

/** What is missing in a course as its authors last left it, drafts among it; each with where it is mended. */
export const checklistOf = async ({
  course: id,
  req,
  tenant,
}: {
  course: string
  req: PayloadRequest
  tenant: string
}): Promise<Finding[]> => {
  const written = await newestOf(req, id)
  const { course, lessons } = written
  const facts = await row<{ hasOffer: boolean; published: string[] }>(
    req,
    sql`select exists (select 1 from offers o where o.is_active and (o.course_id::text = ${id} or exists (
            select 1 from offers_rels r where r.parent_id = o.id and r.path = 'courses' and r.courses_id::text = ${id}))) as "hasOffer",
          array(select l.id::text from lessons l
            where l.course_id::text = ${id} and l._status = 'published' and l.deleted_at is null) as published`,
  )

  return findingsIn({
    id,
    deadLinks: await deadLinksIn(req, { tenant, written }),
    hasCover: Boolean(course.cover),
    hasOffer: facts?.hasOffer ?? false,
    imagesWithoutAlt: await imagesWithoutAlt(req, written),
    lessons: lessons.map((lesson) => checked(lesson, facts?.published ?? [])),
    outcomes: course.outcomes ?? '',
    summary: course.summary ?? '',
  })
}

const checked = (lesson: WrittenLesson, published: readonly string[]): CheckedLesson => ({
  id: lesson.id,
  hasCaptions: Boolean(lesson.captions?.length),
  hasFilm: Boolean(lesson.kind === 'audio' ? lesson.audio : lesson.video),
  isPreview: Boolean(lesson.isPreview),
  isPublished: published.includes(lesson.id),
  kind: lesson.kind,
  title: lesson.title,
})

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** Whatever a document names by its id may be a file; those that are images need a description. */
const imagesWithoutAlt = (
  req: PayloadRequest,
  { course, lessons }: Written,
): Promise<{ id: string; name: string }[]> => {
  const shown = [
    course.cover,
    course.description,
    lessons.map(({ body, slides }) => [body, slides]),
  ]
  const named = [...new Set(JSON.stringify(shown).match(UUID))]

  return rows(
    req,
    sql`select id, coalesce(filename, '') as name from media
        where id = any(${sql.param(named)}::uuid[]) and mime_type like 'image/%' and coalesce(trim(alt), '') = ''
        order by filename`,
  )
}

const deadLinksIn = async (
  req: PayloadRequest,
  { tenant, written }: { tenant: string; written: Written },
): Promise<CheckedCourse['deadLinks']> => {
  const standing = linksOf(written)
  const dead = await deadAmong({ links: standing.map(({ link }) => link), req, tenant })

  return standing.flatMap(({ link, ...where }) =>
    dead.has(link)
      ? [{ ...where, url: 'address' in link ? link.address : `${link.collection}/${link.id}` }]
      : [],
  )
}
