import type pg from 'pg'

import { createHash } from 'node:crypto'

import { copyOut } from '@/database/copy'

import type { SchoolTable } from './tables'

import { fateOf, quoted } from './tables'

/** What becomes of the rows of a table: so many come back, go, or become what they were. */
export type TableDifference = { back: number; changed: number; gone: number; table: string }

const list = (columns: readonly string[]): string => columns.map(quoted).join(', ')

/** `copy` takes no parameters: the school's id is written into it, and is a UUID. */
export const rowsOf = (
  table: SchoolTable,
  tenant: string,
  columns: readonly string[] = table.columns,
): string => {
  if (!/^[0-9a-f-]{36}$/.test(tenant)) {
    throw new Error('Not the id of a school.')
  }

  return `copy (select ${list(columns)} from public.${quoted(table.name)} where ${table.where.replaceAll('$1', `'${tenant}'`)}) to stdout`
}

const digests = async (
  client: pg.ClientBase,
  table: SchoolTable,
  tenant: string,
): Promise<Map<string, string>> => {
  const found = new Map<string, string>()
  const columns = [...table.primary, ...table.columns]
  for await (const row of copyOut(client, rowsOf(table, tenant, columns))) {
    const key = row.toString('utf8').split('\t').slice(0, table.primary.length).join('\t')
    found.set(key, createHash('sha256').update(row).digest('base64url'))
  }

  return found
}

/** Compares the rows that a school has now with those that it had then, table by table; tables without a difference are not named. */
export const schoolDifference = async ({
  now,
  tables,
  tenant,
  then,
}: {
  now: pg.ClientBase
  tables: readonly SchoolTable[]
  tenant: string
  then: pg.ClientBase
}): Promise<TableDifference[]> => {
  const found: TableDifference[] = []
  for (const table of tables.filter((one) => fateOf(one) === 'replaced')) {
    const [before, after] = [await digests(now, table, tenant), await digests(then, table, tenant)]
    const back = [...after.keys()].filter((key) => !before.has(key)).length
    const gone = [...before.keys()].filter((key) => !after.has(key)).length
    const changed = [...after].filter(([key, digest]) => {
      const had = before.get(key)

      return had !== undefined && had !== digest
    }).length
    if (back + changed + gone > 0) {
      found.push({ back, changed, gone, table: table.name })
    }
  }

  return found
}
