import type pg from 'pg'

import type { SchoolTable } from './tables'

import { fateOf, quoted } from './tables'

type Key = {
  action: 'a' | 'c' | 'd' | 'n' | 'r'
  columns: string[]
  name: string
  table: string
  target: string
  targetColumns: string[]
}

const KEYS = `
  select k.conname as name, t.relname as table, r.relname as target, k.confdeltype as action,
    (select array_agg(a.attname::text order by o) from unnest(k.conkey) with ordinality x (n, o) join pg_attribute a on a.attrelid = k.conrelid and a.attnum = x.n) as columns,
    (select array_agg(a.attname::text order by o) from unnest(k.confkey) with ordinality x (n, o) join pg_attribute a on a.attrelid = k.confrelid and a.attnum = x.n) as "targetColumns"
  from pg_constraint k join pg_class t on t.oid = k.conrelid join pg_class r on r.oid = k.confrelid
  where k.contype = 'f' and k.connamespace = 'public'::regnamespace`

/** Rows of the school that name, by this key, a row that is not there. */
const danglingRows = ({ columns, target, targetColumns }: Key, { where }: SchoolTable): string => {
  const same = columns
    .map((column, index) => `r.${quoted(targetColumns[index] ?? '')} = t.${quoted(column)}`)
    .join(' and ')
  const named = columns.map((column) => `t.${quoted(column)} is not null`).join(' and ')

  return `(${where}) and ${named} and not exists (select 1 from public.${quoted(target)} r where ${same})`
}

/**
 * Does what foreign keys do, which rest meanwhile: a row that was left and belongs to one that is gone goes with it. Any other
 * row that names one that is not there stops the restore with the name of its key.
 */
export const refuseDangling = async ({
  now,
  tables,
  tenant,
}: {
  now: pg.ClientBase
  tables: readonly SchoolTable[]
  tenant: string
}): Promise<void> => {
  const byName = new Map(tables.map((table) => [table.name, table]))
  const { rows: keys } = await now.query<Key>(KEYS)
  for (const key of keys) {
    const table = byName.get(key.table)
    if (!table) {
      continue
    }
    const from = `public.${quoted(key.table)} t where ${danglingRows(key, table)}`
    if (fateOf(table) === 'left' && key.action === 'c') {
      await now.query(`delete from ${from}`, [tenant])
      continue
    }
    const { rows } = await now.query(`select 1 from ${from} limit 1`, [tenant])
    if (rows.length > 0) {
      throw new Error(`Rows of ${key.table} would name rows that are not there (${key.name}).`)
    }
  }
}
