import type { Access, FieldAccess, PayloadRequest, Where } from 'payload'

import type { TeamRight } from '@/domain/catalog/team'
import type { TeamScope } from '@/operations/catalog/team/rights'

import { idOf } from '@/domain/ids'
import { AUTHORS, STAFF } from '@/domain/identity/roles'
import { mayOn, quizzesElsewhere, teamScope } from '@/operations/catalog/team/rights'

import { both, holds } from './index'

const granted = (scope: TeamScope, path: string): boolean | Where => {
  if (scope === 'all') {
    return true
  }
  if ('but' in scope) {
    return { [path]: { not_in: scope.but } }
  }

  return scope.only.length > 0 && { [path]: { in: scope.only } }
}

/** Rows of courses on which whoever asks holds a right; `path` leads from a row to its course. */
export const onCourses =
  (right: TeamRight, path = 'course'): Access =>
  async ({ req }) =>
    granted(await teamScope(req, right), path)

/** Whoever works in the school beside those who teach: what learners do is theirs to see in every course. */
const overseers = STAFF.filter((role) => role !== 'instructor')

const oversees = (req: PayloadRequest): boolean => holds(req, [...overseers, 'superAdmin'])

/** Whether somebody sees who learns in a course: by working in the school, or as one who teaches it. */
export const sees = async (req: PayloadRequest, course: string): Promise<boolean> =>
  oversees(req) || mayOn(req, 'see', course)

/** Rows of what learners do, for whoever works in the school; an instructor has them but of courses whose teams are others. */
export const ofStaff =
  (path = 'course'): Access =>
  async ({ req }) =>
    oversees(req) || (holds(req, AUTHORS) ? granted(await teamScope(req, 'see'), path) : false)

/** Rows of courses that somebody teaches by invitation alone, with a right there. */
export const invitedTo =
  (right: TeamRight, path = 'course'): Access =>
  async ({ req }) => {
    const scope = await teamScope(req, right)

    return typeof scope === 'object' && 'only' in scope && granted(scope, path)
  }

/** Whoever holds a right on any course: where it is one that they name is another rule’s to say. */
export const onAnyCourse =
  (right: TeamRight): Access =>
  async ({ req }) =>
    granted(await teamScope(req, right), 'id') !== false

/**
 * Rows of quizzes that no lesson asks but those of courses on which whoever asks holds a right; `path` leads from a row to
 * its quiz.
 */
export const quizzesOf =
  (right: TeamRight, path = 'id'): Access =>
  async ({ req }) => {
    if (granted(await teamScope(req, right), 'id') === false) {
      return false
    }
    const elsewhere = await quizzesElsewhere(req, right)

    return elsewhere.length === 0 || both({ [path]: { not_in: elsewhere } })
  }

/** A field of a course that changes hands with it: for managers, and for those who lead it. */
export const leadField: FieldAccess = ({ id, req }) =>
  id === undefined ? true : mayOn(req, 'publish', String(id))

type Part = { course?: null | string | { id: string } }

/** A field of a course, or of a part of one, that those alone see who teach the course. */
export const authorField: FieldAccess = async ({ id, data, doc, req }) => {
  const { course } = (doc ?? data ?? {}) as Part
  const whole = course ? idOf(course) : String(id)

  return Boolean(req.user) && mayOn(req, 'see', whole)
}
