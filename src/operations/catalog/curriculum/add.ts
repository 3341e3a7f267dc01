import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { NewLesson, NewPart, Picked } from '@/domain/catalog/curriculum/changes'
import type { CurriculumTree } from '@/domain/catalog/curriculum/tree'

import { rows } from '@/database/transaction'
import { moveLessons, moveSections } from '@/domain/catalog/curriculum/arrangement'
import { arrangementOf } from '@/domain/catalog/curriculum/tree'
import { homeOfFile, SCORM_TYPE } from '@/domain/catalog/lessons/kinds'

import { writePlaces } from './place'
import { readTree } from '../curriculumTree'

type Given = { course: string; req: PayloadRequest }

/**
 * Writes new sections and draft lessons, in the order given: after the row of the id `after`, else last in
 * their section and course. A lesson made of a file takes its kind from it. Null where a section or a file
 * that is named is not there.
 */
export const addParts = async ({
  after,
  parts,
  tree,
  ...given
}: Given & {
  after?: string
  parts: readonly NewPart[]
  tree: CurriculumTree
}): Promise<null | Picked> => {
  const known = new Set(tree.sections.map(({ id }) => id))
  const types = await typesOf(given.req, parts)
  const isMissing = parts.some(
    ({ lessons, section }) =>
      (section !== undefined && !known.has(section)) ||
      lessons.some(({ media }) => media !== undefined && !types.has(media)),
  )
  if (isMissing) {
    return null
  }
  const made: Picked = { lessons: [], sections: [] }
  for (const { lessons, section, title } of parts) {
    const home = section ?? (await addSection(given, title ?? ''))
    made.sections.push(...(section ? [] : [home]))
    for (const lesson of lessons) {
      made.lessons.push(await addLesson(given, { ...lesson, section: home, types }))
    }
  }
  if (after) {
    await putAfter({ ...given, after, made })
  }

  return made
}

const typesOf = async (
  req: PayloadRequest,
  parts: readonly NewPart[],
): Promise<Map<string, string>> => {
  const ids = parts.flatMap(({ lessons }) => lessons.flatMap(({ media }) => media ?? []))
  const found =
    ids.length > 0
      ? await rows<{ id: string; type: null | string }>(
          req,
          sql`select id, case when scorm is not null then ${SCORM_TYPE} else mime_type end as type from media where id = any(${sql.param(ids)}::uuid[])`,
        )
      : []

  return new Map(found.map(({ id, type }) => [id, type ?? '']))
}

const addSection = async ({ course, req }: Given, title: string): Promise<string> => {
  const made = await req.payload.create({
    collection: 'sections',
    data: { course, title } as never,
    depth: 0,
    overrideAccess: false,
    req,
  })

  return made.id
}

const addLesson = async (
  { course, req }: Given,
  {
    kind,
    media,
    section,
    title,
    types,
  }: NewLesson & { section: string; types: ReadonlyMap<string, string> },
): Promise<string> => {
  const home = homeOfFile((media && types.get(media)) || '')
  const content = media ? contentOf({ field: home.field, media, title }) : {}
  const made = await req.payload.create({
    collection: 'lessons',
    data: {
      ...content,
      _status: 'draft',
      course,
      kind: media ? home.kind : kind,
      section,
      title,
    } as never,
    depth: 0,
    draft: true,
    overrideAccess: false,
    req,
  })

  return made.id
}

/** What a lesson made of a file holds. */
const contentOf = ({
  field,
  media,
  title,
}: {
  field: ReturnType<typeof homeOfFile>['field']
  media: string
  title: string
}): object => {
  switch (field) {
    case 'body':
      return { body: bodyOf(media) }
    case 'resources':
      return { resources: [{ blockType: 'file', file: media, title }] }
    default:
      return { [field]: media }
  }
}

/** A text that is one image, in its place. */
const bodyOf = (media: string): object => ({
  root: {
    type: 'root',
    children: [
      {
        id: media.replaceAll('-', '').slice(-24),
        type: 'upload',
        fields: {},
        format: '',
        relationTo: 'media',
        value: media,
        version: 3,
      },
    ],
    direction: null,
    format: '',
    indent: 0,
    version: 1,
  },
})

/** Puts what was made right after a lesson or a section, instead of last. */
const putAfter = async ({
  after,
  course,
  made,
  req,
}: Given & { after: string; made: Picked }): Promise<void> => {
  const fresh = await readTree({ course, req })
  const current = arrangementOf(fresh?.sections ?? [])
  const branch = current.find(({ id, lessons }) => id === after || lessons.includes(after))
  if (!branch) {
    return
  }
  const own = made.lessons.filter((id) => branch.lessons.includes(id))
  const next = after === branch.id ? 0 : branch.lessons.indexOf(after) + 1
  const order = current.map(({ id }) => id)
  const wanted = moveSections(
    moveLessons(current, {
      before: branch.lessons[next] ?? null,
      lessons: own,
      section: branch.id,
    }),
    { before: order[order.indexOf(branch.id) + 1] ?? null, sections: made.sections },
  )
  await writePlaces({
    branches: wanted.filter(({ id }) => id === branch.id),
    req,
    sections: wanted.map(({ id }) => id),
  })
}
