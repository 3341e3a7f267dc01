import type { PackedCourse } from '@/domain/catalog/transfer/packed'

import { COURSE_REF } from '@/domain/catalog/transfer/packed'

import { refuse } from './refused'

/** Refuses names that two rows of a packed course have, and names used in it that none has. */
export const requireNames = ({
  bank,
  categories,
  media,
  quizzes,
  sections,
  ...packed
}: PackedCourse): void => {
  const rows = [{ ref: COURSE_REF }, ...bank, ...categories, ...media, ...quizzes, ...sections]
  const names = [...rows, ...sections.flatMap(({ lessons }) => lessons)].map((one) => one.ref)
  const known = new Set(names)
  const used = JSON.stringify([packed.course, bank, quizzes, sections]).matchAll(
    /"\$ref":"([^"]*)"/g,
  )
  const unknown = [
    ...[...used].map(([, name]) => name ?? ''),
    ...categories.flatMap(({ parent }) => parent ?? []),
    ...packed.translations.map(({ of }) => of),
  ].find((name) => !known.has(name))
  if (unknown !== undefined || known.size !== names.length) {
    throw refuse('referenceUnknown', { path: unknown })
  }
}
