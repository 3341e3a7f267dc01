import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { DEAD_LETTERS } from '@/adapters/queue/boss'
import { rows } from '@/database/transaction'

/** How much of one piece of work there is: all that is still to be done, and what ended in the last day. */
export type WorkCount = {
  active: number
  done: number
  failed: number
  /** How long the oldest job has been waiting, in whole seconds; null where none is. */
  oldestWaiting: null | number
  reaction: string
  waiting: number
}

/** A job whose last attempt failed; one that is not final will be tried again. */
export type JobFailure = {
  at: string
  attempts: number
  isFinal: boolean
  reaction: string
  reason: null | string
  tenant: null | string
}

/** How many failures are told of. */
const MOST_FAILURES = 20

/** What ended within this time is told of; the queue itself keeps it for three days. */
const WINDOW = sql`interval '1 day'`

/** Jobs `j` that do the work, and not the queue's own housekeeping. */
const WORK = sql`j.name <> ${DEAD_LETTERS} and j.name not like '\\_\\_pgboss\\_\\_%'`

const WAITING = sql`j.state in ('created', 'retry')`

/**
 * The state of the queue as whoever asks may see it: row-level security shows a school the jobs that
 * carry its id, and the platform those of all schools together with its scheduled tasks.
 */
export const readJobs = async ({
  req,
}: {
  req: PayloadRequest
}): Promise<{ failures: JobFailure[]; jobs: WorkCount[]; oldestWaiting: null | number }> => {
  const jobs = await rows<WorkCount>(
    req,
    sql`select j.name as reaction, count(*) filter (where ${WAITING})::int as waiting,
          count(*) filter (where j.state = 'active')::int as active,
          count(*) filter (where j.state = 'failed')::int as failed,
          count(*) filter (where j.state = 'completed')::int as done,
          floor(extract(epoch from now() - min(j.created_on) filter (where ${WAITING})))::int as "oldestWaiting"
        from pgboss.job j
        where ${WORK} and (${WAITING} or j.state = 'active'
          or (j.state in ('completed', 'failed') and j.completed_on > now() - ${WINDOW}))
        group by j.name order by j.name`,
  )
  const failures = await rows<JobFailure>(
    req,
    sql`select j.name as reaction, j.data ->> 'tenant' as tenant, j.retry_count + 1 as attempts,
          j.state = 'failed' as "isFinal", to_json(coalesce(j.completed_on, j.started_on)) #>> '{}' as at,
          coalesce(j.output ->> 'message', j.output #>> '{value,message}') as reason
        from pgboss.job j
        where ${WORK} and (j.state = 'retry' or (j.state = 'failed' and j.completed_on > now() - ${WINDOW}))
        order by coalesce(j.completed_on, j.started_on) desc nulls last limit ${MOST_FAILURES}`,
  )
  const ages = jobs.flatMap(({ oldestWaiting }) => oldestWaiting ?? [])

  return { failures, jobs, oldestWaiting: ages.length > 0 ? Math.max(...ages) : null }
}
