import type { KeptCriterion, RubricCriterion } from './rubric'

import { rubricOf } from './rubric'

/** Kinds of files that an assignment may take. */
export const WORK_KINDS = ['documents', 'images', 'audio', 'video', 'archives'] as const

export type WorkKind = (typeof WORK_KINDS)[number]

/** When an assignment is due: never, on a date, or days after its learner enrolled or could open it. */
export const DUE_KINDS = ['none', 'date', 'enrolled', 'released'] as const

export type DueKind = (typeof DUE_KINDS)[number]

/** What becomes of work that is handed in late. */
export const LATE_RULES = ['accepted', 'deducted', 'refused'] as const

export type LateRule = (typeof LATE_RULES)[number]

/** When work may be handed in once more. */
export const RESUBMISSIONS = ['returned', 'untilDue', 'times', 'none'] as const

export type Resubmission = (typeof RESUBMISSIONS)[number]

/** The most files that one submission may have. */
export const MOST_WORK_FILES = 20

/** The largest file an author may allow, in MB of 1024². */
export const MOST_WORK_MEGABYTES = 1024

/** What is asked of an assignment's learners. */
export type Assignment = {
  /** Days after enrollment or release at whose end it is due. */
  dueDays: number
  /** `YYYY-MM-DDTHH:mm` by the school's clock; null unless it is due on a date. */
  dueAt: null | string
  dueKind: DueKind
  fileKinds: WorkKind[]
  late: LateRule
  /** Percent of all points taken off for each day that has begun since it was due. */
  lateDeduction: number
  /** The largest file, in bytes. */
  mostBytes: number
  mostFiles: number
  /** Percent of the points that pass. */
  passMark: number
  points: number
  resubmission: Resubmission
  /** How often it may be handed in once more, where that is counted. */
  resubmissions: number
  /** What it is judged by; none where it is graded as a whole. */
  rubric: RubricCriterion[]
  takesText: boolean
}

/** An assignment as its lesson keeps it; every part may be empty. */
export type KeptAssignment = {
  due?: null | string
  dueAt?: null | string
  dueDays?: null | number
  fileMegabytes?: null | number
  files?: null | Partial<Record<WorkKind, boolean | null>>
  filesMost?: null | number
  late?: null | string
  lateDeduction?: null | number
  passMark?: null | number
  points?: null | number
  resubmission?: null | string
  resubmissions?: null | number
  rubric?: null | readonly KeptCriterion[]
  takesText?: boolean | null
}

const oneOf = <T extends string>(all: readonly [T, ...T[]], given: null | string | undefined): T =>
  all.find((one) => one === given) ?? all[0]

/** What an assignment asks where its author says nothing. */
export const USUAL_ASSIGNMENT = {
  fileMegabytes: 50,
  filesMost: 5,
  lateDeduction: 10,
  passMark: 60,
  points: 100,
  resubmissions: 1,
} as const

const MEGABYTE = 1024 ** 2

/** An assignment with what is usual in place of what its author left empty; without files, a text is always taken. */
export const assignmentOf = (kept: KeptAssignment): Assignment => {
  const dueKind = oneOf(DUE_KINDS, kept.due)
  const fileKinds = WORK_KINDS.filter((kind) => kept.files?.[kind])

  return {
    dueAt: dueKind === 'date' ? (kept.dueAt ?? null) : null,
    dueDays: kept.dueDays ?? 0,
    dueKind: dueKind === 'date' && !kept.dueAt ? 'none' : dueKind,
    fileKinds,
    late: oneOf(LATE_RULES, kept.late),
    lateDeduction: kept.lateDeduction ?? USUAL_ASSIGNMENT.lateDeduction,
    mostBytes: (kept.fileMegabytes ?? USUAL_ASSIGNMENT.fileMegabytes) * MEGABYTE,
    mostFiles: fileKinds.length > 0 ? (kept.filesMost ?? USUAL_ASSIGNMENT.filesMost) : 0,
    passMark: kept.passMark ?? USUAL_ASSIGNMENT.passMark,
    points: kept.points ?? USUAL_ASSIGNMENT.points,
    resubmission: oneOf(RESUBMISSIONS, kept.resubmission),
    resubmissions: kept.resubmissions ?? USUAL_ASSIGNMENT.resubmissions,
    rubric: rubricOf(kept.rubric),
    takesText: fileKinds.length === 0 || (kept.takesText ?? true),
  }
}
