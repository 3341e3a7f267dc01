import pg from 'pg'

import { copyIn, copyOut } from '@/database/copy'

import type { DumpedTable, Manifest } from './manifest'

import { rowsSeen } from './checksum'
import { copied, partName, PLAIN } from './dump'
import { getPart } from './parts'

/** A client that reads and writes rows as the dump did. */
export const plainClient = async (connectionString: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString })
  client.on('error', () => undefined)
  await client.connect()
  await client.query(PLAIN)

  return client
}

/** The rows of a table as the backup has them, in pieces. */
async function* dumpedRows(id: string, table: DumpedTable): AsyncGenerator<Buffer> {
  for (let part = 0; part < table.parts; part += 1) {
    yield await getPart(partName(id, table, part), { pressed: true })
  }
}

/** Throws where a database has tables of ours already. */
const refuseFull = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query(
    `select 1 from pg_class c where c.relkind in ('r', 'p') and c.relnamespace::regnamespace::text in ('public', 'pgboss') limit 1`,
  )
  if (rows.length > 0) {
    throw new Error('The database is not empty: a backup is restored into a new one.')
  }
}

/** Reads every table of a restored database and names those that are not what was dumped. */
const differing = async (client: pg.Client, tables: readonly DumpedTable[]): Promise<string[]> => {
  const wrong: string[] = []
  for (const table of tables) {
    const { add, seen } = rowsSeen()
    for await (const row of copyOut(client, `copy ${copied(table)} to stdout`)) {
      add(row)
    }
    const { checksum, rows } = seen()
    if (checksum !== table.checksum || rows !== table.rows) {
      wrong.push(`${table.schema}.${table.name} (${rows} rows instead of ${table.rows})`)
    }
  }

  return wrong
}

/**
 * Makes the database of a backup anew in an empty one, and compares counts and checksums of every table. What a role may see
 * and do is not laid yet: the migration does it, and until then the owner alone can reach a row. Throws where anything is
 * another than it was.
 */
export const loadDatabase = async (url: string, manifest: Manifest): Promise<void> => {
  const client = await plainClient(url)
  try {
    await refuseFull(client)
    for (const statement of manifest.before) {
      await client.query(statement)
    }
    for (const table of manifest.tables) {
      await copyIn(client, `copy ${copied(table)} from stdin`, dumpedRows(manifest.id, table))
    }
    for (const statement of manifest.after) {
      await client.query(statement)
    }
    await client.query('analyze')
    const wrong = await differing(client, manifest.tables)
    if (wrong.length > 0) {
      throw new Error(`Not what was backed up: ${wrong.join(', ')}.`)
    }
  } finally {
    await client.end()
  }
}
