import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { generateNKeysBetween } from 'payload/shared'

import type { Arrangement } from '@/domain/catalog/curriculum/arrangement'

import { row } from '@/database/transaction'
import { announce } from '@hooks/events/announce'

import { holding } from '../team/rights'

/**
 * Holds courses that whoever asks may write, with their sections and lessons, for the caller's transaction: changes of one
 * curriculum come one after the other, and nothing of it is moved by other ways meanwhile. False where one of them is not
 * there for them, `forbidden` for who may write none: then what they may not write is not held.
 */
export const holdCurricula = async ({
  courses,
  req,
  tenant,
}: {
  courses: readonly string[]
  req: PayloadRequest
  tenant: string
}): Promise<'forbidden' | boolean> => {
  const theirs = holding({ req, right: 'write', tenant })
  if (theirs === 'forbidden') {
    return theirs
  }
  const ids = sql`${sql.param([...courses])}::uuid[]`
  const found = await row<{ held: number }>(
    req,
    sql`with c as (select c.id from courses c where c.id = any(${ids}) and ${theirs} order by c.id for no key update),
          s as (select s.id from sections s where s.course_id = any(array(select id from c)) order by s.id for no key update),
          l as (select l.id from lessons l where l.course_id = any(array(select id from c)) order by l.id for no key update)
        select (select count(*)::int from c) as held, (select count(*) from s), (select count(*) from l)`,
  )

  return found?.held === new Set(courses).size
}

/**
 * Parts of a `with` that give the lessons of `branches` their section and their places, and all of `sections` theirs,
 * however many they are. A lesson's row and its newest version get the place together.
 */
export const placing = ({
  branches,
  sections,
}: {
  branches: Arrangement
  sections: readonly string[]
}): SQL => {
  const lessons = branches.flatMap(({ id: section, lessons: ids }) =>
    placed(ids).map((one) => ({ ...one, section })),
  )

  return sql`n as (
      select * from jsonb_to_recordset(${JSON.stringify(lessons)}::jsonb) as n(id uuid, place text, section uuid)),
    m as (
      select * from jsonb_to_recordset(${JSON.stringify(placed(sections))}::jsonb) as m(id uuid, place text)),
    s as (update sections s set _sections_sections_order = m.place from m where s.id = m.id),
    v as (
      update _lessons_v v set version__lessons_lessons_order = n.place, version_section_id = n.section
      from n where v.parent_id = n.id and v.latest),
    l as (
      update lessons l set _lessons_lessons_order = n.place, section_id = n.section from n where l.id = n.id)`
}

/** Gives lessons and sections their places in one statement, as `placing`. */
export const writePlaces = async ({
  req,
  ...places
}: Parameters<typeof placing>[0] & { req: PayloadRequest }): Promise<void> => {
  await row(req, sql`with ${placing(places)} select 1`)
}

const placed = (ids: readonly string[]): { id: string; place: string }[] => {
  const keys = generateNKeysBetween(null, null, ids.length)

  return ids.map((id, nth) => ({ id, place: keys[nth] ?? '' }))
}

/** Announces that the page of a course, and whatever lists its lessons, is different now; `along` is what makes it so, written with it. */
export const announceCourse = (
  req: PayloadRequest,
  { along, course, tenant }: { along?: SQL; course: string; tenant: string },
): Promise<void> =>
  announce({
    along,
    data: { id: course, collection: 'courses' },
    fact: 'content.changed',
    req,
    tenant,
  })
