import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { RosterRow } from '@/domain/learning/roster/row'

import { rows } from '@/database/transaction'

import { workStates } from '../assignments/workStates'
import { HAS_QUESTIONS, lessonsOf } from '../seenLessons'

type Counted = { assignments: number; passed: number; quizzes: number; waiting: number }

/** How some learners of a course are with its quizzes and assignments, by learner. */
export const workOf = async ({
  course,
  learners,
  req,
}: {
  course: string
  learners: readonly string[]
  req: PayloadRequest
}): Promise<(learner: string) => Pick<RosterRow, 'assignments' | 'quizzes'>> => {
  const counted = await rows<Counted & { learner: string }>(
    req,
    sql`select e.learner_id as learner, count(*) filter (where ${HAS_QUESTIONS})::int as quizzes,
          count(*) filter (where l.kind = 'assignment')::int as assignments,
          count(*) filter (where t.passed)::int as passed, count(*) filter (where t.waits)::int as waiting
        from enrollments e join lateral ${lessonsOf('e')} l on l.kind = 'assignment' or ${HAS_QUESTIONS}
        cross join lateral (select bool_or(a.passed) as passed, bool_or(a.waits) as waits
          from quiz_attempts a where a.learner_id = e.learner_id and a.lesson_id = l.id) t
        where e.course_id = ${course} and e.learner_id = any(${sql.param(learners)}::uuid[]) group by e.learner_id`,
  )
  const counts = new Map(counted.map(({ learner, ...rest }) => [learner, rest]))
  const states = Map.groupBy(await workStates({ course, learners, req }), ({ learner }) => learner)

  return (learner) => {
    const works = states.get(learner) ?? []
    const inState = (wanted: string) => works.filter(({ state }) => state === wanted).length

    return {
      assignments: {
        all: counts.get(learner)?.assignments ?? 0,
        passed: works.filter(({ passed }) => passed).length,
        returned: inState('returned'),
        waiting: inState('submitted'),
      },
      quizzes: {
        all: counts.get(learner)?.quizzes ?? 0,
        passed: counts.get(learner)?.passed ?? 0,
        waiting: counts.get(learner)?.waiting ?? 0,
      },
    }
  }
}
