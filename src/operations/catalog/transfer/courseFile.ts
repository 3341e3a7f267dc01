import type { PayloadRequest } from 'payload'

import { z } from 'zod'

import type { CarriedKind } from '@/domain/catalog/transfer/carried'
import type { PackedCourse } from '@/domain/catalog/transfer/packed'

import { CARRIED } from '@/domain/catalog/transfer/carried'
import { BUNDLE_FORMAT, COURSE_FORMAT, FORMAT_VERSION } from '@/domain/catalog/transfer/packed'
import { LOCALES } from '@/domain/tenancy/locales'

import type { Archive } from './archive'

import { memberBytes } from './archive'
import { conform } from './conform'
import { refuse } from './refused'

/** The member of every file that says what it is. */
export const MANIFEST = 'manifest.json'

/** Bytes of a manifest and of all other JSON. */
const LARGEST_MANIFEST = 4 * 1024 * 1024
const LARGEST_PART = 32 * 1024 * 1024

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

const manifest = z.discriminatedUnion('format', [
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

export type Manifest = z.output<typeof manifest>

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

const SHAPES = {
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
          z.literal('course'),
          z.string().regex(/^(?:lesson|media|quiz|section)-\d{1,5}$/),
        ]),
        texts: z.record(text(500), z.object({ from: text(50_000), text: text(50_000) })),
      }),
    )
    .max(20_000),
}

const parsed = <Shape extends z.ZodType>(
  shape: Shape,
  bytes: Buffer,
  name: string,
): z.output<Shape> => {
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw refuse('contentBroken', { path: name })
  }
  const found = shape.safeParse(value)
  if (!found.success) {
    const [issue] = found.error.issues
    throw refuse('contentBroken', { path: [name, ...(issue?.path ?? [])].join('.') })
  }

  return found.data
}

const isKnown = (value: unknown): value is { format: string; version: unknown } =>
  typeof value === 'object' &&
  value !== null &&
  'format' in value &&
  [COURSE_FORMAT, BUNDLE_FORMAT].includes(String(value.format)) &&
  'version' in value

/** What a file says it is; refuses other formats and versions, and members that are not listed or not there. */
export const readManifest = async (archive: Archive): Promise<Manifest> => {
  if (!archive.entries.has(MANIFEST)) {
    throw refuse('formatUnknown')
  }
  const bytes = await memberBytes(archive, MANIFEST, { most: LARGEST_MANIFEST })
  const said = parsed(z.unknown(), bytes, MANIFEST)
  if (!isKnown(said)) {
    throw refuse('formatUnknown')
  }
  if (said.version !== FORMAT_VERSION) {
    throw refuse('versionUnknown', { path: String(said.version) })
  }
  const found = parsed(manifest, bytes, MANIFEST)
  const listed = new Set(found.members.map(({ name }) => name))
  const extra = [...archive.entries.keys()].find((name) => name !== MANIFEST && !listed.has(name))
  const lost = found.members.find(({ name, size }) => archive.entries.get(name)?.size !== size)
  if (extra !== undefined || lost || listed.size !== found.members.length) {
    throw refuse('fileMissing', { path: extra ?? lost?.name ?? MANIFEST })
  }

  return found
}

/** A packed course as its file has it: each of its files with the member that holds its bytes, and their digest. */
export type CourseFile = {
  members: ReadonlyMap<string, { name: string; sha256: string; size: number }>
  packed: PackedCourse
}

/**
 * Reads and checks the file of one course. Refused is whatever the editor of the school could not have written itself:
 * unknown kinds, ids of rows, unsafe texts and addresses, names that nothing in the file has.
 */
export const readCourseFile = async (
  archive: Archive,
  req: PayloadRequest,
): Promise<CourseFile> => {
  const said = await readManifest(archive)
  if (said.format !== COURSE_FORMAT) {
    throw refuse('formatUnknown')
  }
  const member = (name: string) => {
    const found = said.members.find((one) => one.name === name)
    if (!found) {
      throw refuse('fileMissing', { path: name })
    }

    return found
  }
  const part = async <Shape extends z.ZodType>(
    name: keyof typeof SHAPES,
    shape: Shape,
  ): Promise<z.output<Shape>> => {
    const file = `${name}.json`
    const { sha256 } = member(file)

    return parsed(shape, await memberBytes(archive, file, { most: LARGEST_PART, sha256 }), file)
  }
  const {
    slug: address,
    categories,
    fields: itself,
    prerequisites,
  } = await part('course', SHAPES.course)
  const media = await part('media', SHAPES.media)
  const own = (kind: CarriedKind, one: { fields: Record<string, unknown> }, path: string) => ({
    ...one,
    fields: conform({
      data: one.fields,
      fields: req.payload.collections[kind].config.fields,
      only: CARRIED[kind],
      path,
    }),
  })
  const sections = (await part('sections', SHAPES.sections)).map((section) => ({
    ...own('sections', section, section.ref),
    lessons: section.lessons.map((lesson) => own('lessons', lesson, lesson.ref)),
  }))
  const quizzes = (await part('quizzes', SHAPES.quizzes)).map((quiz) =>
    own('quizzes', quiz, quiz.ref),
  )
  const packed = {
    slug: address,
    categories,
    course: own('courses', { fields: itself }, 'course').fields,
    media: media.map(({ alt, filename, isPublic, mimeType, ref: name }) => ({
      ...(alt && { alt }),
      filename,
      isPublic,
      mimeType,
      ref: name,
    })),
    prerequisites,
    quizzes,
    sections,
    translations: await part('translations', SHAPES.translations),
  } as PackedCourse
  requireNames(packed)

  return { members: new Map(media.map((one) => [one.ref, member(one.file)])), packed }
}

/** Refuses names that two rows have, and names that none has. */
const requireNames = ({ categories, media, quizzes, sections, ...packed }: PackedCourse): void => {
  const rows = [...categories, ...media, ...quizzes, ...sections]
  const names = [...rows, ...sections.flatMap(({ lessons }) => lessons)].map((one) => one.ref)
  const known = new Set(names)
  const used = JSON.stringify([packed.course, quizzes, sections]).matchAll(/"\$ref":"([^"]*)"/g)
  const unknown = [
    ...[...used].map(([, name]) => name ?? ''),
    ...categories.flatMap(({ parent }) => parent ?? []),
    ...packed.translations.flatMap(({ of }) => (of === 'course' ? [] : [of])),
  ].find((name) => !known.has(name))
  if (unknown !== undefined || known.size !== names.length) {
    throw refuse('referenceUnknown', { path: unknown })
  }
}
