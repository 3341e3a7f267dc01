import type { PayloadRequest } from 'payload'

import type { Locale } from '@/domain/tenancy/locales'
import type { Extent } from '@/domain/translation/texts'

import { idOf } from '@/domain/ids'
import { compare, extentOf, segmentsOf } from '@/domain/translation/texts'

import type { Subject } from './store'

import { languagesOf, textsOfAll } from './store'

/** A document of a course, and how far it is in each language. */
type Overviewed = Subject & { extents: Partial<Record<Locale, Extent>>; title: string }

export type Overview = { items: Overviewed[]; languages: Locale[] }

type Document = { id: string; title?: null | string }
type Listed = { collection: Subject['collection']; doc: Document }

/** Most documents of one collection that an overview looks at. */
const MOST = 500

/** A course with its sections, lessons and quizzes in the order of the course, and how far each is translated. */
export const courseOverview = async ({
  course,
  req,
  tenant,
}: {
  course: string
  req: PayloadRequest
  tenant: string
}): Promise<Overview> => {
  const { languages } = await languagesOf({ req, tenant })
  const listed = await documentsOf({ course, req })
  const found = new Map<string, Awaited<ReturnType<typeof textsOfAll>>>()
  for (const collection of ['courses', 'sections', 'lessons', 'quizzes'] as const) {
    const ids = listed.filter((one) => one.collection === collection).map(({ doc }) => doc.id)
    for (const one of await textsOfAll({ collection, ids, req })) {
      found.set(one.subject, [...(found.get(one.subject) ?? []), one])
    }
  }

  return {
    items: listed.map(({ collection, doc }) => {
      const segments = segmentsOf(collection, doc)
      const extentIn = (locale: Locale) =>
        extentOf(
          compare(segments, found.get(doc.id)?.find((one) => one.locale === locale)?.texts ?? {}),
        )

      return {
        id: doc.id,
        collection,
        extents: Object.fromEntries(languages.map((locale) => [locale, extentIn(locale)])),
        title: doc.title ?? '',
      }
    }),
    languages,
  }
}

const documentsOf = async ({
  course,
  req,
}: {
  course: string
  req: PayloadRequest
}): Promise<Listed[]> => {
  const asked = {
    depth: 0,
    limit: MOST,
    pagination: false,
    req,
  } as const
  const where = { course: { equals: course } }
  const [whole] = (
    await req.payload.find({
      ...asked,
      collection: 'courses',
      draft: true,
      overrideAccess: true,
      where: { id: { equals: course } },
    })
  ).docs
  const sections = await req.payload.find({
    ...asked,
    collection: 'sections',
    overrideAccess: true,
    sort: '_sections_sections_order',
    where,
  })
  const lessons = await req.payload.find({
    ...asked,
    collection: 'lessons',
    draft: true,
    overrideAccess: true,
    sort: '_lessons_lessons_order',
    where,
  })
  const ids = lessons.docs.flatMap(({ quiz }) => (quiz ? [idOf(quiz)] : []))
  const quizzes = await req.payload.find({
    ...asked,
    collection: 'quizzes',
    draft: true,
    overrideAccess: true,
    where: { id: { in: ids } },
  })
  const lessonsOf = (section: string): Listed[] =>
    lessons.docs
      .filter((lesson) => idOf(lesson.section) === section)
      .flatMap((doc): Listed[] => [
        { collection: 'lessons', doc },
        ...quizzes.docs
          .filter(({ id }) => doc.quiz && idOf(doc.quiz) === id)
          .map((quiz): Listed => ({ collection: 'quizzes', doc: quiz })),
      ])

  return [
    ...(whole ? [{ collection: 'courses' as const, doc: whole }] : []),
    ...sections.docs.flatMap((doc): Listed[] => [
      { collection: 'sections', doc },
      ...lessonsOf(doc.id),
    ]),
  ]
}
