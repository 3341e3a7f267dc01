import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Allowance } from '@/domain/learning/allowances'

import { row, rows } from '@/database/transaction'

import { uncount } from './roster/uncount'

/** What is allowed in a quiz on an enrollment beyond its limits (`Allowance`), as a value of a statement; null where nothing is. */
export const allowanceOf = ({ enrollment, quiz }: { enrollment: SQL; quiz: SQL }): SQL =>
  sql`(select json_build_object('attempts', x.attempts, 'factor', x.factor, 'minutes', x.minutes)
    from quiz_allowances x where x.enrollment_id = ${enrollment} and (x.quiz_id is null or x.quiz_id = ${quiz})
    order by x.quiz_id is null, x.id desc limit 1)`

type Given = Allowance & {
  by: null | string
  enrollments: readonly string[]
  /** Null for all quizzes of their courses. */
  quiz: null | string
  reason: string
  req: PayloadRequest
  tenant: string
}

/**
 * Allows learners more time or attempts: one row for each enrollment, with who and why. Attempts that are under way get
 * their new end at once, which is never earlier than the one they have. Answers how many enrollments there were. Null
 * where the school has no such quiz. In the caller's transaction.
 */
export const allowMore = async ({
  attempts,
  by,
  enrollments,
  factor,
  minutes,
  quiz,
  reason,
  req,
  tenant,
}: Given): Promise<null | number> => {
  if (quiz && !(await row(req, sql`select 1 from quizzes where id = ${quiz}`))) {
    return null
  }
  const written = await rows<{ enrollment: string }>(
    req,
    sql`insert into quiz_allowances (id, tenant_id, enrollment_id, quiz_id, factor, minutes, attempts, reason, author_id)
        select uuidv7(), ${tenant}, e.id, ${quiz}, ${factor}, ${minutes}, ${attempts}, ${reason}, ${by}
        from enrollments e where e.id = any(${sql.param([...enrollments])}::uuid[])
        returning enrollment_id as enrollment`,
  )
  await uncount({ enrollments: written.map(({ enrollment }) => enrollment), req })
  await rows(
    req,
    sql`with now_allowed as (
          select a.id, a.started_at + make_interval(secs => (q.time_limit * (x.one ->> 'factor')::numeric
            + (x.one ->> 'minutes')::numeric)::float8 * 60) as ends
          from quiz_attempts a join quizzes q on q.id = a.quiz_id
            cross join lateral (select ${allowanceOf({ enrollment: sql`a.enrollment_id`, quiz: sql`a.quiz_id` })} as one) x
          where a.enrollment_id = any(${sql.param(written.map(({ enrollment }) => enrollment))}::uuid[])
            and a.submitted_at is null and a.deadline_at > now() and q.time_limit is not null)
        update quiz_attempts a set deadline_at = n.ends, updated_at = now()
        from now_allowed n where a.id = n.id and a.submitted_at is null and n.ends > a.deadline_at`,
  )

  return written.length
}
