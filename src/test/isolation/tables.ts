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
  lectern_mail_pace: 'mail servers take mail of all schools; the app’s role may not even read it',
  lectern_workers: 'workers serve all schools; the app’s role may not even read it',
  payload_migrations: 'names of migrations',
}

/** Every table of the schema with its columns, as the database itself describes them. */
export const describeTables = async (client: pg.ClientBase): Promise<Table[]> => {
  const { rows } = await client.query<Column & { table: string }>(`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      a.attnotnull and not a.atthasdef as needed,
      (select e.enumlabel from pg_enum e where e.enumtypid = a.atttypid order by e.enumsortorder limit 1) as "enumValue",
      (select k.confrelid::regclass::text from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'
        and a.attnum = k.conkey[1] and k.confrelid <> 'tenants'::regclass limit 1) as target
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' order by c.relname, a.attnum`)
  const tables = new Map<string, Table>()
  for (const { table, ...column } of rows) {
    const known = tables.get(table) ?? { name: table, columns: [], tenantColumn: null }
    known.columns.push(column)
    if (column.name === 'tenant_id' || column.name === 'version_tenant_id') {
      known.tenantColumn = column.name
    }
    tables.set(table, known)
  }

  return [...tables.values()].filter(({ name }) => !(name in SHARED))
}

const sample = ({ name, type, enumValue }: Column): unknown => {
  if (enumValue) {
    return enumValue
  }
  if (type === 'uuid') {
    return crypto.randomUUID()
  }
  if (type.startsWith('timestamp')) {
    return new Date().toISOString()
  }
  if (type === 'jsonb') {
    return '{}'
  }
  if (type === 'boolean') {
    return true
  }
  if (type === 'numeric' || type === 'integer') {
    return 1
  }

  return name === 'currency' ? 'USD' : `sample-${crypto.randomUUID()}`
}

/** Columns that hold a row's parent or target, which must exist before the row can. */
const targetsOf = (table: Table): string[] =>
  table.columns
    .filter(({ needed, target }) => needed && target && target !== table.name)
    .map(({ target }) => target ?? '')

/**
 * Puts at least one row of `tenant` into every table, built from nothing but the table's description,
 * so that a table made tomorrow is tested as well. Runs as the schema's owner.
 */
export const fillTables = async ({
  client,
  tables,
  tenant,
}: {
  client: pg.ClientBase
  tables: Table[]
  tenant: string
}): Promise<void> => {
  const waiting = [...tables]
  const done = new Set<string>()
  while (waiting.length > 0) {
    const next = waiting.findIndex((table) =>
      targetsOf(table).every(
        (target) => done.has(target) || !tables.some(({ name }) => name === target),
      ),
    )
    const [table] = waiting.splice(Math.max(next, 0), 1)
    if (table) {
      await fill({ client, table, tenant })
      done.add(table.name)
    }
  }
}

const fill = async ({
  client,
  table,
  tenant,
}: {
  client: pg.ClientBase
  table: Table
  tenant: string
}): Promise<void> => {
  if (table.name === 'tenants' || (await rowsOf({ client, table, tenant })).length > 0) {
    return
  }
  const given: [column: string, value: unknown][] = []
  for (const column of table.columns) {
    if (column.name === table.tenantColumn) {
      given.push([column.name, tenant])
    } else if (column.target && (column.needed || table.tenantColumn === null)) {
      given.push([column.name, await anyRow({ client, table: column.target, tenant })])
    } else if (column.needed) {
      given.push([column.name, sample(column)])
    }
  }
  const names = given.map(([name]) => `"${name}"`).join(', ')
  await client.query(
    `insert into "${table.name}" (${names}) values (${given.map((_, i) => `$${i + 1}`).join(', ')})`,
    given.map(([, value]) => value),
  )
}

const anyRow = async ({
  client,
  table,
  tenant,
}: {
  client: pg.ClientBase
  table: string
  tenant: string
}): Promise<unknown> => {
  const { rows: columns } = await client.query(
    `select 1 from pg_attribute where attrelid = $1::regclass and attname = 'tenant_id'`,
    [table],
  )
  const { rows } = await client.query<{ id: unknown }>(
    `select id from ${table} ${columns.length > 0 ? 'where tenant_id = $1' : 'where $1::uuid is not null'} limit 1`,
    [tenant],
  )

  return rows[0]?.id ?? null
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
  const { rows } = await client.query<{ attname: string }>(
    `select attname from pg_attribute where attrelid = $1::regclass and attname in ('tenant_id', 'version_tenant_id')`,
    [parent.target],
  )

  return `${parent.name} in (select id from ${parent.target} where ${rows[0]?.attname ?? 'tenant_id'} = $1)`
}
