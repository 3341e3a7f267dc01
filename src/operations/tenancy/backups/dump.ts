import pg from 'pg'

import type { CopiedTable } from '@/database/catalog'

import { readBlueprint } from '@/database/catalog'
import { copyOut } from '@/database/copy'
import { roleUrl } from '@/database/roles'

import type { DumpedTable, Manifest } from './manifest'

import { rowsSeen } from './checksum'
import { FOLDER } from './manifest'
import { inParts, putPart } from './parts'

/** Rows of these are of the running processes, and not of a backup. */
const OF_THE_MOMENT =
  /^(lectern_backups|lectern_handovers|lectern_limits|lectern_restores|lectern_workers|queue_stats.*)$/

/** Whoever migrates holds this lock; a dump holds it beside other dumps. */
const MIGRATION_LOCK = 727_001

/** Settings under which rows and definitions read the same everywhere. */
export const PLAIN = `
  set search_path = ''; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC';
  set extra_float_digits = 3; set bytea_output = 'hex'; set statement_timeout = 0; set lock_timeout = 0;
  set idle_in_transaction_session_timeout = 0; set check_function_bodies = off`

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** A table and its columns as COPY names them. */
export const copied = ({ name, columns, schema }: CopiedTable): string =>
  `${quoted(schema)}.${quoted(name)} (${columns.map(quoted).join(', ')})`

/** Where the parts of a table lie. */
export const partName = (
  id: string,
  { name, schema }: { name: string; schema: string },
  part: number,
): string => `${FOLDER}/${id}/${schema}.${name}.${part}`

type Size = { bytes: number }

const dumpTable = async (
  client: pg.Client,
  id: string,
  table: CopiedTable,
  size: Size,
): Promise<DumpedTable> => {
  const { add, seen } = rowsSeen()
  let parts = 0
  const rows = (async function* () {
    for await (const row of copyOut(client, `copy ${copied(table)} to stdout`)) {
      add(row)
      yield row
    }
  })()
  for await (const part of inParts(rows)) {
    if (part.length > 0) {
      size.bytes += await putPart(partName(id, table, parts), part, { pressed: true })
      parts += 1
    }
  }

  return { ...table, ...seen(), parts }
}

type Dump = Pick<Manifest, 'after' | 'at' | 'before' | 'bytes' | 'migrations' | 'tables'>

/**
 * Copies the whole database into sealed parts, as it is at one moment, as the platform's own role: nobody waits for it but
 * migrations.
 */
export const dumpDatabase = async (id: string): Promise<Dump> => {
  const client = new pg.Client({ connectionString: roleUrl('lectern_system') })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(PLAIN)
    await client.query('select pg_advisory_lock_shared($1)', [MIGRATION_LOCK])
    await client.query('begin isolation level repeatable read read only')
    const { rows } = await client.query<{ at: Date }>('select now() as at')
    const { after, before, tables: found } = await readBlueprint(client)
    const size = { bytes: 0 }
    const tables: DumpedTable[] = []
    for (const table of found.filter(({ name }) => !OF_THE_MOMENT.test(name))) {
      tables.push(await dumpTable(client, id, table, size))
    }
    const { rows: migrations } = await client.query<{ name: string }>(
      'select name from public.payload_migrations where batch > 0 order by name',
    )

    return {
      after,
      at: rows[0]?.at ?? new Date(),
      before,
      bytes: size.bytes,
      migrations: migrations.map(({ name }) => name),
      tables,
    }
  } finally {
    await client.end()
  }
}
