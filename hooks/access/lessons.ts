import type { Access, Where } from 'payload'

import { openToLearner } from '@/operations/learning/entitlements'

import { both, KEPT, PUBLISHED } from './index'

/**
 * Published lessons that are open to the signed-in person: of courses they are enrolled in, or of the editions that they are
 * pinned to there, and not held back by a rule of release.
 */
export const enrolled: Access = async ({ req }) => {
  if (!req.user) {
    return false
  }
  const { courses, kept, locked } = await openToLearner({ learner: String(req.user.id), req })
  const following = both(
    { course: { in: courses } },
    ...(locked.length > 0 ? [{ id: { not_in: locked } }] : []),
  )
  const open: Where[] = [
    ...(courses.length > 0 ? [following] : []),
    ...(kept.length > 0 ? [{ id: { in: kept } }] : []),
  ]

  return open.length > 0 && both({ or: open }, PUBLISHED, KEPT)
}
