import type { Access } from 'payload'

import { openToLearner } from '@/operations/learning/entitlements'

import { both, KEPT, PUBLISHED } from './index'

/** Published lessons that are open to the signed-in person: of courses they are enrolled in, and not held back by a rule of release. */
export const enrolled: Access = async ({ req }) => {
  if (!req.user) {
    return false
  }
  const { courses, locked } = await openToLearner({ learner: String(req.user.id), req })

  return (
    courses.length > 0 &&
    both(
      { course: { in: courses } },
      ...(locked.length > 0 ? [{ id: { not_in: locked } }] : []),
      PUBLISHED,
      KEPT,
    )
  )
}
