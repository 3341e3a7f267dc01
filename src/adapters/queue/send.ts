import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { createHash } from 'node:crypto'

import { sql } from '@payloadcms/db-postgres'

import { QUEUE_SCHEMA } from './boss'

/** What every job carries: the school it works in, the fact it follows from, and that fact's ids. */
export type JobData = { data: object; event: string; tenant: string }

/** A job, and the reaction that is to do it. */
type Job = { data: JobData; name: string }

/** Work that may wait is taken when there is no other. */
const PRIORITY = { bulk: -1, prompt: 0 } as const

/** How soon work is wanted, beside other work of the same kind. */
export type Urgency = keyof typeof PRIORITY

/** On which pg-boss's workers hear of jobs, as it names it itself. */
const CHANNEL = `pgboss_${createHash('sha224').update(QUEUE_SCHEMA).digest('hex').slice(0, 24)}`

/**
 * A part of a `with`, named `sent`, that sends jobs as pg-boss's own `insert` does, to any number of queues: they start when
 * the transaction commits, or never existed. It has a row for each job that has a queue.
 */
export const sending = (jobs: readonly Job[], urgency: Urgency = 'prompt'): SQL =>
  sql`sent as (
    insert into ${sql.identifier(QUEUE_SCHEMA)}.job_common (name, data, priority, expire_seconds, deletion_seconds, keep_until,
      retry_limit, retry_delay, retry_backoff, retry_delay_max, policy, dead_letter, heartbeat_seconds)
    select q.name, j.data, ${PRIORITY[urgency]}::int, q.expire_seconds, q.deletion_seconds, now() + q.retention_seconds * interval '1 s',
      q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max, q.policy, q.dead_letter, q.heartbeat_seconds
    from jsonb_to_recordset(${JSON.stringify(jobs)}::jsonb) as j (name text, data jsonb)
    join ${sql.identifier(QUEUE_SCHEMA)}.queue q on q.name = j.name
    returning pg_notify(${CHANNEL}, name))`
