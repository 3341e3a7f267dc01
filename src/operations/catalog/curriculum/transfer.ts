import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Picked } from '@/domain/catalog/curriculum/changes'
import type { CurriculumTree } from '@/domain/catalog/curriculum/tree'

import { row, rows } from '@/database/transaction'
import { moveSections } from '@/domain/catalog/curriculum/arrangement'
import { arrangementOf } from '@/domain/catalog/curriculum/tree'
import { RuleError } from '@/domain/errors'
import { announceAll } from '@hooks/events/announce'

import { announceCourse, writePlaces } from './place'
import { BEGUN, readTree } from '../curriculumTree'

type Work = Picked & {
  /** The section single lessons go to; null for the last one of the course, or a new one. */
  section: null | string
  req: PayloadRequest
  tenant: string
  to: string
  tree: CurriculumTree
}

/**
 * Moves sections and lessons to another course of the school, last in it, both courses being held. Throws
 * lessonsBegun where a learner has begun one of them, and lessonsKept where a pinned cohort has it: what somebody reached
 * stays where they reached it, and can be copied instead. False where the section named is not one of that course.
 */
export const transferItems = async (work: Work): Promise<boolean> => {
  const { req, tenant, to, tree } = work
  const inSections = tree.sections
    .filter(({ id }) => work.sections.includes(id))
    .flatMap(({ lessons }) => lessons.map(({ id }) => id))
  const single = tree.sections
    .flatMap(({ lessons }) => lessons.map(({ id }) => id))
    .filter((id) => work.lessons.includes(id) && !inSections.includes(id))
  await refuseBegun(req, [...inSections, ...single])
  const section = await landingSection(work, single.length > 0)
  if (section === undefined) {
    return false
  }
  await rows(
    req,
    sql`with s as (
          update sections set course_id = ${to}::uuid where id = any(${sql.param(work.sections)}::uuid[])),
        v as (
          update _lessons_v set version_course_id = ${to}::uuid
          where latest and parent_id = any(${sql.param([...inSections, ...single])}::uuid[]))
        update lessons set course_id = ${to}::uuid where id = any(${sql.param([...inSections, ...single])}::uuid[])`,
  )
  await placeLast({ req, section, sections: work.sections, single, to })
  await announceAll({
    data: [...inSections, ...single].map((id) => ({
      id,
      collection: 'lessons',
      left: tree.course.id,
    })),
    fact: 'content.changed',
    req,
    tenant,
  })
  for (const course of [tree.course.id, to]) {
    await announceCourse(req, { course, tenant })
  }

  return true
}

/** Holds the lessons against being begun, and throws lessonsBegun or lessonsKept with the number of those that are. */
const refuseBegun = async (req: PayloadRequest, lessons: string[]): Promise<void> => {
  const ids = sql`${sql.param(lessons)}::uuid[]`
  await rows(req, sql`select id from lessons where id = any(${ids}) order by id for update`)
  const begun = await row<{ count: number }>(
    req,
    sql`select count(*)::int as count from lessons l where l.id = any(${ids}) and ${BEGUN}`,
  )
  if (begun && begun.count > 0) {
    throw new RuleError('lessonsBegun', { count: begun.count })
  }
  const kept = await row<{ count: number }>(
    req,
    sql`select count(distinct lesson_id)::int as count from edition_lessons where lesson_id = any(${ids})`,
  )
  if (kept && kept.count > 0) {
    throw new RuleError('lessonsKept', { count: kept.count })
  }
}

/** Where single lessons go: null where there are none, undefined where the one named is of another course. */
const landingSection = async (
  { req, section, to, tree, ...picked }: Work,
  hasSingle: boolean,
): Promise<null | string | undefined> => {
  const target = await readTree({ course: to, req })
  if (!target || (section && !target.sections.some(({ id }) => id === section))) {
    return undefined
  }
  if (!hasSingle) {
    return null
  }
  const found = section ?? target.sections.at(-1)?.id
  if (found) {
    return found
  }
  const home = tree.sections.find(({ lessons }) =>
    lessons.some(({ id }) => picked.lessons.includes(id)),
  )
  const made = await req.payload.create({
    collection: 'sections',
    data: { course: to, title: home?.title ?? target.course.title } as never,
    depth: 0,
    overrideAccess: false,
    req,
  })

  return made.id
}

const placeLast = async ({
  req,
  section,
  sections,
  single,
  to,
}: {
  req: PayloadRequest
  section: null | string
  sections: readonly string[]
  single: readonly string[]
  to: string
}): Promise<void> => {
  if (section) {
    await rows(
      req,
      sql`with v as (
            update _lessons_v set version_section_id = ${section}::uuid
            where latest and parent_id = any(${sql.param([...single])}::uuid[]))
          update lessons set section_id = ${section}::uuid where id = any(${sql.param([...single])}::uuid[])`,
    )
  }
  const current = arrangementOf((await readTree({ course: to, req }))?.sections ?? [])
  const wanted = moveSections(current, { before: null, sections })
  const landing = wanted.filter(({ id }) => id === section)
  await writePlaces({
    branches: landing.map(({ id, lessons }) => ({
      id,
      lessons: [...lessons.filter((one) => !single.includes(one)), ...single],
    })),
    req,
    sections: wanted.map(({ id }) => id),
  })
}
