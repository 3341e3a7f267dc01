import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Urgency } from '@/adapters/queue/boss'
import type { FactName, Facts } from '@/domain/facts'
import type { Reaction } from '@hooks/events/reaction'

import { sendJobs } from '@/adapters/queue/boss'
import { openTransaction, rows } from '@/database/transaction'

type Announcement<Name extends FactName> = {
  data: Facts[Name]
  fact: Name
  req: PayloadRequest
  tenant: string
}

/**
 * Writes a fact down and sends whatever reacts to it, inside the caller's transaction: if the change
 * rolls back, it was never announced; if it commits, every reaction will run. Its actor is an account of
 * that school; what the platform's staff do there has none.
 */
export const announce = <Name extends FactName>({
  data,
  ...rest
}: Announcement<Name>): Promise<void> => announceAll({ ...rest, data: [data] })

/** Announces the same fact of many rows, in as many statements as of one. */
export const announceAll = async <Name extends FactName>({
  data,
  fact,
  req,
  tenant,
  urgency,
}: Omit<Announcement<Name>, 'data'> & {
  data: Facts[Name][]
  urgency?: Urgency
}): Promise<void> => {
  const session = await openTransaction(req)
  if (!session) {
    throw new Error(`${fact} was announced outside a transaction.`)
  }
  const written = await rows<{ data: Facts[Name]; event: string }>(
    req,
    sql`insert into events (id, tenant_id, fact, data, actor_id)
        select uuidv7(), ${tenant}::uuid, ${fact}, told,
          (select id from users where id = ${req.user?.id ?? null}::uuid and tenant_id = ${tenant}::uuid)
        from jsonb_array_elements(${JSON.stringify(data)}::jsonb) as told
        returning id as event, data`,
  )
  if (written.length !== data.length) {
    throw new Error(`${fact} was not written down.`)
  }
  const reactions = req.payload.config.custom.reactions as Reaction[]
  for (const { name, concerns } of reactions.filter(({ on }) => on === fact)) {
    const concerned = written.filter((one) => concerns(one.data as never))
    await sendJobs({
      jobs: concerned.map((one) => ({ ...one, tenant })),
      names: [name],
      session,
      urgency,
    })
  }
}
