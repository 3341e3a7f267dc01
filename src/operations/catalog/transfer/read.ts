import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Fields } from '@/domain/catalog/transfer/carried'
import type { WholeCourse } from '@/domain/catalog/transfer/pack'

import { rows } from '@/database/transaction'
import { idOf } from '@/domain/ids'
import { namedIn } from '@/domain/catalog/transfer/pack'
import { textsOfAll } from '@/operations/translation/store'

import { readTree } from '../curriculumTree'
import { drawnFrom, withBankQuestions } from './fromBank'

type Given = { course: string; req: PayloadRequest }
type Document = Fields & { id: string }
type Slug = 'bank-questions' | 'courses' | 'lessons' | 'quizzes' | 'sections'

/** Kinds of documents that have no drafts. */
const UNDRAFTED: readonly Slug[] = ['bank-questions', 'sections']

/** Newest versions of documents, in the order of their ids. Whoever calls has made sure that the asker may change the course. */
const newest = async (
  req: PayloadRequest,
  collection: Slug,
  ids: readonly string[],
): Promise<Document[]> => {
  const { docs } = await req.payload.find({
    collection,
    depth: 0,
    ...(!UNDRAFTED.includes(collection) && { draft: true }),
    joins: false as never,
    overrideAccess: true,
    pagination: false,
    req,
    where: { id: { in: [...ids] } },
  })
  const found = docs as unknown as Document[]

  return ids.flatMap((id) => found.find((one) => one.id === id) ?? [])
}

/**
 * A course with all that belongs to it as its author has it now, drafts included; null where there is none, or it is
 * in the trash. With `keepsLinks` it stays in its school: links to other pages, and the bank that its quizzes ask from.
 */
export const readCourse = async ({
  keepsLinks = false,
  ...given
}: Given & { keepsLinks?: boolean }): Promise<null | WholeCourse> => {
  const { req } = given
  const tree = await readTree(given)
  const [course] = tree ? await newest(req, 'courses', [given.course]) : []
  if (!tree || !course) {
    return null
  }
  const lessons = await newest(
    req,
    'lessons',
    tree.sections.flatMap((section) => section.lessons.map(({ id }) => id)),
  )
  const docs = await newest(
    req,
    'sections',
    tree.sections.map(({ id }) => id),
  )
  const sections = tree.sections.flatMap((branch) => {
    const doc = docs.find(({ id }) => id === branch.id)
    const own = branch.lessons.flatMap(({ id }) => lessons.find((one) => one.id === id) ?? [])

    return doc ? [{ doc, lessons: own }] : []
  })
  const taken = lessons.flatMap(({ quiz }) => (quiz ? [idOf(quiz as string)] : []))
  const read = await newest(req, 'quizzes', [...new Set(taken)])
  const quizzes = keepsLinks ? read : await withBankQuestions(read, req)
  const bank = keepsLinks ? [] : await newest(req, 'bank-questions', await drawnFrom(read, req))
  const whole = { bank, course: course as WholeCourse['course'], quizzes, sections }
  const media = await mediaOf(req, namedIn(whole))

  return {
    ...whole,
    categories: await categoriesOf(req, course),
    links: keepsLinks ? true : await linksOf(req),
    media,
    prerequisites: await prerequisitesOf(req, course),
    translations: await translationsOf(req, { ...whole, media }),
  }
}

const uuids = (ids: readonly string[]) => sql`${sql.param(ids.filter(isUuid))}::uuid[]`

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
const isUuid = (id: string): boolean => UUID.test(id)

const mediaOf = (req: PayloadRequest, ids: readonly string[]) =>
  rows<WholeCourse['media'][number]>(
    req,
    sql`select id, alt, filename, is_public as "isPublic", mime_type as "mimeType"
        from media where id = any(${uuids(ids)})`,
  )

/** The shelves of a course, with those above them. */
const categoriesOf = (req: PayloadRequest, { categories, category }: Fields) => {
  const ids = [category, ...((categories ?? []) as unknown[])].filter(Boolean) as string[]

  return rows<WholeCourse['categories'][number]>(
    req,
    sql`with recursive shelf as (
          select c.* from categories c where c.id = any(${uuids(ids.map(idOf))})
          union select c.* from categories c join shelf s on s.parent_id = c.id)
        select distinct id, name, slug, description, parent_id as parent, position::float8 as position from shelf`,
  )
}

const prerequisitesOf = async (
  req: PayloadRequest,
  { prerequisites }: Fields,
): Promise<{ slug: string; title: string }[]> => {
  const ids = ((prerequisites ?? []) as string[]).map(idOf)
  const found = await rows<{ id: string; slug: string; title: string }>(
    req,
    sql`select id, slug, coalesce(title, '') as title from courses where id = any(${uuids(ids)}) and deleted_at is null`,
  )

  return ids.flatMap((id) => found.find((one) => one.id === id) ?? [])
}

/** Where courses and pages of the school are read. */
const linksOf = async (req: PayloadRequest): Promise<Map<string, string>> => {
  const found = await rows<{ id: string; path: string }>(
    req,
    sql`select id, '/courses/' || slug as path from courses where slug is not null and deleted_at is null
        union all select id, '/' || slug from pages where slug is not null`,
  )

  return new Map(found.map(({ id, path }) => [id, path]))
}

const translationsOf = async (
  req: PayloadRequest,
  {
    bank,
    course,
    media,
    quizzes,
    sections,
  }: Pick<WholeCourse, 'bank' | 'course' | 'media' | 'quizzes' | 'sections'>,
): Promise<WholeCourse['translations']> => {
  const ids = (docs: readonly { id: string }[]) => docs.map(({ id }) => id)
  const subjects = {
    'bank-questions': ids(bank),
    courses: [course.id],
    lessons: sections.flatMap(({ lessons }) => ids(lessons)),
    media: ids(media),
    quizzes: ids(quizzes),
    sections: sections.map(({ doc }) => doc.id),
  } as const
  const found = []
  for (const collection of Object.keys(subjects) as (keyof typeof subjects)[]) {
    found.push(...(await textsOfAll({ collection, ids: subjects[collection], req })))
  }

  return found
}
