import type { Payload } from 'payload'

import { createLocalReq } from 'payload'

import type { JobData } from '@/adapters/queue/send'
import type { Reaction } from '@hooks/events/reaction'

import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'

/** Every reaction the configuration names. */
export const reactionsOf = (payload: Payload): Reaction[] =>
  payload.config.custom.reactions as Reaction[]

/** Runs one reaction as a worker does: in the fact's school, in a transaction of its own. */
export const runReaction = ({
  name,
  job,
  payload,
}: {
  job: JobData
  name: string
  payload: Payload
}): Promise<void> =>
  asTenant(job.tenant, async () => {
    const found = reactionsOf(payload).find((one) => one.name === name)
    if (!found) {
      throw new Error(`There is no reaction ${name}.`)
    }
    const req = await createLocalReq({}, payload)
    const run = () =>
      found.run({ data: job.data as never, event: job.event, req, tenant: job.tenant })
    await (found.transaction ? inTransaction(req, run) : run())
  })
