import type { Access, FieldAccess, Where } from 'payload'

import { idOf } from '@/domain/ids'

import { staffOnly } from './index'

/** Reviews that were not hidden, for everybody; whoever wrote one sees theirs. */
export const visibleReviews: Access = ({ req }) => {
  const shown: Where = { status: { equals: 'published' } }

  return req.user ? { or: [shown, { learner: { equals: req.user.id } }] } : shown
}

/** A field of a review for those who work in the school, and for whoever wrote it. */
export const ownOrStaffField: FieldAccess = ({ doc, req }) => {
  const learner = (doc as { learner?: string | { id: string } } | undefined)?.learner

  return staffOnly({ req }) || Boolean(req.user && learner && idOf(learner) === req.user.id)
}
