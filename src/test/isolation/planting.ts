import type pg from 'pg'

import type { Column, Table } from './tables'

import { rowsOf } from './tables'

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
  if (['bigint', 'integer', 'numeric'].includes(type)) {
    return 1
  }

  return name === 'currency' ? 'USD' : `sample-${crypto.randomUUID()}`
}

/** What a row must hold where it stands alone: a posting of one row moves nothing, a school's further currency is not its own. */
const ALONE: Record<string, Record<string, unknown>> = {
  ledger_entries: { amount: 0 },
  tenants_settings_currencies: { currency: 'EUR' },
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
  await plant({ client, table, tenant })
}

/**
 * Puts one row of `tenant` into a table, with `values` by column and samples in all other columns that
 * need a value; answers its id, as text.
 */
export const plant = async ({
  client,
  table,
  tenant,
  values = {},
}: {
  client: pg.ClientBase
  table: Table
  tenant: string
  values?: Record<string, unknown>
}): Promise<string> => {
  const known = { ...ALONE[table.name], ...values }
  const given: [column: string, value: unknown][] = []
  for (const column of table.columns) {
    if (column.name in known) {
      given.push([column.name, known[column.name]])
    } else if (column.name === table.tenantColumn) {
      given.push([column.name, tenant])
    } else if (column.target && (column.needed || table.tenantColumn === null)) {
      given.push([column.name, await anyRow({ client, table: column.target, tenant })])
    } else if (column.needed) {
      given.push([column.name, sample(column)])
    }
  }
  const names = given.map(([name]) => `"${name}"`).join(', ')
  const { rows } = await client.query<Record<string, unknown>>(
    `insert into "${table.name}" (${names}) values (${given.map((_, i) => `$${i + 1}`).join(', ')}) returning *`,
    given.map(([, value]) => value),
  )

  return String(rows[0]?.id)
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
  if (table === 'tenants') {
    return tenant
  }
  const { rows: columns } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = $1::regclass and attname in ('tenant_id', 'version_tenant_id')`,
    [table],
  )
  const [column] = columns
  const { rows } = await client.query<{ id: unknown }>(
    `select id from ${table} ${column ? `where ${column.name} = $1` : 'where $1::uuid is not null'} limit 1`,
    [tenant],
  )

  return rows[0]?.id ?? null
}
