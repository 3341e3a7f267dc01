import { z } from 'zod'

import {
  BUNDLE_FORMAT,
  COURSE_FORMAT,
  COURSE_REF,
  FORMAT_VERSION,
} from '@/domain/catalog/transfer/packed'
import { LOCALES } from '@/domain/tenancy/locales'

const ref = (kind: string) => z.string().regex(new RegExp(`^${kind}-\\d{1,5}$`))
const text = (most: number) =>
  z
    .string()
    .max(most)
    .refine((one) => !one.includes('\u0000'))
const title = text(300)
const slug = z
  .string()
  .max(63)
  .regex(/^[a-z\d][a-z\d-]*$/)
const digest = z.string().regex(/^[\da-f]{64}$/)
const fields = z.record(z.string(), z.unknown())

const member = z.object({ name: text(500), sha256: digest, size: z.number().int().min(0) })

/** What the manifest of a file says, of one course or of several; `size` of a member in bytes, `sha256` in hex. */
export const MANIFEST_SHAPE = z.discriminatedUnion('format', [
  z.object({
    format: z.literal(COURSE_FORMAT),
    members: z.array(member).max(5000),
    title,
    version: z.literal(FORMAT_VERSION),
  }),
  z.object({
    courses: z.array(z.object({ file: text(500), title })).max(5000),
    format: z.literal(BUNDLE_FORMAT),
    members: z.array(member).max(5000),
    version: z.literal(FORMAT_VERSION),
  }),
])

const mediaFile = z.object({
  alt: text(300).optional(),
  file: text(200),
  filename: text(200).refine((one) => /^[^/\\\u0000-\u001f]+$/.test(one)),
  isPublic: z.boolean(),
  mimeType: text(100),
  ref: ref('media'),
})

const category = z.object({
  name: text(60),
  slug,
  description: text(300).optional(),
  parent: ref('category').optional(),
  position: z.number().int().min(0).max(10_000),
  ref: ref('category'),
})

/**
 * The parts of a course's file, by their names without `.json`. What is in `fields` is not checked here: it has to conform
 * to the collection that it is for.
 */
export const SHAPES = {
  bank: z.array(z.object({ fields, ref: ref('question') })).max(5000),
  course: z.object({
    slug,
    categories: z.array(category).max(50),
    fields,
    prerequisites: z.array(z.object({ slug, title })).max(10),
  }),
  media: z.array(mediaFile).max(4000),
  quizzes: z.array(z.object({ fields, isPublished: z.boolean(), ref: ref('quiz') })).max(1000),
  sections: z
    .array(
      z.object({
        fields,
        lessons: z.array(z.object({ fields, ref: ref('lesson') })).max(1000),
        ref: ref('section'),
      }),
    )
    .max(500),
  translations: z
    .array(
      z.object({
        locale: z.enum(LOCALES),
        of: z.union([
          z.literal(COURSE_REF),
          z.string().regex(/^(?:lesson|media|question|quiz|section)-\d{1,5}$/),
        ]),
        texts: z.record(text(500), z.object({ from: text(50_000), text: text(50_000) })),
      }),
    )
    .max(20_000),
}
