import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Urgency } from '@/adapters/queue/send'
import type { FactName, Facts } from '@/domain/facts'
import type { Reaction } from '@hooks/events/reaction'

import { sending } from '@/adapters/queue/send'
import { openTransaction, row } from '@/database/transaction'
import { auditOfFact } from '@/domain/events/auditedFacts'
import { newId } from '@/newId'
import { writingDown } from '@/operations/events/audit'

type Announcement<Name extends FactName> = {
  /** Parts of a `with` that write what is announced, in the same statement. */
  along?: SQL
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
export const announce = async <Name extends FactName>({
  data,
  ...rest
}: Announcement<Name>): Promise<void> => {
  await announceAll({ ...rest, data: [data] })
}

/** Announces the same fact of many rows, and has all that reacts to them sent, in one statement. Answers the entries of the journal. */
export const announceAll = async <Name extends FactName>({
  along,
  data,
  fact,
  req,
  tenant,
  urgency,
}: Omit<Announcement<Name>, 'data'> & {
  data: Facts[Name][]
  urgency?: Urgency
}): Promise<string[]> => {
  if (!(await openTransaction(req))) {
    throw new Error(`${fact} was announced outside a transaction.`)
  }
  if (data.length === 0 && !along) {
    return []
  }
  const told = data.map((one) => ({ id: newId(), data: one }))
  const reactions = req.payload.config.custom.reactions as Reaction[]
  const jobs = reactions
    .filter(({ on }) => on === fact)
    .flatMap(({ name, concerns }) =>
      told
        .filter((one) => concerns(one.data as never))
        .map((one) => ({ name, data: { data: one.data, event: one.id, tenant } })),
    )
  const acts = data.flatMap((one) => {
    const about = auditOfFact(fact, one)

    return about ? [{ ...about, operation: fact, tenant }] : []
  })
  const written = await row<{ sent: number; told: number }>(
    req,
    sql`with ${along ? sql`${along}, ` : sql``}told as (
          insert into events (id, tenant_id, fact, data, actor_id)
          select t.id, ${tenant}::uuid, ${fact}, t.data,
            (select u.id from users u where u.id = ${req.user?.id ?? null}::uuid and u.tenant_id = ${tenant}::uuid)
          from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as t (id uuid, data jsonb)
          returning 1),
        ${acts.length > 0 ? sql`noted as (${writingDown(req, acts)}), ` : sql``}${sending(jobs, urgency)}
        select (select count(*)::int from told) as told, (select count(*)::int from sent) as sent`,
  )
  if (written?.told !== told.length || written.sent !== jobs.length) {
    throw new Error(`${fact} was not written down.`)
  }

  return told.map(({ id }) => id)
}
