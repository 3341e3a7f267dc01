import type { Payload } from 'payload'

import { systemPool } from '@/database/hosts'
import { sealedLike, sealedNow, seal, unseal } from '@/secrets'

/** Rows that are read at once, and written one by one. */
const AT_ONCE = 200

const FIRST_ID = '00000000-0000-0000-0000-000000000000'

type Column = { column: string; table: string }

/** What was done with the sealed texts of a column: sealed anew, or left since no key opens them. */
export type Resealed = { left: number; sealed: number } & Column

/** Text columns of all tables whose rows name their school. */
const COLUMNS = `
  select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    and a.atttypid in ('text'::regtype, 'varchar'::regtype)
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    and (select count(*) from pg_attribute k where k.attrelid = c.oid and k.attname in ('id', 'tenant_id') and k.atttypid = 'uuid'::regtype) = 2
  group by c.relname order by c.relname`

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Columns in which something is sealed under another key than the present one. They are found by what lies in them, so that none is forgotten. */
const columnsToSeal = async (): Promise<Column[]> => {
  const { rows } = await systemPool().query<{ columns: string[]; table: string }>(COLUMNS)
  const found: Column[] = []
  for (const { columns, table } of rows) {
    const looks = columns.map(
      (name) =>
        `coalesce(bool_or(${quoted(name)} ~ $1 and not starts_with(${quoted(name)}, $2)), false) as ${quoted(name)}`,
    )
    const { rows: seen } = await systemPool().query<Record<string, boolean>>(
      `select ${looks.join(', ')} from public.${quoted(table)}`,
      [sealedLike, sealedNow()],
    )
    found.push(
      ...columns.filter((column) => seen[0]?.[column]).map((column) => ({ column, table })),
    )
  }

  return found
}

type Row = { id: string; sealed: string; tenant: string }

const opened = ({ sealed, tenant }: Row): null | string => {
  try {
    return unseal({ sealed, tenant })
  } catch {
    return null
  }
}

/** Seals one text anew unless it was written meanwhile; whether a key opened it. */
const resealRow = async ({ column, table }: Column, row: Row): Promise<boolean> => {
  const value = opened(row)
  if (value === null) {
    return false
  }
  await systemPool().query(
    `update public.${quoted(table)} set ${quoted(column)} = $1 where id = $2 and ${quoted(column)} = $3`,
    [seal({ tenant: row.tenant, value }), row.id, row.sealed],
  )

  return true
}

const resealColumn = async (place: Column): Promise<Resealed> => {
  const done = { ...place, left: 0, sealed: 0 }
  const name = quoted(place.column)
  let after = FIRST_ID
  for (;;) {
    const { rows } = await systemPool().query<Row>(
      `select id, tenant_id as tenant, ${name} as sealed from public.${quoted(place.table)}
       where id > $1 and ${name} ~ $2 and not starts_with(${name}, $3) order by id limit ${AT_ONCE}`,
      [after, sealedLike, sealedNow()],
    )
    for (const row of rows) {
      const isSealed = await resealRow(place, row)
      done.sealed += Number(isSealed)
      done.left += Number(!isSealed)
      after = row.id
    }
    if (rows.length < AT_ONCE) {
      return done
    }
  }
}

/**
 * Seals everything anew under the first of `SEALING_KEYS` that another key sealed. May be cut off, and run again or beside
 * itself: what is done is found to be done. Afterwards no text needs the older keys, but for those that are `left`.
 */
export const reseal = async (): Promise<Resealed[]> => {
  const done: Resealed[] = []
  for (const column of await columnsToSeal()) {
    done.push(await resealColumn(column))
  }

  return done
}

/** The same for the worker, which tells of what no key opens. */
export const resealAll = async ({ logger }: Payload): Promise<void> => {
  for (const { column, left, sealed, table } of await reseal()) {
    logger[left > 0 ? 'error' : 'info'](
      { column, left, sealed, table },
      'Secrets were sealed anew.',
    )
  }
}
