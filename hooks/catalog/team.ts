import type { CollectionBeforeChangeHook } from 'payload'

import { Forbidden } from 'payload'

import { idOf } from '@/domain/ids'
import { mayOn } from '@/operations/catalog/team/rights'

type Relation = string | { id: string }

type Part = { course?: null | Relation }

const courseOf = (part: unknown): null | string => {
  const course = (part as null | Part | undefined)?.course

  return course ? idOf(course) : null
}

/** 403 where somebody puts a part into a course that is not theirs to write. */
export const keepToOwnCourses: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const to = courseOf(data)
  if (to && to !== courseOf(originalDoc) && !(await mayOn(req, 'write', to))) {
    throw new Forbidden(req.t)
  }
}

type Course = { deletedAt?: null | string; id?: string }

/** 403 where somebody who does not lead a course moves it to the trash, or takes it out. */
export const keepTrashToLeads: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const before = originalDoc as Course | undefined
  const isMoved =
    'deletedAt' in data && Boolean((data as Course).deletedAt) !== Boolean(before?.deletedAt)
  if (before?.id && isMoved && !(await mayOn(req, 'publish', before.id))) {
    throw new Forbidden(req.t)
  }
}
