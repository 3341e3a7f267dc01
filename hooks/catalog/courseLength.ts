import type { FieldHook } from 'payload'

import { courseLength } from '@/operations/catalog/courseLength'

/** `durationMinutes` is undefined where it was not asked for. */
type Read = { durationMinutes?: null | number; id?: string }

/** How long a course takes, in seconds: what its author says, else the length of its published lessons. */
export const lengthOfCourse: FieldHook = async ({ data, req }) => {
  const { id, durationMinutes } = (data ?? {}) as Read
  if (durationMinutes) {
    return durationMinutes * 60
  }
  if (!id) {
    return null
  }
  const { ofLessons, stated } = await courseLength({ course: id, req })

  return (durationMinutes === undefined && stated) || ofLessons
}

/** How many lessons of a course are published. */
export const lessonsOfCourse: FieldHook = async ({ data, req }) => {
  const { id } = (data ?? {}) as Read

  return id ? (await courseLength({ course: id, req })).lessons : null
}
