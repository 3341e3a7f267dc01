import type pg from 'pg'

export type Column = {
  enumValue: null | string
  name: string
  needed: boolean
  target: null | string
  type: string
}

export type Table = {
  columns: Column[]
  name: string
  /** `tenant_id`, `version_tenant_id`, or null for a child table, which has its parent's school. */
  tenantColumn: null | string
}

/** Tables that belong to no school, and why; a new table may not be added without thinking of it. */
export const SHARED: Record<string, string> = {
  lectern_account_links:
    'a link is of the person who made it and of no school; the app’s role may not even read it',
  lectern_backups:
    'a backup is of the whole installation; the app’s role may not even read what is known of it',
  lectern_edge_lines:
    'lines of a network’s logs by their digests, of all schools; the app’s role may not even read it',
  lectern_exchange_rates: 'rates are the same for all schools; the app’s role may only read them',
  lectern_handovers:
    'a browser on its way from one school to another; the app’s role may not even read it',
  lectern_limits:
    'how often something was asked for, by names that say nothing of a school; the app’s role may not even read it',
  lectern_link_browsers:
    'browsers that may come from a linked school; the app’s role may not even read it',
  lectern_mail_pace: 'mail servers take mail of all schools; the app’s role may not even read it',
  lectern_restores:
    'a restore is asked for by the platform’s staff; the app’s role may not even read it',
  lectern_workers: 'workers serve all schools; the app’s role may not even read it',
  payload_migrations: 'names of migrations',
}

/** Columns that may be empty, of which a constraint wants one. */
const WANTED: readonly string[] = ['translations.course_id']

/** Every table of the schema with its columns, as the database itself describes them. */
export const describeTables = async (client: pg.ClientBase): Promise<Table[]> => {
  const { rows } = await client.query<Column & { table: string }>(`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      a.attnotnull and not a.atthasdef as needed,
      (select e.enumlabel from pg_enum e where e.enumtypid = a.atttypid order by e.enumsortorder limit 1) as "enumValue",
      (select k.confrelid::regclass::text from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'
        and a.attnum = k.conkey[1] and (k.confrelid <> 'tenants'::regclass or a.attname in ('_parent_id', 'parent_id')) limit 1) as target
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' order by c.relname, a.attnum`)
  const tables = new Map<string, Table>()
  for (const { table, ...column } of rows) {
    const known = tables.get(table) ?? { name: table, columns: [], tenantColumn: null }
    known.columns.push({
      ...column,
      needed: column.needed || WANTED.includes(`${table}.${column.name}`),
    })
    if (column.name === 'tenant_id' || column.name === 'version_tenant_id') {
      known.tenantColumn = column.name
    }
    tables.set(table, known)
  }

  return [...tables.values()].filter(({ name }) => !(name in SHARED))
}

/** Ids of a school's rows in a table; of a child table, those whose parent is the school's. */
export const rowsOf = async ({
  client,
  table,
  tenant,
}: {
  client: pg.ClientBase
  table: Table
  tenant: string
}): Promise<string[]> => {
  const own =
    table.name === 'tenants'
      ? 'id = $1'
      : table.tenantColumn
        ? `${table.tenantColumn} = $1`
        : await viaParent(client, table)
  const { rows } = await client.query<{ id: string }>(
    `select id::text from "${table.name}" where ${own}`,
    [tenant],
  )

  return rows.map(({ id }) => id)
}

const viaParent = async (client: pg.ClientBase, table: Table): Promise<string> => {
  const parent = table.columns.find(({ name }) => name === '_parent_id' || name === 'parent_id')
  if (!parent?.target) {
    throw new Error(`${table.name} has neither a school nor a parent.`)
  }
  if (parent.target === 'tenants') {
    return `"${parent.name}" = $1`
  }
  const { rows } = await client.query<{ attname: string }>(
    `select attname from pg_attribute where attrelid = $1::regclass and attname in ('tenant_id', 'version_tenant_id')`,
    [parent.target],
  )

  return `${parent.name} in (select id from ${parent.target} where ${rows[0]?.attname ?? 'tenant_id'} = $1)`
}
