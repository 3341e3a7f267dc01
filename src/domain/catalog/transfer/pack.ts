import type { Locale } from '@/domain/tenancy/locales'
import type { Entry, Texts } from '@/domain/translation/texts'

import type { CarriedKind, Fields } from './carried'
import type { Naming } from './localize'
import type { PackedCategory, PackedCourse, PackedItem, PackedMedia } from './packed'

import { namedBy, readRelease } from '../release'
import { carried } from './carried'
import { localize } from './localize'
import { COURSE_REF } from './packed'
import { idsNamed } from './references'

type Document = Fields & { id: string }

/** A course with all that belongs to it, as the rows have it. */
export type WholeCourse = {
  /** The questions of the bank from which its pools draw, in the order in which they were made. */
  bank: readonly Document[]
  /** Those the course stands on, and those above them. */
  categories: readonly {
    description: null | string
    id: string
    name: string
    parent: null | string
    position: number
    slug: string
  }[]
  course: Document & { slug: string }
  /** Where links to pages and courses of the school lead, by the id; true keeps such links as they are. */
  links: ReadonlyMap<string, string> | true
  media: readonly {
    alt: null | string
    filename: string
    id: string
    isPublic: boolean | null
    mimeType: string
  }[]
  prerequisites: readonly { slug: string; title: string }[]
  quizzes: readonly Document[]
  sections: readonly { doc: Document; lessons: readonly Document[] }[]
  translations: readonly { locale: Locale; subject: string; texts: Texts }[]
}

/** Ids of the rows that the documents of a course name; those of its files are among them. */
export const namedIn = ({
  bank,
  course,
  quizzes,
  sections,
}: Pick<WholeCourse, 'bank' | 'course' | 'quizzes' | 'sections'>): string[] =>
  idsNamed([
    carried('courses', course),
    ...sections.map(({ doc, lessons }) => [
      carried('sections', doc),
      ...lessons.map((lesson) => carried('lessons', lesson)),
    ]),
    ...quizzes.map((quiz) => carried('quizzes', quiz)),
    ...bank.map((question) => carried('bank-questions', question)),
  ])

const counted = (kind: string, ids: readonly string[]): [id: string, name: string][] =>
  ids.map((id, at) => [id, `${kind}-${at + 1}`])

/** Makes names on first sight, in the order in which they are asked for. */
const counter = (kind: string) => {
  const names = new Map<string, string>()

  return {
    name: (id: string): string => {
      const name = names.get(id) ?? `${kind}-${names.size + 1}`
      names.set(id, name)

      return name
    },
    known: (id: string): string | undefined => names.get(id),
  }
}

/**
 * A course in its own terms, without ids, times or school. Packing what was unpacked from it gives the same
 * again, in whichever school (see `normalForm`).
 */
export const packCourse = (
  whole: WholeCourse,
): { files: Map<string, string>; packed: PackedCourse } => {
  const { bank, course, quizzes, sections } = whole
  const order = namedIn(whole)
  const inOrderOf = <One extends { id: string }>(rows: readonly One[]): One[] =>
    rows.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
  const media = inOrderOf(whole.media.filter(({ id }) => order.includes(id)))
  const asked = inOrderOf(quizzes)
  const shelves = whole.categories.toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
  const names = new Map([
    ...counted(
      'section',
      sections.map(({ doc }) => doc.id),
    ),
    ...counted(
      'lesson',
      sections.flatMap(({ lessons }) => lessons.map(({ id }) => id)),
    ),
    ...counted(
      'quiz',
      asked.map(({ id }) => id),
    ),
    ...counted(
      'question',
      bank.map(({ id }) => id),
    ),
    ...counted(
      'media',
      media.map(({ id }) => id),
    ),
    ...counted(
      'category',
      shelves.map(({ id }) => id),
    ),
  ])
  const elements = counter('e')
  const naming: Naming = {
    element: elements.name,
    link: (id) => (whole.links === true ? true : (whole.links.get(id) ?? null)),
    row: (id) => names.get(id),
  }
  const item = (kind: CarriedKind, doc: Document): PackedItem => ({
    fields: localize(withRule(carried(kind, doc), names), naming) as Fields,
    ref: names.get(doc.id) ?? COURSE_REF,
  })
  const packed = {
    slug: course.slug,
    bank: bank.map((question) => item('bank-questions', question)),
    categories: shelves.map((shelf) => packShelf(shelf, names)),
    course: item('courses', course).fields,
    media: media.map((file) => packFile(file, names)),
    prerequisites: whole.prerequisites.map(({ slug, title }) => ({ slug, title })),
    quizzes: asked.map((quiz) => ({
      ...item('quizzes', quiz),
      isPublished: quiz._status === 'published',
    })),
    sections: sections.map(({ doc, lessons }) => ({
      ...item('sections', doc),
      lessons: lessons.map((lesson) => item('lessons', lesson)),
    })),
  }
  names.set(course.id, COURSE_REF)
  const translations = whole.translations
    .flatMap(({ locale, subject, texts }) => {
      const of = names.get(subject)
      const kept = of === undefined ? {} : renamedTexts(texts, elements.known)

      return of !== undefined && Object.keys(kept).length > 0 ? [{ locale, of, texts: kept }] : []
    })
    .sort((a, b) => (`${a.of} ${a.locale}` < `${b.of} ${b.locale}` ? -1 : 1))

  return {
    files: new Map(media.map(({ id }) => [names.get(id) ?? '', id])),
    packed: { ...packed, translations },
  }
}

/** Leaves out a rule of release that waits for what is not there any more. */
const withRule = (fields: Fields, names: ReadonlyMap<string, string>): Fields => {
  const rule = readRelease(fields.release)
  const isWhole = rule !== null && namedBy(rule).every((id) => names.has(id))

  return { ...fields, release: isWhole ? rule : undefined }
}

const packShelf = (
  { id, name, slug, description, parent, position }: WholeCourse['categories'][number],
  names: ReadonlyMap<string, string>,
): PackedCategory => {
  const above = parent ? names.get(parent) : undefined

  return {
    name,
    slug,
    ...(description && { description }),
    ...(above && { parent: above }),
    position,
    ref: names.get(id) ?? '',
  }
}

const packFile = (
  { id, alt, filename, isPublic, mimeType }: WholeCourse['media'][number],
  names: ReadonlyMap<string, string>,
): PackedMedia => ({
  ...(alt && { alt }),
  filename,
  isPublic: isPublic ?? false,
  mimeType,
  ref: names.get(id) ?? '',
})

/** Ids that Payload gives to rows and blocks. */
const ELEMENT_ID = /^[\da-f]{24}$/

/**
 * The key of a text with `rename` for the rows and blocks on its way; null where one of them is not in the document
 * any more.
 */
export const renamedKey = (
  key: string,
  rename: (id: string) => string | undefined,
): null | string => {
  const [path = '', ...digest] = key.split('#')
  const made = path.split('.').map((step) => rename(step) ?? (ELEMENT_ID.test(step) ? null : step))

  return made.includes(null) ? null : [made.join('.'), ...digest].join('#')
}

/** Texts under the keys that `rename` gives them, in the order of those. */
export const renamedTexts = (
  texts: Texts,
  rename: (id: string) => string | undefined,
): Record<string, Entry> =>
  Object.fromEntries(
    Object.entries(texts)
      .flatMap(([key, entry]): [string, Entry][] => {
        const name = renamedKey(key, rename)

        return name !== null && entry ? [[name, { from: entry.from, text: entry.text }]] : []
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
