import type { ItemState, TransferKind, TransferState } from './job'
import type { PackedCourse } from './packed'

/** Why a course, or a whole file, was not taken: a code that the interface has words for. */
export type RefusalCode =
  | 'archiveBomb'
  | 'archiveBroken'
  | 'archiveLink'
  | 'archiveLocked'
  | 'archivePath'
  | 'archiveTooLarge'
  | 'contentBroken'
  | 'courseGone'
  | 'failed'
  | 'fileMissing'
  | 'fileRefused'
  | 'formatUnknown'
  | 'hashWrong'
  | 'limitReached'
  | 'referenceUnknown'
  | 'versionUnknown'

/** What a report says of a course that was refused; `said` is a sentence of whatever refused it. */
export type Reason = { code: RefusalCode; path?: string; said?: string }

/** How far a transfer is, without its courses. */
export type TransferSummary = {
  createdAt: string
  done: number
  id: string
  kind: TransferKind
  name: null | string
  refused: number
  status: TransferState
  total: number
}

/** A transfer with what became of each course; `url`s of files open for a quarter of an hour. */
export type TransferReport = TransferSummary & {
  expiresAt: string
  files: { name: string; size: number; url: string }[]
  items: {
    /** Id of the course that was made. */
    made: null | string
    /** Courses that come before it and that the school does not have: it was made without them. */
    missing: PackedCourse['prerequisites']
    reason: null | Reason
    status: ItemState
    title: string
  }[]
  reason: null | Reason
}
