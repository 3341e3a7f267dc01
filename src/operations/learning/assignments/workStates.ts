import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { SubmissionState } from '@/domain/learning/assignments/submissions'

import { rows } from '@/database/transaction'

import { lessonsOf } from '../seenLessons'

/** Where a learner is with an assignment, by the newest that was handed in; `passed` and `percent` are null until it is graded. */
type WorkState = {
  learner: string
  lesson: string
  passed: boolean | null
  percent: null | number
  state: SubmissionState
}

/** Where learners are with the assignments that they have in a course and handed in, for a roster. */
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
    sql`select distinct on (s.learner_id, s.lesson_id) s.learner_id as learner, s.lesson_id as lesson, s.state, s.passed, s.percent::float8 as percent
        from submissions s join enrollments e on e.course_id = s.course_id and e.learner_id = s.learner_id
        join lateral ${lessonsOf('e')} l on l.id = s.lesson_id and l.kind = 'assignment'
        where s.course_id = ${course} and s.learner_id = any(${sql.param(learners)}::uuid[]) and s.state <> 'draft'
        order by s.learner_id, s.lesson_id, s.number desc`,
  )
