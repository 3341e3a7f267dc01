import type { PayloadRequest } from 'payload'

import type { Point } from '@/domain/catalog/publication/checklist'
import type { Step } from '@/domain/catalog/publication/workflow'

import { verdictOn } from '@/domain/catalog/publication/workflow'
import { RuleError } from '@/domain/errors'

import type { CourseStanding } from './standing'

import { seenOf } from './seen'
import { lockedStandingOf } from './standing'
import { writeLine } from './writeLine'

type Move = {
  course: string
  note: string
  points: readonly Point[]
  req: PayloadRequest
  /** What was looked at, as `GET /api/courses/:id/publication` named it; needed to approve. */
  seen?: string
  step: Step
}

/** A request's mark that the step it takes with this course was judged and written down. */
export const MOVES = 'movesCourse'

/**
 * Takes a step with a course: judges it, writes it down and makes it so, in the caller's transaction;
 * of several at once, one after the other. False where there is no such course. Throws
 * approvalRequired, wrongStage, courseChanged where it was written on since it was looked at, and
 * noteMissing where something is returned or answered without a word.
 */
export const moveCourse = async ({
  course,
  note,
  points,
  req,
  seen,
  step,
}: Move): Promise<boolean> => {
  const standing = await lockedStandingOf({ course, req })
  if (!standing) {
    return false
  }
  const verdict = verdictOn(step, standing)
  if ('refused' in verdict) {
    throw new RuleError(verdict.refused, { stage: standing.stage })
  }
  if ((step === 'reject' || step === 'answer') && note === '' && points.length === 0) {
    throw new RuleError('noteMissing')
  }
  if (step === 'approve' && seen !== (await seenOf({ course, req }))) {
    throw new RuleError('courseChanged')
  }
  const { stage: from, tenant } = standing
  await writeLine({ course, from, note, points, req, step, tenant, to: verdict.to })
  await makeItSo(step, standing, req)

  return true
}

/** Puts on the shelves, or takes from them, what a step says. */
const makeItSo = async (
  step: Step,
  { id, isPublished }: CourseStanding,
  req: PayloadRequest,
): Promise<void> => {
  const publishes = step === 'approve' || step === 'publish'
  const hides = isPublished && (step === 'archive' || step === 'unpublish')
  if (!publishes && !hides) {
    return
  }
  req.context[MOVES] = id
  await req.payload.update({
    id,
    collection: 'courses',
    data: { _status: publishes ? 'published' : 'draft' },
    depth: 0,
    overrideAccess: false,
    // Whoever has the form open is told by the version that came, and keeps nobody from deciding.
    overrideLock: true,
    req,
  })
  delete req.context[MOVES]
}
