import type { SubmissionState } from '../assignments/submissions'

import { lateFrom } from '../assignments/due'

/**
 * Why a learner does not come on: nothing was done for two weeks, a quiz was failed and may not be tried again, an
 * assignment is overdue, or work that was given back has not been handed in again.
 */
export const STUCK_REASONS = ['failed', 'overdue', 'returned', 'idle'] as const

export type StuckReason = (typeof STUCK_REASONS)[number]

/** After how many days without activity a learner counts as stuck. */
export const IDLE_DAYS = 14

const DAY_MS = 86_400_000

/** Who has been active last at or before this is idle at `now`. */
export const idleSince = (now: Date): Date => new Date(now.getTime() - IDLE_DAYS * DAY_MS)

/** What holds a learner up, each from when on; null where it does not. Only `overdueAt` can be still to come. */
export type Blocks = { failedAt: Date | null; overdueAt: Date | null; returnedAt: Date | null }

type Given = Blocks & {
  /** When somebody began to be idle: their last activity, else their enrollment, and not before their cohort's start. */
  activeAt: Date
  now: Date
}

/** Why a learner of an unfinished, open course is stuck, and since when, the longest first; none where they are not. */
export const stuckBecause = ({
  activeAt,
  failedAt,
  now,
  overdueAt,
  returnedAt,
}: Given): { reason: StuckReason; since: Date }[] => {
  const since: Record<StuckReason, Date | null> = {
    failed: failedAt,
    idle: activeAt <= idleSince(now) ? activeAt : null,
    overdue: overdueAt && overdueAt <= now ? overdueAt : null,
    returned: returnedAt,
  }

  return STUCK_REASONS.flatMap((reason) => {
    const from = since[reason]

    return from ? [{ reason, since: from }] : []
  }).sort((one, other) => one.since.getTime() - other.since.getTime())
}

/** How a learner is with a quiz of the course; `limit` is how often it may be tried, with what staff allow on top. */
export type QuizStanding = {
  /** Whether its lesson is completed by whatever rule. */
  isDone: boolean
  /** Whether an attempt is under way, or waits for a grader. */
  isOpen: boolean
  lastAt: Date | null
  limit: null | number
  made: number
  passed: boolean
}

/** How a learner is with an assignment of the course, by the newest of what was handed in. */
export type WorkStanding = {
  due: Date | null
  gradedAt: Date | null
  /** Null where nothing was handed in. */
  state: null | SubmissionState
}

const earliest = (moments: readonly (Date | null)[]): Date | null =>
  moments.reduce((first, one) => (one && (!first || one < first) ? one : first), null)

/** What holds a learner up in the quizzes and assignments of a course, each since the first of its kind. */
export const blocksOf = ({
  quizzes,
  works,
}: {
  quizzes: readonly QuizStanding[]
  works: readonly WorkStanding[]
}): Blocks => ({
  failedAt: earliest(
    quizzes
      .filter(
        ({ isDone, isOpen, limit, made, passed }) =>
          limit !== null && made >= limit && !passed && !isOpen && !isDone,
      )
      .map(({ lastAt }) => lastAt),
  ),
  overdueAt: earliest(
    works.map(({ due, state }) => (due && state === null ? lateFrom(due) : null)),
  ),
  returnedAt: earliest(
    works.filter(({ state }) => state === 'returned').map(({ gradedAt }) => gradedAt),
  ),
})
