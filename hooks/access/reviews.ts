import type { Access, FieldAccess, Where } from 'payload'

import { idOf } from '@/domain/ids'
import { STAFF } from '@/domain/identity/roles'

import { mayOn } from '@/operations/catalog/team/rights'

import { holds } from './index'

/** Reviews that were not hidden, for everybody; whoever wrote one sees theirs. */
export const visibleReviews: Access = ({ req }) => {
  const shown: Where = { status: { equals: 'published' } }

  return req.user ? { or: [shown, { learner: { equals: req.user.id } }] } : shown
}

type Review = { course?: string | { id: string }; learner?: string | { id: string } }

/** A field of a review for those who work in the school, for whoever wrote it, and for the team of its course that answers it. */
export const ownOrStaffField: FieldAccess = async ({ doc, req }) => {
  const { course, learner } = (doc ?? {}) as Review
  if (!req.user || holds(req, [...STAFF, 'superAdmin'])) {
    return Boolean(req.user)
  }

  return (
    (learner !== undefined && idOf(learner) === req.user.id) ||
    (course !== undefined && (await mayOn(req, 'grade', idOf(course))))
  )
}
