import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Changes } from '@/domain/events/auditChanges'

import { currentScope } from '@/database/scope'
import { rows } from '@/database/transaction'

/** Something done, as the audit log tells it; `subject` is the account that it is about, `personal` what can be taken out when that one is forgotten. */
export type Act = {
  changes?: object
  collection?: string
  document?: null | string
  operation: string
  personal?: Changes | null
  subject?: null | string
  tenant: string
}

type Actor = { id: string; roles?: null | readonly string[]; tenant?: unknown }

const actorOf = ({ user }: PayloadRequest): Actor | null => user

/** A header of a request; a request of a job has none. */
const header = ({ headers }: PayloadRequest, name: string): null | string =>
  (headers as Headers | undefined)?.get(name)?.slice(0, 300) ?? null

const originOf = (req: PayloadRequest): null | object => {
  const [ip, agent] = [header(req, 'x-forwarded-for'), header(req, 'user-agent')]

  return ip || agent ? { ...(ip && { ip }), ...(agent && { agent }) } : null
}

const schoolOf = ({ tenant }: Actor): null | string =>
  typeof tenant === 'string' ? tenant : ((tenant as { id?: string } | null)?.id ?? null)

/** What the platform's staff do in a school stands in the log of both. */
const schoolsOf = (actor: Actor | null, tenant: string): string[] => {
  const own = actor && currentScope().platform ? schoolOf(actor) : null

  return own && own !== tenant ? [tenant, own] : [tenant]
}

/** The statement that writes acts down, for use alone or as a part of a `with`. */
export const writingDown = (req: PayloadRequest, acts: readonly Act[]): SQL => {
  const actor = actorOf(req)
  const origin = originOf(req)
  const told = acts.flatMap(({ tenant, ...act }) =>
    schoolsOf(actor, tenant).map((school) => ({
      actor: actor?.id ?? null,
      changes: act.changes ?? {},
      collection: act.collection ?? null,
      document: act.document ?? null,
      operation: act.operation,
      origin,
      personal: act.personal ?? null,
      roles: actor?.roles ?? [],
      subject: act.subject ?? null,
      tenant: school,
    })),
  )

  return sql`insert into audit_entries (tenant_id, actor_id, roles, operation, collection, document, subject_id, changes, origin, personal)
    select a.tenant, a.actor, a.roles, a.operation, a.collection, a.document, a.subject, a.changes, nullif(a.origin, 'null'), nullif(a.personal, 'null')
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as a (tenant uuid, actor uuid, roles text[], operation text, collection text,
      document text, subject uuid, changes jsonb, origin jsonb, personal jsonb)`
}

/** Writes down what is done by this request, in its transaction: it stands in the log exactly if the change does. */
export const audited = async (req: PayloadRequest, ...acts: Act[]): Promise<void> => {
  await rows(req, writingDown(req, acts))
}
