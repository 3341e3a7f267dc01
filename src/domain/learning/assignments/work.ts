import type { Assignment } from '../../catalog/lessons/assignment'
import type { Closed, SubmissionState } from './submissions'

/** A file of somebody's work; `url` opens it for whoever was given it. */
export type WorkFile = { filename: string; id: string; mimeType: string; size: number; url: string }

/** What was handed in once; moments are ISO 8601. */
export type Submission = {
  dueAt: null | string
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
