import type pg from 'pg'

import { seal, sealedLike } from '@/secrets'

/** Where tax ids are kept: a text column, or a key of a JSON column. `tenant` is the column of the school. */
const PLACES = [
  {
    column: 'settings_invoicing_tax_id',
    isGuarded: false,
    key: null,
    table: 'tenants',
    tenant: 'id',
  },
  { column: 'billing', isGuarded: false, key: 'vatId', table: 'orders', tenant: 'tenant_id' },
  ...['invoices', 'credit_notes'].flatMap((table) => [
    { column: 'buyer', isGuarded: true, key: 'vatId', table, tenant: 'tenant_id' },
    { column: 'seller', isGuarded: true, key: 'taxId', table, tenant: 'tenant_id' },
  ]),
]

type Place = (typeof PLACES)[number]

type Row = { id: string; tenant: string; value: string }

const AT_ONCE = 500

const valueOf = ({ column, key }: Place): string => (key ? `${column} ->> '${key}'` : column)

const plainIn = async (client: pg.ClientBase, place: Place): Promise<Row[]> => {
  const value = valueOf(place)
  const { rows } = await client.query<Row>(
    `select id, ${place.tenant} as tenant, ${value} as value from ${place.table}
     where coalesce(${value}, '') <> '' and ${value} !~ $1 limit ${AT_ONCE}`,
    [sealedLike],
  )

  return rows
}

const sealRows = async (
  client: pg.ClientBase,
  { column, key, table }: Place,
  rows: readonly Row[],
): Promise<void> => {
  const sealed = key ? `jsonb_set(${column}, '{${key}}', to_jsonb(s.sealed))` : 's.sealed'
  await client.query(
    `update ${table} t set ${column} = ${sealed}
     from jsonb_to_recordset($1::jsonb) as s (id uuid, sealed text) where t.id = s.id`,
    [JSON.stringify(rows.map((row) => ({ id: row.id, sealed: seal(row) })))],
  )
}

const GUARD = 'trigger lectern_written_once'

/** Rests the guard of what is written once; nobody else reads or writes the table until the transaction ends. */
const unguarded = async (
  client: pg.ClientBase,
  { isGuarded, table }: Place,
  run: () => Promise<void>,
): Promise<void> => {
  await client.query('begin')
  try {
    if (isGuarded) {
      await client.query(`alter table ${table} disable ${GUARD}`)
    }
    await run()
    if (isGuarded) {
      await client.query(`alter table ${table} enable ${GUARD}`)
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** Seals tax ids that were kept before they were sealed, some hundred rows at a time, as the owner of the tables; may run again at any time. */
export const sealTaxIds = async (client: pg.ClientBase): Promise<void> => {
  for (const place of PLACES) {
    let rows = await plainIn(client, place)
    while (rows.length > 0) {
      const some = rows
      await unguarded(client, place, () => sealRows(client, place, some))
      rows = await plainIn(client, place)
    }
  }
}
