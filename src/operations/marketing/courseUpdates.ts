import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { LASTING_ENROLLMENT } from '@/database/openEnrollments'
import { row } from '@/database/transaction'
import { secondsUntilNext } from '@/domain/marketing/courseUpdates'
import { wants } from '@/operations/mail/choices'
import { askOf, takeRoom } from '@/operations/tenancy/limits'
import { announce } from '@hooks/events/announce'

import { mailLimit } from './mailLimit'

/** Learners `u` of open enrollments `e`: whom an update of a course reaches. */
export const READERS = sql`enrollments e join users u on u.id = e.learner_id and u.status = 'active'
  and ${LASTING_ENROLLMENT}`

/** How many learners an update of the course would be mailed to now: not to those who do without. */
export const countReaders = async ({
  course,
  req,
}: {
  course: string
  req: PayloadRequest
}): Promise<number> => {
  const found = await row<{ count: number }>(
    req,
    sql`select count(*)::int as count from ${READERS}
        where e.course_id = ${course} and ${wants({ channel: 'email', event: 'courseUpdates' })}`,
  )

  return found?.count ?? 0
}

type Update = { course: string; message: string; req: PayloadRequest; tenant: string }

/**
 * Writes down an update of a course and announces it, at most one in an hour. The same message once
 * more within the hour answers the update that stands; another one answers how long to `wait`, in
 * seconds. Throws limitReached where the month's mails do not reach everybody. Runs in the caller's transaction; of several at once, one after the other.
 */
export const writeUpdate = async ({
  course,
  message,
  req,
  tenant,
}: Update): Promise<{ id: string } | { wait: number }> => {
  await row(req, sql`select 1 from courses where id = ${course} for no key update`)
  const last = await row<{ age: number; id: string; message: string }>(
    req,
    sql`select id, message, extract(epoch from clock_timestamp() - created_at)::float8 as age
        from course_updates where course_id = ${course} order by created_at desc limit 1`,
  )
  const wait = last ? secondsUntilNext(last.age) : 0
  if (last && wait > 0) {
    return last.message === message ? { id: last.id } : { wait }
  }
  const recipients = await countReaders({ course, req })
  await takeRoom({ ask: askOf(req), limit: mailLimit, more: recipients, tenant })
  const written = await row<{ id: string }>(
    req,
    sql`insert into course_updates (id, tenant_id, course_id, message, recipients, author_id, created_at)
        values (uuidv7(), ${tenant}, ${course}, ${message}, ${recipients},
          (select id from users where id = ${req.user?.id ?? null}::uuid and tenant_id = ${tenant}::uuid),
          clock_timestamp())
        returning id`,
  )
  if (!written) {
    throw new Error(`The update of ${course} was not written down.`)
  }
  await announce({
    data: { courseUpdate: written.id },
    fact: 'courseUpdate.written',
    req,
    tenant,
  })

  return written
}
