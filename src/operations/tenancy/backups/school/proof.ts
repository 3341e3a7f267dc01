import type pg from 'pg'

import { copyOut } from '@/database/copy'

import type { SchoolTable } from './tables'

import { rowsSeen } from '../checksum'
import { rowsOf } from './difference'
import { fateOf } from './tables'

/** That a school's rows are those of a backup: in so many tables, so many rows, with a checksum of all. */
export type SchoolProof = { checksum: string; rows: number; tables: number }

/** Compares count and checksum of every table that was replaced in the running database and in the restored one. Throws with the name of one that differs. */
export const provenSame = async ({
  now,
  tables,
  tenant,
  then,
}: {
  now: pg.ClientBase
  tables: readonly SchoolTable[]
  tenant: string
  then: pg.ClientBase
}): Promise<SchoolProof> => {
  const all = rowsSeen()
  let filled = 0
  for (const table of tables.filter((one) => fateOf(one) === 'replaced')) {
    const [mine, theirs] = [rowsSeen(), rowsSeen()]
    for await (const row of copyOut(now, rowsOf(table, tenant))) {
      mine.add(row)
      all.add(row)
    }
    for await (const row of copyOut(then, rowsOf(table, tenant))) {
      theirs.add(row)
    }
    const [is, was] = [mine.seen(), theirs.seen()]
    if (is.rows !== was.rows || is.checksum !== was.checksum) {
      throw new Error(`${table.name} is not what it was (${is.rows} rows instead of ${was.rows}).`)
    }
    filled += is.rows > 0 ? 1 : 0
  }

  return { ...all.seen(), tables: filled }
}
