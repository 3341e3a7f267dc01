import type { Assignment } from '../../catalog/lessons/assignment'
import type { Levels, Remark, Worth } from './reviews'
import type { SubmissionState } from './submissions'
import type { WorkFile } from './workFile'

/** One line of what waits for a grader; `since` is ISO 8601. */
export type ReviewRow = {
  course: { id: string; title: string }
  id: string
  /** Whether its learner replied to what was said of it. */
  isReply: boolean
  lateDays: number
  learner: string
  lesson: { id: string; title: string }
  number: number
  since: string
}

/** What waits, the longest first; `next` is where the next page begins, null at the end. */
export type ReviewPage = {
  assignments: { course: string; id: string; title: string; waiting: number }[]
  next: null | string
  submissions: ReviewRow[]
}

/** How long a grader's recording may be, in bytes and in seconds. */
export const MOST_RECORDING_BYTES = 200 * 1024 ** 2
export const MOST_RECORDING_SECONDS = 600

/** One word of the talk about a submission; `at` is ISO 8601. One that is spoken or filmed has a `file` in place of a text. */
export type Reply = {
  at: string
  file: null | WorkFile
  id: string
  isGrader: boolean
  name: null | string
  text: string
}

/** What was said of a submission so far. */
export type Feedback = Partial<Worth> & {
  comment: string
  gradedAt: null | string
  levels: Levels
  remarks: Remark[]
  thread: Reply[]
}

/** What was decided of a submission once, and by whom; the last is what holds. */
export type Decision = {
  at: string
  name: null | string
  score: null | number
  state: SubmissionState
}

/** A submission as its grader reads it. */
export type ToReview = {
  assignment: Assignment
  /** Decisions in their order. */
  decisions: Decision[]
  feedback: Feedback
  id: string
  lesson: string
  /** Whether it may be given back to be handed in once more. */
  mayReturn: boolean
  submission: {
    dueAt: null | string
    files: WorkFile[]
    lateDays: number
    learner: string
    number: number
    state: SubmissionState
    submittedAt: string
    text: string
  }
  /** Names how it stands: whoever decides on it says which one they have read. */
  version: number
}
