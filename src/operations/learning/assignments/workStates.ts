import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { SubmissionState } from '@/domain/learning/assignments/submissions'

import { rows } from '@/database/transaction'

/** Where a learner is with an assignment; `percent` is null until it is graded. */
export type WorkState = {
  learner: string
  lesson: string
  percent: null | number
  state: SubmissionState
}

/** Where learners are with the assignments of a course that they have begun, by the newest submission of each, for a roster. */
export const workStates = ({
  course,
  learners,
  req,
}: {
  course: string
  learners: readonly string[]
  req: PayloadRequest
}): Promise<WorkState[]> =>
  rows<WorkState>(
    req,
    sql`select distinct on (s.learner_id, s.lesson_id) s.learner_id as learner, s.lesson_id as lesson, s.state, s.percent::float8 as percent
        from submissions s where s.course_id = ${course} and s.learner_id = any(${sql.param(learners)}::uuid[])
        order by s.learner_id, s.lesson_id, s.number desc`,
  )
