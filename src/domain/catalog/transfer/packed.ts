import type { Locale } from '@/domain/tenancy/locales'
import type { Texts } from '@/domain/translation/texts'

import type { Fields } from './carried'

/** What the manifest of a file with one course says it is, and that of a file with many. */
export const COURSE_FORMAT = 'lectern.course'
export const BUNDLE_FORMAT = 'lectern.courses'

/** The version of both that is written, and the only one that is read. */
export const FORMAT_VERSION = 1

/** A shelf of the catalog; `parent` names another by its ref. */
export type PackedCategory = {
  description?: string
  name: string
  parent?: string
  position: number
  ref: string
  slug: string
}

/** An uploaded file, apart from its bytes. */
export type PackedMedia = {
  alt?: string
  filename: string
  isPublic: boolean
  mimeType: string
  ref: string
}

export type PackedItem = { fields: Fields; ref: string }

/**
 * A course without ids, times or school: documents point at one another by `{ $ref }`, rows and blocks
 * within them have names that are counted.
 */
export type PackedCourse = {
  /** Questions of the bank from which its pools draw. */
  bank: PackedItem[]
  categories: PackedCategory[]
  course: Fields
  media: PackedMedia[]
  /** Courses that come before, by their address and title. */
  prerequisites: { slug: string; title: string }[]
  quizzes: (PackedItem & { isPublished: boolean })[]
  sections: (PackedItem & { lessons: PackedItem[] })[]
  slug: string
  translations: { locale: Locale; of: string; texts: Texts }[]
}

/** The name by which translations call the course itself. */
export const COURSE_REF = 'course'

/**
 * What two copies of a course have in common: all but the addresses and file names that a school may have had to
 * give anew. Equal courses have equal normal forms.
 */
export const normalForm = ({
  bank,
  categories,
  course,
  media,
  prerequisites,
  quizzes,
  sections,
  translations,
}: PackedCourse) => ({
  bank,
  categories,
  course,
  media: media.map(({ alt, isPublic, mimeType, ref }) => ({ alt, isPublic, mimeType, ref })),
  prerequisites: prerequisites.map(({ title }) => title),
  quizzes,
  sections,
  translations,
})
