import type { Assignment } from '../../catalog/lessons/assignment'

import { isLate } from './due'

/**
 * Where one submission is: being written, waiting for a grader, followed by another before anybody graded it,
 * given back to be handed in once more, or graded.
 */
export const SUBMISSION_STATES = ['draft', 'submitted', 'replaced', 'returned', 'graded'] as const

export type SubmissionState = (typeof SUBMISSION_STATES)[number]

/** Why nothing can be handed in: it is too late, it was done as often as it may be, its time is over, or a grader has it. */
export type Closed = 'late' | 'once' | 'over' | 'used' | 'waits'

/** The longest text that may be handed in, in characters. */
export const MOST_WORK_TEXT = 50_000

type Given = {
  /** By when what was given back is wanted again; null where nobody said. */
  again?: Date | null
  assignment: Pick<Assignment, 'late' | 'resubmission' | 'resubmissions'>
  due: Date | null
  now: Date
  /** States of what was handed in before, in order; drafts are none of them. */
  past: readonly SubmissionState[]
}

/** Whether a submission answers one that was given back: that is late only by the time that was said then. */
export const isAnswer = ({ assignment, past }: Pick<Given, 'assignment' | 'past'>): boolean =>
  assignment.resubmission !== 'none' && past.at(-1) === 'returned'

/** Why a learner cannot hand in now, the first time or once more; null where they can. */
export const closedFor = ({ again = null, assignment, due, now, past }: Given): Closed | null => {
  const { late, resubmission, resubmissions } = assignment
  const last = past.at(-1)
  const lateFor = (by: Date | null) => (late === 'refused' && isLate(by, now) ? 'late' : null)
  if (isAnswer({ assignment, past })) {
    return lateFor(again)
  }
  const refusal = lateFor(due)
  if (!last) {
    return refusal
  }
  switch (resubmission) {
    case 'none':
      return 'once'
    case 'returned':
      return last === 'graded' ? 'once' : 'waits'
    case 'times':
      return past.length > resubmissions ? 'used' : refusal
    case 'untilDue':
      return isLate(due, now) ? 'over' : null
  }
}
