import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Picked } from '@/domain/catalog/curriculum/changes'

import { rows } from '@/database/transaction'
import { announceAll } from '@hooks/events/announce'

import { announceCourse } from './place'

type Work = { course: string; req: PayloadRequest; tenant: string }

const uuids = (ids: readonly string[]): SQL => sql`${sql.param([...ids])}::uuid[]`

const announceLessons = async (
  { req, tenant }: Omit<Work, 'course'>,
  lessons: readonly { id: string }[],
): Promise<void> => {
  if (lessons.length > 0) {
    await announceAll({
      data: lessons.map(({ id }) => ({ id, collection: 'lessons' })),
      fact: 'content.changed',
      req,
      tenant,
    })
  }
}

/**
 * Sets `deleted_at` of the lessons `l` that `which` names, in row and newest version together, so that a
 * draft beside a published lesson is there again when it is restored.
 */
const stampLessons = async (
  work: Omit<Work, 'course'>,
  { at, which }: { at: SQL; which: SQL },
): Promise<void> => {
  const stamped = await rows<{ id: string }>(
    work.req,
    sql`with chosen as (select l.id, ${at} as at from lessons l where ${which}),
          newest as (
            update _lessons_v v set version_deleted_at = c.at from chosen c where v.parent_id = c.id and v.latest)
        update lessons l set deleted_at = c.at from chosen c where l.id = c.id returning l.id`,
  )
  await announceLessons(work, stamped)
}

/** Moves the lessons of a section, whose row says when it went, into the trash along with it. */
export const trashLessonsOf = (section: string, work: Omit<Work, 'course'>): Promise<void> =>
  stampLessons(work, {
    at: sql`(select s.deleted_at from sections s where s.id = l.section_id)`,
    which: sql`l.section_id = ${section} and l.deleted_at is null`,
  })

/** Takes out of the trash the lessons that went there with their section, at the moment `at`. */
export const restoreLessonsOf = (
  section: string,
  { at, ...work }: Omit<Work, 'course'> & { at: string },
): Promise<void> =>
  stampLessons(work, {
    at: sql`null::timestamptz`,
    which: sql`l.section_id = ${section} and l.deleted_at = ${at}::timestamptz`,
  })

/**
 * Moves lessons, and sections with their lessons, into the trash; learners' progress stays with them.
 * What is in the trash already, or of another course, is left alone.
 */
export const trashItems = async ({ lessons, sections, ...work }: Picked & Work): Promise<void> => {
  const { course, req } = work
  const gone = await rows<{ id: string }>(
    req,
    sql`update sections set deleted_at = date_trunc('milliseconds', now()), updated_at = now()
        where id = any(${uuids(sections)}) and course_id = ${course} and deleted_at is null returning id`,
  )
  for (const { id } of gone) {
    await trashLessonsOf(id, work)
  }
  await stampLessons(work, {
    at: sql`date_trunc('milliseconds', now())`,
    which: sql`l.id = any(${uuids(lessons)}) and l.course_id = ${course} and l.deleted_at is null`,
  })
  await announceCourse(req, work)
}

/** The reverse of `trashItems`: a section comes back with what went with it, a lesson with its section. */
export const restoreItems = async ({
  lessons,
  sections,
  ...work
}: Picked & Work): Promise<void> => {
  const { course, req } = work
  const back = await rows<{ at: string; id: string }>(
    req,
    sql`with old as (
          select id, to_json(deleted_at) #>> '{}' as at from sections
          where id = any(${uuids(sections)}) and course_id = ${course} and deleted_at is not null for update)
        update sections s set deleted_at = null, updated_at = now() from old where s.id = old.id
        returning s.id, old.at`,
  )
  for (const { id, at } of back) {
    await restoreLessonsOf(id, { ...work, at })
  }
  await stampLessons(work, {
    at: sql`null::timestamptz`,
    which: sql`l.id = any(${uuids(lessons)}) and l.course_id = ${course} and l.deleted_at is not null`,
  })
  await restoreSectionsOf(lessons, req)
  await announceCourse(req, work)
}

/** Takes out of the trash the sections of lessons that are not in it. */
export const restoreSectionsOf = async (
  lessons: readonly string[],
  req: PayloadRequest,
): Promise<void> => {
  await rows(
    req,
    sql`update sections s set deleted_at = null, updated_at = now()
        where s.deleted_at is not null and s.id in (
          select l.section_id from lessons l where l.id = any(${uuids(lessons)}) and l.deleted_at is null)`,
  )
}
