import type { Payload } from 'payload'

import type { JobData } from '@/adapters/queue/boss'

import { systemPool } from '@/database/hosts'
import { runReaction } from '@/operations/events/runReaction'

/**
 * Runs the waiting jobs of one reaction, as a worker would, and leaves all others where they are. For
 * tests of a domain that has others after it, or whose rows make pages anew. Answers how many there were.
 */
export const settleOnly = async (payload: Payload, name: string): Promise<number> => {
  const { rows } = await systemPool().query<{ data: JobData }>(
    `update pgboss.job set state = 'completed', completed_on = now()
     where name = $1 and state in ('created', 'retry') returning data`,
    [name],
  )
  for (const { data } of rows) {
    await runReaction({ name, job: data, payload })
  }

  return rows.length
}
