import { sql } from '@payloadcms/db-postgres'

import { WORK_KINDS } from '@/domain/catalog/lessons/assignment'

const FILES = sql.join(
  WORK_KINDS.map((kind) => sql`${kind}::text, l.${sql.identifier(`assignment_files_${kind}`)}`),
  sql`, `,
)

/** What the lesson `l` asks of its learners, as `KeptAssignment` in JSON. */
export const KEPT_ASSIGNMENT = sql`json_build_object('takesText', l.assignment_takes_text,
  'files', json_build_object(${FILES}),
  'filesMost', l.assignment_files_most, 'fileMegabytes', l.assignment_file_megabytes, 'points', l.assignment_points,
  'passMark', l.assignment_pass_mark, 'due', l.assignment_due, 'dueAt', l.assignment_due_at, 'dueDays', l.assignment_due_days,
  'late', l.assignment_late, 'lateDeduction', l.assignment_late_deduction, 'resubmission', l.assignment_resubmission,
  'resubmissions', l.assignment_resubmissions, 'rubric', l.assignment_rubric)`
