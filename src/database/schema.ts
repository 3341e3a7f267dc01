import type { postgresAdapter } from '@payloadcms/db-postgres'

import type { AnyPgColumn, AnyPgTable } from '@payloadcms/db-postgres/drizzle/pg-core'

import { foreignKey, unique } from '@payloadcms/db-postgres/drizzle/pg-core'

import { authTables } from './authTables'
import { notificationTables } from './notificationTables'
import { scimTables } from './scimTables'

type Hooks = NonNullable<Parameters<typeof postgresAdapter>[0]['beforeSchemaInit']>
type PostgresSchemaHook = Hooks[number]

type Columns = Record<string, AnyPgColumn | undefined>
type ForeignKey = {
  columns: string[]
  foreignColumns: { name: string; table: string }[]
  name: string
  onDelete: string
}
type Raw = {
  columns: Record<
    string,
    {
      name: string
      notNull?: boolean
      reference?: { name: string; onDelete: string; table: string }
    }
  >
  foreignKeys?: Record<string, ForeignKey>
  name: string
}

/** A row's school exists, and cannot go while the row is there. */
const schoolKey = (table: string, column: string): ForeignKey => ({
  name: `${table}_school`,
  columns: [column],
  foreignColumns: [{ name: 'id', table: 'tenants' }],
  onDelete: 'restrict',
})

/** One relation inside a school: `columns` of `table` may only name a row of the same school. */
type Wall = {
  column: string
  onDelete: 'cascade' | 'no action' | 'restrict'
  table: string
  target: string
  tenant: string
}

const walls: Wall[] = []

/** Tables whose rows say something of another row, and go with whatever they name. */
const FOLLOWING = [
  'abandoned_checkouts',
  'account_changes',
  'api_keys',
  'cart_items',
  'consents',
  'data_exports',
  'document_copies',
  'incoming_files',
  'learner_notes',
  'offer_additions',
  'people_lines',
  'transcripts',
  'translations',
  'upsell_proposals',
  'upsells',
  'video_plays',
  'videos',
]

/** Optional relations whose row cannot go while it is named. */
const HOLDING = ['order_lines.course', 'order_lines.offer', 'users.customRole']

/** Column that names the school of a table's rows: `tenant`, or `version_tenant` in a table of versions; a school's own row is its own. */
const tenantColumn = ({ name: table, columns }: Raw): string | undefined =>
  table === 'tenants' ? 'id' : ['tenant', 'version_tenant'].find((name) => name in columns)

/**
 * Finds every single relation between two tables that carry a school. A required one loses Payload's
 * own foreign key, whose ON DELETE SET NULL would fire before ours, and so does one that goes with what
 * it names or holds it; another optional one keeps it.
 */
export const findWalls: PostgresSchemaHook = ({ adapter, schema }) => {
  const tables = adapter.rawTables as unknown as Record<string, Raw>
  walls.length = 0
  for (const raw of Object.values(tables)) {
    const tenant = tenantColumn(raw)
    if (tenant && raw.columns[tenant] && raw.name !== 'tenants') {
      // A collection with drafts may store anything half-filled, but never a row of no school.
      raw.columns[tenant].notNull = true
      delete raw.columns[tenant].reference
      raw.foreignKeys = { ...raw.foreignKeys, [`${raw.name}_school`]: schoolKey(raw.name, tenant) }
    }
    for (const [column, { notNull, reference }] of Object.entries(tenant ? raw.columns : {})) {
      const target = reference && tables[reference.table]
      if (!tenant || !target || tenantColumn(target) !== 'tenant') {
        continue
      }
      const follows = FOLLOWING.includes(raw.name)
      const holds = notNull === true || HOLDING.includes(`${raw.name}.${column}`)
      walls.push({
        column,
        onDelete: follows ? 'cascade' : holds ? 'restrict' : 'no action',
        table: raw.name,
        target: target.name,
        tenant,
      })
      if (holds || follows) {
        delete raw.columns[column]?.reference
      }
    }
  }

  return schema
}

/**
 * Raises the walls: `unique (id, tenant)` on every table of a school, and `(relation, tenant)` as a
 * foreign key on it. Adds the tables of better-auth, which belong to the same migrations.
 */
export const raiseWalls: PostgresSchemaHook = ({ adapter, extendTable, schema }) => {
  const tables = schema.tables as unknown as Record<string, Columns>
  const raws = adapter.rawTables as unknown as Record<string, Raw>
  for (const raw of Object.values(raws)) {
    const table = tables[raw.name]
    if (table && 'tenant' in raw.columns) {
      const name = `${raw.name}_id_tenant_uq`
      extendTable({
        extraConfig: (t: Columns) => ({ [name]: unique(name).on(of(t, 'id'), of(t, 'tenant')) }),
        table: table as unknown as AnyPgTable,
      })
    }
  }
  for (const { column, onDelete, table, target, tenant } of walls) {
    const name = `${table}_${column}_wall`.slice(0, 63)
    const parent = tables[target]
    extendTable({
      extraConfig: (t: Columns) => ({
        [name]: foreignKey({
          name,
          columns: [of(t, column), of(t, tenant)],
          foreignColumns: [of(parent, 'id'), of(parent, 'tenant')],
        }).onDelete(onDelete),
      }),
      table: tables[table] as unknown as AnyPgTable,
    })
  }

  const named = (table: Columns | undefined) => ({
    id: of(table, 'id'),
    tenant: of(table, 'tenant'),
  })

  return {
    ...schema,
    tables: {
      ...schema.tables,
      ...authTables(named(tables.users)),
      ...notificationTables(named(tables.users)),
      ...scimTables({ providers: named(tables.sign_in_providers), users: named(tables.users) }),
    } as unknown as typeof schema.tables,
  }
}

const of = (table: Columns | undefined, name: string): AnyPgColumn => {
  const column = table?.[name]
  if (!column) {
    throw new Error(`There is no column ${name}.`)
  }

  return column
}
