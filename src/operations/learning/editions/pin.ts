import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row, rows } from '@/database/transaction'
import { filesIn } from '@/domain/learning/editions'
import { announce } from '@hooks/events/announce'

import { standingNow } from './standing'

type Work = { cohort: string; req: PayloadRequest; tenant: string }

type Held = { course: string; edition: null | string }

/** Holds a cohort's course, with all that is in it, and the cohort; null where there is no such cohort. */
const hold = async ({ cohort, req }: Omit<Work, 'tenant'>): Promise<Held | null> => {
  const found = await row<{ course: string }>(
    req,
    sql`select course_id as course from cohorts where id = ${cohort}`,
  )
  if (!found) {
    return null
  }
  await row(
    req,
    sql`with c as (select id from courses where id = ${found.course} for no key update),
          s as (select id from sections where course_id = (select id from c) order by id for no key update),
          l as (select id from lessons where course_id = (select id from c) order by id for no key update)
        select (select count(*) from s), (select count(*) from l)`,
  )
  const held = await row<Held>(
    req,
    sql`select course_id as course, edition_id as edition from cohorts where id = ${cohort} for no key update`,
  )

  return held ?? null
}

/** The published lessons of a course as the API reads them, each with its files. */
const documentsOf = async (course: string, req: PayloadRequest) => {
  const { docs } = await req.payload.db.find<{ id: string } & Parameters<typeof filesIn>[0]>({
    collection: 'lessons',
    limit: 0,
    pagination: false,
    req,
    where: { course: { equals: course } },
  })

  return docs.map((document) => ({ id: document.id, document, files: filesIn(document) }))
}

/**
 * The edition of a course as it stands: the one there is where nothing is different from it, else a new one. The course is
 * held, so that two at once are one.
 */
const editionNow = async (
  course: string,
  { author, req, tenant }: Omit<Work, 'cohort'> & { author: null | string },
): Promise<string> => {
  const documents = await documentsOf(course, req)
  const made = await row<{ id: string }>(
    req,
    sql`with ${standingNow(course)},
        there as (select e.id from course_editions e, digest_now n where e.course_id = ${course} and e.digest = n.digest),
        made as (
          insert into course_editions (id, tenant_id, course_id, number, digest, sections, author_id)
          select uuidv7(), ${tenant}::uuid, ${course}::uuid,
            (select coalesce(max(e.number), 0) + 1 from course_editions e where e.course_id = ${course}), n.digest,
            (select coalesce(jsonb_agg(s.kept order by s.place), '[]') from sections_now s), ${author}::uuid
          from digest_now n where not exists (select 1 from there) returning id),
        filled as (
          insert into edition_lessons (id, tenant_id, course_id, edition_id, lesson_id, section, place, is_dripped, digest, version,
            facts, document, texts, files)
          select uuidv7(), ${tenant}::uuid, ${course}::uuid, m.id, l.id, l.section, l.place, l.is_dripped, l.digest, l.version,
            l.facts, d.document, l.texts, d.files
          from made m cross join lessons_now l
          join jsonb_to_recordset(${JSON.stringify(documents)}::jsonb) as d (id uuid, document jsonb, files jsonb) on d.id = l.id)
        select id from there union all select id from made`,
  )
  if (!made) {
    throw new Error('An edition vanished while it was made.')
  }

  return made.id
}

/** Removes an edition that no cohort keeps any more; its course is held. */
const drop = async (edition: string, req: PayloadRequest): Promise<void> => {
  const unused = sql`not exists (select 1 from cohorts k where k.edition_id = ${edition})`
  await rows(req, sql`delete from edition_lessons where edition_id = ${edition} and ${unused}`)
  await rows(req, sql`delete from course_editions where id = ${edition} and ${unused}`)
}

/** Lets a cohort keep an edition, or none; answers whether that is another one than before. */
const keep = async (
  { cohort, req, tenant }: Work,
  {
    author,
    before,
    edition,
  }: { author: null | string; before: null | string; edition: null | string },
): Promise<boolean> => {
  if (edition === before) {
    return false
  }
  await rows(
    req,
    sql`update cohorts set edition_id = ${edition}::uuid, updated_at = now(),
          pinned_at = case when ${edition !== null} then now() end, pinned_by_id = ${edition && author}::uuid
        where id = ${cohort}`,
  )
  if (before) {
    await drop(before, req)
  }
  await rows(
    req,
    sql`update enrollments set next_release_at = now() where cohort_id = ${cohort} and status = 'active'`,
  )
  await announce({ data: { cohort }, fact: 'cohort.editionChanged', req, tenant })

  return true
}

/** The account of whoever asks, where it is one of the school. */
const authorOf = async ({ req, tenant }: Omit<Work, 'cohort'>): Promise<null | string> => {
  const found = await row<{ id: string }>(
    req,
    sql`select id from users where id = ${req.user?.id ?? null}::uuid and tenant_id = ${tenant}::uuid`,
  )

  return found?.id ?? null
}

/**
 * Pins a cohort to its course as it stands now: its learners have that edition from here on. Again and again at once it
 * is one edition, shared with every cohort that keeps the same. Answers whether something is different by this; null
 * where there is no such cohort. Runs in the caller's transaction.
 */
export const pinCohort = async (work: Work): Promise<boolean | null> => {
  const held = await hold(work)
  if (!held) {
    return null
  }
  const author = await authorOf(work)
  const edition = await editionNow(held.course, { ...work, author })

  return keep(work, { author, before: held.edition, edition })
}

/**
 * Has a cohort follow its course again. Answers whether it was pinned; null where there is no such cohort. Runs in the
 * caller's transaction.
 */
export const followCourse = async (work: Work): Promise<boolean | null> => {
  const held = await hold(work)

  return held && keep(work, { author: null, before: held.edition, edition: null })
}
