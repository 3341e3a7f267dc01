import { randomBytes } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Fields } from '@/domain/catalog/transfer/carried'
import type { PackedCourse, PackedItem } from '@/domain/catalog/transfer/packed'
import type { Subject } from '@/operations/translation/store'

import { rows } from '@/database/transaction'
import { freeSlug } from '@/domain/catalog/slugs'
import { CARRIED } from '@/domain/catalog/transfer/carried'
import { renamedTexts } from '@/domain/catalog/transfer/pack'
import { COURSE_REF } from '@/domain/catalog/transfer/packed'
import { isReference } from '@/domain/catalog/transfer/references'
import { elementIds, unpackFields } from '@/domain/catalog/transfer/unpack'
import { mergeTexts } from '@/operations/translation/store'

import { categoryIds } from './categories'

type Given = {
  /** Fields of the course that the file does not have: who teaches it. */
  also?: Fields
  /** Ids of the files in the school, by their names in the packed course. */
  media: ReadonlyMap<string, string>
  /** False where whoever asked may not add shelves to the catalog: those that are missing are left out. */
  mayAddCategories: boolean
  packed: PackedCourse
  req: PayloadRequest
  tenant: string
}

/** What was written, and which courses that come before it the school does not have. */
export type Made = { id: string; missing: PackedCourse['prerequisites'] }

type Work = Given & { elements: ReturnType<typeof elementIds>; ids: Map<string, string> }

/**
 * Writes a packed course into the school of the running scope, as a draft: sections, draft lessons, quizzes of its own,
 * rules, translations. Its address is its own, or that with a number behind it. Runs in the caller's transaction
 * and past the rules of access: whoever calls has made sure that the asker may add courses. Answers what was made.
 */
export const writeCourse = async (given: Given): Promise<Made> => {
  const { packed } = given
  const before = await prerequisitesOf(given)
  const work: Work = {
    ...given,
    elements: elementIds(() => randomBytes(12).toString('hex')),
    ids: new Map([...given.media, ...(await categoryIds(given))]),
  }
  const course = await writeItself(work, before.found)
  work.ids.set(COURSE_REF, course)
  for (const { fields, ref } of packed.bank) {
    work.ids.set(ref, await create(work, 'bank-questions', { also: { course }, fields }))
  }
  for (const { fields, isPublished, ref } of packed.quizzes) {
    work.ids.set(ref, await create(work, 'quizzes', { fields, isDraft: !isPublished }))
  }
  for (const section of packed.sections) {
    const id = await create(work, 'sections', {
      also: { course, release: null },
      fields: section.fields,
    })
    work.ids.set(section.ref, id)
    for (const { fields, ref } of section.lessons) {
      const also = { course, release: null, section: id }
      work.ids.set(ref, await create(work, 'lessons', { also, fields, isDraft: true }))
    }
  }
  await writeRules(work)
  await writeTranslations(work)

  return { id: course, missing: before.missing }
}

const writeItself = async (work: Work, prerequisites: string[]): Promise<string> => {
  const { also, packed, req, tenant } = work
  await rows(req, sql`select pg_advisory_xact_lock(hashtextextended(${`slugs:${tenant}`}, 0))`)
  const taken = await rows<{ slug: string }>(
    req,
    sql`select slug from courses where tenant_id = ${tenant} and slug is not null`,
  )
  const slug = freeSlug(packed.slug, new Set(taken.map((one) => one.slug)))

  return create(work, 'courses', {
    also: { ...also, slug, prerequisites },
    fields: {
      ...packed.course,
      categories: present(work, packed.course.categories),
      category: present(work, [packed.course.category])[0] ?? null,
    },
    isDraft: true,
  })
}

/** Of shelves that are named, those that are there. */
const present = ({ ids }: Work, named: unknown): unknown[] =>
  (Array.isArray(named) ? named : []).filter((one) => isReference(one) && ids.has(one.$ref))

/** The school's own courses by the addresses of those that come before, and those that it does not have. */
const prerequisitesOf = async ({
  packed: { prerequisites },
  req,
  tenant,
}: Given): Promise<{ found: string[]; missing: PackedCourse['prerequisites'] }> => {
  if (prerequisites.length === 0) {
    return { found: [], missing: [] }
  }
  const slugs = prerequisites.map(({ slug }) => slug)
  const known = await rows<{ id: string; slug: string }>(
    req,
    sql`select id, slug from courses
        where tenant_id = ${tenant} and deleted_at is null and slug = any(${sql.param(slugs)}::text[])`,
  )

  const idOf = (slug: string) => known.find((one) => one.slug === slug)?.id

  return {
    found: slugs.flatMap((slug) => idOf(slug) ?? []),
    missing: prerequisites.filter(({ slug }) => !idOf(slug)),
  }
}

type Written = 'bank-questions' | 'courses' | 'lessons' | 'quizzes' | 'sections'

const create = async (
  { elements, ids, req, tenant }: Work,
  collection: Written,
  { also, fields, isDraft }: { also?: Fields; fields: Fields; isDraft?: boolean },
): Promise<string> => {
  // A field that is empty stays so: what is undefined would get the default of its collection.
  const empty = Object.fromEntries(CARRIED[collection].map((name) => [name, null]))
  const status = isDraft === undefined ? {} : { _status: isDraft ? 'draft' : 'published' }
  const made = await req.payload.create({
    collection,
    data: {
      ...empty,
      ...unpackFields(
        { ...fields, ...('release' in empty && { release: null }) },
        { element: elements.of, row: (ref) => ids.get(ref) },
      ),
      ...also,
      ...status,
      tenant,
    } as never,
    depth: 0,
    draft: isDraft ?? false,
    overrideAccess: true,
    req,
  })

  return made.id
}

/** Rules of release, once everything that they may wait for is there. */
const writeRules = async (work: Work): Promise<void> => {
  const write = async (collection: 'lessons' | 'sections', { fields, ref }: PackedItem) => {
    const id = work.ids.get(ref)
    if (!id || !fields.release) {
      return
    }
    const { release } = unpackFields(
      { release: fields.release },
      { element: work.elements.of, row: (one) => work.ids.get(one) },
    )
    await work.req.payload.update({
      id,
      collection,
      data: { release } as never,
      depth: 0,
      draft: collection === 'lessons',
      overrideAccess: true,
      req: work.req,
    })
  }
  for (const section of work.packed.sections) {
    await write('sections', section)
    for (const lesson of section.lessons) {
      await write('lessons', lesson)
    }
  }
}

const COLLECTIONS: readonly [prefix: string, collection: Subject['collection']][] = [
  [COURSE_REF, 'courses'],
  ['question-', 'bank-questions'],
  ['section-', 'sections'],
  ['lesson-', 'lessons'],
  ['quiz-', 'quizzes'],
]

/** Translations of what was written here; those of files are written with them. */
const writeTranslations = async ({ elements, ids, packed, req, tenant }: Work): Promise<void> => {
  for (const { locale, of, texts } of packed.translations) {
    const collection = COLLECTIONS.find(([prefix]) => of.startsWith(prefix))?.[1]
    const id = ids.get(of)
    if (collection && id) {
      await mergeTexts({
        dropped: [],
        locale,
        req,
        subject: { id, collection },
        tenant,
        texts: renamedTexts(texts, elements.known),
      })
    }
  }
}
