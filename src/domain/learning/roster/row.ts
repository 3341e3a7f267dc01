import type { RosterState } from './roster'
import type { StuckReason } from './stuck'

/** How a learner is with the quizzes of a course: of `all`, how many are passed, and how many wait for a grader. */
type QuizState = { all: number; passed: number; waiting: number }

/** How a learner is with its assignments: graded and passed, handed in and waiting, and given back. */
type WorkState = { all: number; passed: number; returned: number; waiting: number }

/** One line of a roster; moments are ISO 8601. */
export type RosterRow = {
  /** When access ends; null where it does not. */
  accessEnd: null | string
  assignments: WorkState
  cohort: null | { id: string; name: string }
  completedAt: null | string
  email: string
  enrolledAt: string
  /** Of the enrollment, which is what actions are about. */
  id: string
  /** Null where nothing was done yet. */
  lastActivityAt: null | string
  learner: string
  name: string
  percent: number
  quizzes: QuizState
  state: RosterState
  /** Why the learner does not come on, the longest first; empty where they are not stuck. */
  stuck: { reason: StuckReason; since: string }[]
  /** How much of theirs waits for a grader. */
  toGrade: number
}

/** A page of a roster; `next` is where the following one begins, null at the end. */
export type RosterPage = { next: null | string; rows: RosterRow[] }
