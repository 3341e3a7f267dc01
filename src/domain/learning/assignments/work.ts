import type { Assignment } from '../../catalog/lessons/assignment'
import type { Feedback } from './review'
import type { WorkFile } from './workFile'
import type { Closed, SubmissionState } from './submissions'

/** What was handed in once; moments are ISO 8601. */
export type Submission = {
  dueAt: null | string
  /** What was said of it; null where nothing was. */
  feedback: Feedback | null
  files: WorkFile[]
  id: string
  lateDays: number
  number: number
  state: SubmissionState
  submittedAt: null | string
  text: string
}

/** A learner's work in an assignment. */
export type Work = {
  assignment: Assignment
  closed: Closed | null
  /** What is being written, or handed in anew; null where nothing can be. */
  draft: null | Pick<Submission, 'files' | 'text'>
  /** By when, ISO 8601, and by whose clock. */
  due: null | string
  /** The number under which to write and hand in. */
  next: number
  /** The server's clock in ms. */
  now: number
  /** What was handed in, in order. */
  submissions: Submission[]
  zone: string
}

/** What handing in came to; `lateDays` is 0 in time. */
export type HandedIn = { completed: boolean; id: string; lateDays: number; percent: number }
