import type { postgresAdapter } from '@payloadcms/db-postgres'

type Hooks = NonNullable<Parameters<typeof postgresAdapter>[0]['beforeSchemaInit']>

type Raw = { indexes?: Record<string, { on: string | string[] }> }

/** Tables of which a row is written again and again, and seldom looked for by when that was. */
const REWRITTEN = ['progress']

/**
 * Leaves out Payload's index on `updatedAt` where it costs more than it serves: with it each writing of a row would have to
 * go into every index of its table, without it into none.
 */
export const leaveUnindexed: Hooks[number] = ({ adapter, schema }) => {
  const tables = adapter.rawTables as unknown as Record<string, Raw>
  for (const table of REWRITTEN) {
    const { indexes = {} } = tables[table] ?? {}
    const found = Object.entries(indexes).find(([, { on }]) => on === 'updatedAt')
    if (!found) {
      throw new Error(`There is no index on updatedAt of ${table}.`)
    }
    Reflect.deleteProperty(indexes, found[0])
  }

  return schema
}
