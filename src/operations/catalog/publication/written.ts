import type { Course, Lesson } from '@payload-types'
import type { PayloadRequest } from 'payload'

import type { DeadLink } from '@/domain/catalog/publication/checklist'
import type { Link } from '@/domain/catalog/publication/links'

import { linksIn } from '@/domain/catalog/publication/links'

/** A lesson as it was last saved, published or not. */
export type WrittenLesson = Pick<
  Lesson,
  | 'audio'
  | 'body'
  | 'captions'
  | 'embedUrl'
  | 'id'
  | 'isPreview'
  | 'kind'
  | 'resources'
  | 'slides'
  | 'title'
  | 'video'
>

/** A course and its lessons as they were last saved, published or not. */
export type Written = {
  course: Partial<Pick<Course, 'cover' | 'description' | 'outcomes' | 'summary'>>
  lessons: WrittenLesson[]
}

/** Reads a course and its lessons as their authors last left them. */
export const newestOf = async (req: PayloadRequest, id: string): Promise<Written> => {
  const given = {
    depth: 0,
    draft: true,
    pagination: false,
    req,
  } as const
  const { docs: courses } = await req.payload.find({
    ...given,
    collection: 'courses',
    joins: false,
    overrideAccess: true,
    select: { cover: true, description: true, outcomes: true, summary: true },
    where: { id: { equals: id } },
  })
  const { docs: lessons } = await req.payload.find({
    ...given,
    collection: 'lessons',
    limit: 0,
    overrideAccess: true,
    select: {
      audio: true,
      body: true,
      captions: true,
      embedUrl: true,
      isPreview: true,
      kind: true,
      resources: true,
      slides: true,
      title: true,
      video: true,
    },
    sort: 'createdAt',
    where: { course: { equals: id } },
  })

  return { course: courses[0] ?? {}, lessons }
}

/** Every link of a course and its lessons, with the field in which it stands. */
export const linksOf = ({ course, lessons }: Written): (Omit<DeadLink, 'url'> & { link: Link })[] =>
  [
    { field: 'description', value: course.description as unknown },
    ...lessons.flatMap(({ id, body, embedUrl, kind, resources, title }) => [
      { field: 'body', lesson: { id, title }, value: body },
      { field: 'resources', lesson: { id, title }, value: resources },
      ...(kind === 'embed'
        ? [{ field: 'embedUrl', lesson: { id, title }, value: { url: embedUrl } }]
        : []),
    ]),
  ].flatMap(({ value, ...where }) => linksIn(value).map((link) => ({ ...where, link })))
