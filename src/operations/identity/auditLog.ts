import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { AuditEntry } from '@/domain/identity/auditTable'

import { asPlatform, asTenant, currentScope } from '@/database/scope'
import { rows } from '@/database/transaction'
import { CSV_MARK } from '@/domain/csv'
import { AUDIT_HEAD, auditLines } from '@/domain/identity/auditTable'
import { deviceOf } from '@/domain/identity/devices'

/** What is looked for in the log; days are of UTC. */
type AuditSearch = {
  collection?: string
  document?: string
  from?: string
  operation?: string
  person?: string
  to?: string
}

type Asked = {
  /** The number of the last entry of the page before. */
  before?: number
  limit?: number
  req: PayloadRequest
  search: AuditSearch
  tenant: string
}

const ON_PAGE = 25
const AT_ONCE = 500

const pattern = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`

const person = (alias: 'a' | 's') =>
  sql`case when ${sql.identifier(alias)}.id is null then null
      else json_build_object('id', ${sql.identifier(alias)}.id, 'name', ${sql.identifier(alias)}.name, 'email', ${sql.identifier(alias)}.email) end`

const filters = ({ collection, document, from, operation, person: who, to }: AuditSearch) => [
  ...(collection ? [sql`e.collection = ${collection}`] : []),
  ...(document ? [sql`e.document = ${document}`] : []),
  ...(operation ? [sql`e.operation ilike ${pattern(operation)}`] : []),
  ...(from ? [sql`e.at >= ${from}::date`] : []),
  ...(to ? [sql`e.at < ${to}::date + 1`] : []),
  ...(who
    ? [
        sql`(e.actor_id in (select id from users where name ilike ${pattern(who)} or email ilike ${pattern(who)} or id::text = ${who})
          or e.subject_id in (select id from users where name ilike ${pattern(who)} or email ilike ${pattern(who)} or id::text = ${who}))`,
      ]
    : []),
]

type Row = Omit<AuditEntry, 'agent' | 'number'> & { agent: null | string; number: string }

/** A page of the log of a school, the newest first, and the number to ask for the next one with. */
export const auditPage = async ({
  before,
  limit = ON_PAGE,
  req,
  search,
  tenant,
}: Asked): Promise<{ entries: AuditEntry[]; next: null | number }> => {
  const where = [
    sql`c.tenant_id = ${tenant}`,
    ...(before === undefined ? [] : [sql`c.number < ${before}`]),
    ...filters(search),
  ]
  const found = await rows<Row>(
    req,
    sql`select c.number::text, c.hash, to_json(e.at) #>> '{}' as at, e.operation, e.collection, e.document, e.roles, e.changes, e.personal,
          e.origin ->> 'ip' as ip, e.origin ->> 'agent' as agent, ${person('a')} as actor, ${person('s')} as subject,
          (e.origin is null and e.origin_digest is not null) or (e.personal is null and e.personal_digest is not null) as "isReduced"
        from audit_chain c join audit_entries e on e.id = c.entry_id
        left join users a on a.id = e.actor_id left join users s on s.id = e.subject_id
        where ${sql.join(where, sql` and `)} order by c.number desc limit ${limit + 1}`,
  )
  const entries = found.slice(0, limit).map(({ agent, number, ...entry }) => {
    const { browser, system } = deviceOf(agent)

    return {
      ...entry,
      agent: [browser, system].filter(Boolean).join(', ') || null,
      number: Number(number),
    }
  })

  return { entries, next: found.length > limit ? (entries.at(-1)?.number ?? null) : null }
}

/** Whatever the search finds as a file, read page by page as it is taken. */
export const auditStream = ({
  req,
  search,
  tenant,
}: Omit<Asked, 'before' | 'limit'>): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  const { platform } = currentScope()
  const scoped = <T>(run: () => Promise<T>): Promise<T> =>
    platform ? asPlatform(run) : asTenant(tenant, run)
  let before: null | number | undefined

  return new ReadableStream({
    pull: async (controller) => {
      const start = before === undefined ? `${CSV_MARK}${AUDIT_HEAD}` : ''
      const page = await scoped(() =>
        auditPage({ before: before ?? undefined, limit: AT_ONCE, req, search, tenant }),
      )
      before = page.next
      controller.enqueue(encoder.encode(start + auditLines(page.entries)))
      if (before === null) {
        controller.close()
      }
    },
  })
}
