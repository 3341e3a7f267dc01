import type { DocumentViewServerProps } from 'payload'

import { readTree } from '@/operations/catalog/curriculumTree'

import { Opening } from './curriculum/Opening'

/** The curriculum of a course, in a tab beside its form; read along for those who may change it. */
export const CurriculumPage = async ({ initPageResult }: DocumentViewServerProps) => {
  const { docID, permissions, req } = initPageResult
  const mayEdit = permissions.collections?.courses?.update
  const course = String(docID)
  const initial = mayEdit ? await readTree({ course, req }) : null

  return <Opening course={course} initial={initial} />
}
