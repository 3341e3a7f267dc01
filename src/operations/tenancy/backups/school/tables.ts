import type pg from 'pg'

import { scopedTables } from '@/database/floor'

/** A table with the rows of schools: `where` names those of the school in `$1`. */
export type SchoolTable = {
  columns: string[]
  /** How many tables lie between its rows and those that name their school themselves. */
  depth: number
  name: string
  /** Columns by which a row is found again. */
  primary: string[]
  where: string
}

/**
 * What is of now and not of then: the proof of what was done, erased and deleted, what was mailed, what payment providers reported, the school's
 * addresses and its bill with the platform. Keys of programs stay as they are, since one that was withdrawn must not come back.
 */
const OF_NOW = [
  'account_changes',
  'address_blocks',
  'api_keys',
  'audit_chain',
  'audit_entries',
  'audit_heads',
  'consents',
  'dead_letters',
  'domains',
  'emails',
  'erasures',
  'payload_jobs',
  'payload_kv',
  'payload_locked_documents',
  'payload_locked_documents_rels',
  'payment_events',
  'plan_subscriptions',
  'retention_runs',
  'saml_assertions',
  'scim_tokens',
]

/** What lets somebody in without their password: nobody is signed in by what was ended since. */
const ENDED = [
  'auth_mail_links',
  'auth_sessions',
  'auth_trusted_devices',
  'auth_verifications',
  'auth_views',
]

/** Columns of the school's own row that are of now. */
export const OF_NOW_IN_SCHOOL = ['created_at', 'id', 'kind', 'plan', 'slug']

const COLUMNS = `
  select c.relname as name, array_agg(a.attname::text order by a.attname) filter (where a.attgenerated = '') as columns,
    (select array_agg(k.attname::text order by k.attname) from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any (i.indkey)
      where i.indrelid = c.oid and i.indisprimary) as "primary"
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace group by c.oid, c.relname`

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Every table with rows of schools, but the row of the school itself. */
export const tablesOfSchools = async (client: pg.ClientBase): Promise<SchoolTable[]> => {
  const scopes = new Map((await scopedTables(client)).map((table) => [table.name, table]))
  const { rows } = await client.query<Pick<SchoolTable, 'columns' | 'name' | 'primary'>>(COLUMNS)
  const ruleOf = (name: string): null | Pick<SchoolTable, 'depth' | 'where'> => {
    const table = scopes.get(name)
    if (name === 'tenants') {
      return { depth: 0, where: 'id = $1' }
    }
    if (table?.tenantColumn) {
      return { depth: 0, where: `${quoted(table.tenantColumn)} = $1` }
    }
    const above = table?.parent && ruleOf(table.parent.replaceAll('"', ''))

    return table?.parent && table.parentColumn && above
      ? {
          depth: above.depth + 1,
          where: `${quoted(table.parentColumn)} in (select id from public.${table.parent} where ${above.where})`,
        }
      : null
  }

  return rows.flatMap((table) => {
    const rule = ruleOf(table.name)

    return rule && table.name !== 'tenants' ? [{ ...table, ...rule }] : []
  })
}

/** Whether the rows of a table are replaced, taken away, or left as they are. */
export const fateOf = ({ name }: SchoolTable): 'ended' | 'left' | 'replaced' =>
  ENDED.includes(name) ? 'ended' : OF_NOW.includes(name) ? 'left' : 'replaced'
