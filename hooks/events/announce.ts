import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { FactName, Facts } from '@/domain/facts'
import type { Reaction } from '@hooks/events/reaction'

import { sendJobs } from '@/adapters/queue/boss'
import { openTransaction, row } from '@/database/transaction'

/**
 * Writes a fact down and sends whatever reacts to it, inside the caller's transaction: if the change
 * rolls back, it was never announced; if it commits, every reaction will run.
 */
export const announce = async <Name extends FactName>({
  data,
  fact,
  req,
  tenant,
}: {
  data: Facts[Name]
  fact: Name
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  const session = await openTransaction(req)
  if (!session) {
    throw new Error(`${fact} was announced outside a transaction.`)
  }
  const written = await row<{ id: string }>(
    req,
    sql`insert into events (id, tenant_id, fact, data, actor_id)
        values (uuidv7(), ${tenant}, ${fact}, ${JSON.stringify(data)}::jsonb, ${req.user?.id ?? null})
        returning id`,
  )
  if (!written) {
    throw new Error(`${fact} was not written down.`)
  }
  const reactions = req.payload.config.custom.reactions as Reaction[]
  await sendJobs({
    data: { data, event: written.id, tenant },
    names: reactions.filter(({ on }) => on === fact).map(({ name }) => name),
    session,
  })
}
