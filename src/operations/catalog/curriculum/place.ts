import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { generateNKeysBetween } from 'payload/shared'

import type { Arrangement } from '@/domain/catalog/curriculum/arrangement'

import { row, rows } from '@/database/transaction'
import { announce } from '@hooks/events/announce'

/**
 * Holds courses, with their sections and lessons, for the caller's transaction: changes of one curriculum
 * come one after the other, and nothing of it is moved by other ways meanwhile.
 */
export const holdCurricula = async (req: PayloadRequest, courses: string[]): Promise<void> => {
  const ids = sql`${sql.param([...courses].sort())}::uuid[]`
  await rows(
    req,
    sql`with c as (select id from courses where id = any(${ids}) order by id for no key update),
          s as (select id from sections where course_id = any(${ids}) order by id for no key update),
          l as (select id from lessons where course_id = any(${ids}) order by id for no key update)
        select (select count(*) from c), (select count(*) from s), (select count(*) from l)`,
  )
}

/**
 * Gives the lessons of `branches` their section and their places, and all of `sections` theirs, in one
 * statement however many they are. A lesson's row and its newest version get the place together.
 */
export const writePlaces = async ({
  branches,
  req,
  sections,
}: {
  branches: Arrangement
  req: PayloadRequest
  sections: readonly string[]
}): Promise<void> => {
  const lessons = branches.flatMap(({ id: section, lessons: ids }) =>
    placed(ids).map((one) => ({ ...one, section })),
  )
  await row(
    req,
    sql`with n as (
          select * from jsonb_to_recordset(${JSON.stringify(lessons)}::jsonb) as n(id uuid, place text, section uuid)),
        m as (
          select * from jsonb_to_recordset(${JSON.stringify(placed(sections))}::jsonb) as m(id uuid, place text)),
        s as (update sections s set _sections_sections_order = m.place from m where s.id = m.id),
        v as (
          update _lessons_v v set version__lessons_lessons_order = n.place, version_section_id = n.section
          from n where v.parent_id = n.id and v.latest)
        update lessons l set _lessons_lessons_order = n.place, section_id = n.section from n where l.id = n.id`,
  )
}

const placed = (ids: readonly string[]): { id: string; place: string }[] => {
  const keys = generateNKeysBetween(null, null, ids.length)

  return ids.map((id, nth) => ({ id, place: keys[nth] ?? '' }))
}

/** Announces that the page of a course, and whatever lists its lessons, is different now. */
export const announceCourse = (
  req: PayloadRequest,
  { course, tenant }: { course: string; tenant: string },
): Promise<void> =>
  announce({
    data: { id: course, collection: 'courses' },
    fact: 'content.changed',
    req,
    tenant,
  })
