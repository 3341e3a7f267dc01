import type { Scene } from '../scene'

import { tableOf } from '../ownRows'

/** A row by column, with lists of its own in other tables by their names: each as text. */
export type Kept = Record<string, string>

const children = new Map<string, { column: string; table: string }[]>()

/** Tables whose rows are parts of a collection's row. */
const partsOf = async ({ owner }: Scene, table: string) => {
  const known = children.get(table)
  if (known) {
    return known
  }
  const { rows } = await owner.query<{ column: string; table: string }>(
    `select c.relname as table, a.attname as column from pg_constraint k
     join pg_class c on c.oid = k.conrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
     where k.contype = 'f' and k.confrelid = $1::regclass and a.attname in ('_parent_id', 'parent_id')
       and c.relname not like '\\_%\\_v%'`,
    [`"${table}"`],
  )
  children.set(table, rows)

  return rows
}

/** A row as it stands. */
export const rowOf = async (scene: Scene, slug: string, id: string): Promise<Kept> => {
  const table = tableOf(slug)
  const { rows } = await scene.owner.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from "${table}" t where id::text = $1`,
    [id],
  )
  const kept: Kept = Object.fromEntries(
    Object.entries(rows[0]?.row ?? {}).map(([name, value]) => [name, JSON.stringify(value)]),
  )
  for (const part of await partsOf(scene, table)) {
    const { rows: held } = await scene.owner.query<{ all: null | string }>(
      `select string_agg((to_jsonb(t) - 'id')::text, ' ' order by (to_jsonb(t) - 'id')::text) as all from "${part.table}" t where "${part.column}"::text = $1`,
      [id],
    )
    kept[part.table.replace(`${table}_`, '')] = held[0]?.all ?? ''
  }

  return kept
}

/** Columns in which two states of a row differ, but for the moment of the change. */
export const differing = (before: Kept, after: Kept): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => name !== 'updated_at' && before[name] !== after[name])
    .sort()
