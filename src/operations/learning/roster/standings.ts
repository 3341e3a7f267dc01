import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { Payload, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import type { KeptAssignment } from '@/domain/catalog/lessons/assignment'
import type { SubmissionState } from '@/domain/learning/assignments/submissions'
import type { QuizStanding } from '@/domain/learning/roster/stuck'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { inTransaction, rows } from '@/database/transaction'
import { assignmentOf } from '@/domain/catalog/lessons/assignment'
import { dueOf } from '@/domain/learning/assignments/due'
import { blocksOf } from '@/domain/learning/roster/stuck'

import { allowanceOf } from '../allowances'
import { lessonsOf } from '../seenLessons'

type Work = {
  due: Pick<KeptAssignment, 'due' | 'dueAt' | 'dueDays'>
  gradedAt: null | string
  releasedAt: null | string
  state: null | SubmissionState
}

type Facts = {
  enrolledAt: string
  id: string
  quizzes: (Omit<QuizStanding, 'lastAt'> & { lastAt: null | string })[]
  toGrade: number
  works: Work[]
  zone: string
}

/** How the learner of the enrollment `e` is with each quiz of the course, as JSON. */
const QUIZZES = sql`(select coalesce(json_agg(json_build_object('made', t.made, 'passed', t.passed, 'isOpen', t.open,
      'lastAt', to_json(t.last) #>> '{}',
      'limit', q.attempt_limit + coalesce((${allowanceOf({ enrollment: sql`e.id`, quiz: sql`q.id` })} ->> 'attempts')::int, 0),
      'isDone', exists (select 1 from progress p where p.learner_id = e.learner_id and p.lesson_id = l.id and p.completed_at is not null))), '[]'::json)
    from ${lessonsOf('e')} l join quizzes q on q.id = l.quiz_id
    cross join lateral (select count(*)::int as made, coalesce(bool_or(a.passed), false) as passed, max(a.submitted_at) as last,
        coalesce(bool_or(a.submitted_at is null or a.waits), false) as open
      from quiz_attempts a where a.learner_id = e.learner_id and a.lesson_id = l.id) t
    where l.kind = 'quiz' and q.attempt_limit is not null and t.made > 0)`

/** How the learner of the enrollment `e` is with each assignment of the course, as JSON. */
const WORKS = sql`(select coalesce(json_agg(json_build_object('state', n.state, 'gradedAt', to_json(n.graded_at) #>> '{}',
      'due', json_build_object('due', l.assignment_due, 'dueAt', l.assignment_due_at, 'dueDays', l.assignment_due_days),
      'releasedAt', (select to_json(r.created_at) #>> '{}' from lesson_releases r where r.enrollment_id = e.id and r.lesson_id = l.id))), '[]'::json)
    from ${lessonsOf('e')} l
    left join lateral (select s.state, s.graded_at from submissions s
      where s.learner_id = e.learner_id and s.lesson_id = l.id and s.state <> 'draft' order by s.number desc limit 1) n on true
    where l.kind = 'assignment' and (n.state is not null or l.assignment_due <> 'none'))`

/** How much of the learner's waits for a grader. */
const TO_GRADE = sql`(select count(*)::int from quiz_attempts a where a.enrollment_id = e.id and a.waits)
  + (select count(*)::int from submissions s where s.enrollment_id = e.id and (s.state = 'submitted' or s.replied_at is not null))`

const dated = (moment: null | string): Date | null => (moment === null ? null : new Date(moment))

const countedOf = ({ id, enrolledAt, quizzes, toGrade, works, zone }: Facts) => ({
  id,
  toGrade,
  ...blocksOf({
    quizzes: quizzes.map((quiz) => ({ ...quiz, lastAt: dated(quiz.lastAt) })),
    works: works.map(({ due, gradedAt, releasedAt, state }) => ({
      due: dueOf(assignmentOf(due), {
        enrolledAt: new Date(enrolledAt),
        releasedAt: dated(releasedAt),
        zone,
      }),
      gradedAt: dated(gradedAt),
      state,
    })),
  }),
})

/**
 * Counts anew what holds the learners of the enrollments `e` up and what of theirs is to be graded. The rows are held
 * before anything is read, so that of two counts at once the later one sees everything. Runs in the caller's transaction.
 */
const count = async ({ req, which }: { req: PayloadRequest; which: SQL }): Promise<void> => {
  const held = await rows<{ id: string }>(
    req,
    sql`select e.id from enrollments e where ${which} order by e.id for no key update`,
  )
  if (held.length === 0) {
    return
  }
  const ids = sql.param(held.map(({ id }) => id))
  const facts = await rows<Facts>(
    req,
    sql`select e.id, to_json(e.created_at) #>> '{}' as "enrolledAt", coalesce(t.settings_time_zone, 'UTC') as zone,
          ${QUIZZES} as quizzes, ${WORKS} as works, ${TO_GRADE} as "toGrade"
        from enrollments e join tenants t on t.id = e.tenant_id where e.id = any(${ids}::uuid[])`,
  )
  await rows(
    req,
    sql`update enrollments e set failed_at = n."failedAt", overdue_at = n."overdueAt", returned_at = n."returnedAt",
          to_grade = n."toGrade", counted_at = now()
        from jsonb_to_recordset(${JSON.stringify(facts.map(countedOf))}::jsonb)
          as n(id uuid, "failedAt" timestamptz, "overdueAt" timestamptz, "returnedAt" timestamptz, "toGrade" int)
        where e.id = n.id and (e.counted_at is null or (e.failed_at, e.overdue_at, e.returned_at, e.to_grade)
          is distinct from (n."failedAt", n."overdueAt", n."returnedAt", n."toGrade"))`,
  )
}

/** Counts one enrollment anew; runs in the caller's transaction. */
export const countStanding = ({
  enrollment,
  req,
}: {
  enrollment: string
  req: PayloadRequest
}): Promise<void> => count({ req, which: sql`e.id = ${enrollment}` })

/** Enrollments counted in one transaction. */
const AT_ONCE = 500

/**
 * Counts every enrollment of every school that is to be counted, a part of a school by a transaction: one that fails waits
 * for the next minute and holds up no other.
 */
export const countStandings = async ({ payload }: { payload: Payload }): Promise<void> => {
  const { rows: schools } = await systemPool().query<{ tenant: string }>(
    'select distinct tenant_id as tenant from enrollments where counted_at is null',
  )
  for (const { tenant } of schools) {
    await asTenant(tenant, () => countSchool(payload)).catch((error: unknown) => {
      payload.logger.error({ err: error, tenant }, 'What holds learners up could not be counted.')
    })
  }
}

const countSchool = async (payload: Payload): Promise<void> => {
  for (;;) {
    const req = await createLocalReq({}, payload)
    const due = await rows<{ id: string }>(
      req,
      sql`select id from enrollments where counted_at is null order by id limit ${AT_ONCE}`,
    )
    if (due.length === 0) {
      return
    }
    const ids = sql.param(due.map(({ id }) => id))
    await inTransaction(req, () =>
      count({ req, which: sql`e.id = any(${ids}::uuid[]) and e.counted_at is null` }),
    )
  }
}
