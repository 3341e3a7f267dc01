import type { JobData } from '@/adapters/queue/send'

import { systemPool } from '@/database/hosts'

/** A job that waits for a worker. */
type Waiting = { data: JobData; name: string }

/** Takes the jobs that wait, of one reaction or of all, in the order of the facts they follow from. */
export const takeWaiting = async (name?: string): Promise<Waiting[]> => {
  const { rows } = await systemPool().query<Waiting>(
    `with taken as (
       update pgboss.job set state = 'completed', completed_on = now()
       where state in ('created', 'retry') and data ? 'event' and name = coalesce($1, name)
       returning created_on, name, data)
     select name, data from taken order by created_on, data ->> 'event', name`,
    [name],
  )

  return rows
}
