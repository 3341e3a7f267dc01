import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ReleaseRule } from '@/domain/catalog/release'

import { row } from '@/database/transaction'

type Newest = { isDraft: boolean; title: string }

type OfCourse = { course: string; id: string; req: PayloadRequest }

const newestLesson = ({ id, course, req }: OfCourse): Promise<Newest | undefined> =>
  row<Newest>(
    req,
    sql`select coalesce(v.version_title, l.title, '') as title,
          coalesce(v.version__status = 'draft', l._status is distinct from 'published') as "isDraft"
        from lessons l left join _lessons_v v on v.parent_id = l.id and v.latest
        where l.id = ${id} and l.course_id = ${course} and l.deleted_at is null limit 1`,
  )

/** Saves fields of a lesson: into its draft where it has one, else for everybody, as nothing else is waiting. */
const saveLesson = async (
  req: PayloadRequest,
  { id, data, isDraft }: { data: object; id: string; isDraft: boolean },
): Promise<void> => {
  await req.payload.update({
    id,
    collection: 'lessons',
    data: isDraft ? { ...data, _status: 'draft' } : data,
    depth: 0,
    draft: isDraft,
    overrideAccess: false,
    overrideLock: false,
    req,
  })
}

/** Gives a lesson or a section another title. False where it is not called `was` any more. */
export const rename = async ({
  item,
  title,
  was,
  ...given
}: OfCourse & { item: 'lesson' | 'section'; title: string; was: string }): Promise<boolean> => {
  const { id, course, req } = given
  if (item === 'lesson') {
    const newest = await newestLesson(given)
    if (newest?.title !== was) {
      return false
    }
    await saveLesson(req, { id, data: { title }, isDraft: newest.isDraft })

    return true
  }
  const found = await row<{ title: null | string }>(
    req,
    sql`select title from sections where id = ${id} and course_id = ${course} and deleted_at is null for no key update`,
  )
  if (!found || (found.title ?? '') !== was) {
    return false
  }
  await req.payload.update({
    id,
    collection: 'sections',
    data: { title },
    depth: 0,
    overrideAccess: false,
    overrideLock: false,
    req,
  })

  return true
}

/** Opens lessons to everybody, or closes them again; in the draft where one is waiting. */
export const markLessons = async ({
  course,
  isPreview,
  lessons,
  req,
}: {
  course: string
  isPreview: boolean
  lessons: readonly string[]
  req: PayloadRequest
}): Promise<void> => {
  for (const id of lessons) {
    const newest = await newestLesson({ id, course, req })
    if (newest) {
      await saveLesson(req, { id, data: { isPreview }, isDraft: newest.isDraft })
    }
  }
}

/** Publishes lessons as their newest versions have them, or takes them back into drafts. */
export const publishLessons = async ({
  course,
  isPublished,
  lessons,
  req,
}: {
  course: string
  isPublished: boolean
  lessons: readonly string[]
  req: PayloadRequest
}): Promise<void> => {
  for (const id of lessons) {
    if (await newestLesson({ id, course, req })) {
      await req.payload.update({
        id,
        collection: 'lessons',
        data: { _status: isPublished ? 'published' : 'draft' },
        depth: 0,
        overrideAccess: false,
        overrideLock: false,
        req,
      })
    }
  }
}

/** Gives a section or lesson another rule of release, or none; in the draft where one is waiting. False where it is not here. */
export const setRelease = async ({
  item,
  release,
  ...given
}: OfCourse & { item: 'lesson' | 'section'; release: null | ReleaseRule }): Promise<boolean> => {
  const { id, course, req } = given
  if (item === 'lesson') {
    const newest = await newestLesson(given)
    if (newest) {
      await saveLesson(req, { id, data: { release }, isDraft: newest.isDraft })
    }

    return Boolean(newest)
  }
  const found = await row(
    req,
    sql`select 1 from sections where id = ${id} and course_id = ${course} and deleted_at is null for no key update`,
  )
  if (found) {
    await req.payload.update({
      id,
      collection: 'sections',
      data: { release },
      depth: 0,
      overrideAccess: false,
      overrideLock: false,
      req,
    })
  }

  return Boolean(found)
}
