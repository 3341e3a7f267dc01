import type pg from 'pg'
import type { Payload } from 'payload'

import { seedDemo } from '@/seed/demo'

import type { Table } from './tables'

import { fillTables } from './planting'
import { describeTables, rowsOf } from './tables'

export type TwoSchools = {
  /** Id of the school on whose host the test stands. */
  here: string
  /** Ids of the other school and of all its rows. */
  foreign: ReadonlySet<string>
  tables: Table[]
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** The demo's two schools, with at least one row of each in every table. */
export const twoSchools = async ({
  client,
  payload,
}: {
  client: pg.ClientBase
  payload: Payload
}): Promise<TwoSchools> => {
  await seedDemo({ payload, say: () => undefined })
  const { rows } = await client.query<{ id: string; slug: string }>('select id, slug from tenants')
  const idOf = (slug: string) => rows.find((row) => row.slug === slug)?.id ?? ''
  const [here, there] = [idOf('aurora'), idOf('ofek')]
  const tables = await describeTables(client)
  await fillTables({ client, tables, tenant: here })
  await fillTables({ client, tables, tenant: there })
  const ids: string[] = []
  for (const table of tables) {
    ids.push(...(await rowsOf({ client, table, tenant: there })))
  }
  await client.query(`update users set status = 'active' where tenant_id = $1`, [here])

  return { foreign: new Set([there, ...ids]), here, tables }
}

/** Ids of `foreign` that an answer gives away. */
export const leakedIn = (text: string, foreign: ReadonlySet<string>): string[] =>
  (text.match(UUID) ?? []).filter((id) => foreign.has(id))

/** Of every table its number of rows and a checksum of all that stands in them, in any order. */
export const checksums = async (
  client: pg.ClientBase,
  tables: readonly Table[],
): Promise<Record<string, string>> => {
  const found: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await client.query<{ sum: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as sum from "${name}" t`,
    )
    found[name] = rows[0]?.sum ?? ''
  }

  return found
}
