import type { PayloadRequest } from 'payload'
import type { z } from 'zod'

import type { CarriedKind } from '@/domain/catalog/transfer/carried'
import type { PackedCourse } from '@/domain/catalog/transfer/packed'

import { CARRIED } from '@/domain/catalog/transfer/carried'
import { COURSE_FORMAT } from '@/domain/catalog/transfer/packed'

import type { Archive } from './archive'

import { memberBytes } from './archive'
import { conform } from './conform'
import { readManifest } from './manifest'
import { requireNames } from './names'
import { parsed } from './parsed'
import { refuse } from './refused'
import { SHAPES } from './shapes'

/** Bytes of any JSON but the manifest. */
const LARGEST_PART = 32 * 1024 * 1024

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
  // Files from before pools came along have none.
  const isBank = said.members.some(({ name }) => name === 'bank.json')
  const bank = (isBank ? await part('bank', SHAPES.bank) : []).map((question) =>
    own('bank-questions', question, question.ref),
  )
  const packed = {
    slug: address,
    bank,
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
