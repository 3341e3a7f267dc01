import type { Payload } from 'payload'

import { systemPool } from '@/database/hosts'
import { sealedInJson, sealedLike, sealedNow, seal, unseal } from '@/secrets'

/** Rows that are read at once, and written one by one. */
const AT_ONCE = 200

const FIRST_ID = '00000000-0000-0000-0000-000000000000'

/** `school` is the column of the row's school; a column of JSON may hold several sealed texts. */
type Column = { column: string; isJson: boolean; school: string; table: string }

/** What was done with the sealed texts of a column: those of its rows sealed anew, or left since no key opens them. */
export type Resealed = { column: string; left: number; sealed: number; table: string }

type Table = { columns: { isJson: boolean; name: string }[]; school: string; table: string }

/** Columns of texts and of JSON of all tables whose rows name their school, and of the schools themselves. */
const TABLES = `
  select c.relname as table, case when c.relname = 'tenants' then 'id' else 'tenant_id' end as school,
    json_agg(json_build_object('name', a.attname, 'isJson', a.atttypid = 'jsonb'::regtype) order by a.attnum) as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    and a.atttypid in ('text'::regtype, 'varchar'::regtype, 'jsonb'::regtype)
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and (c.relname = 'tenants' or
    (select count(*) from pg_attribute k where k.attrelid = c.oid and k.attname in ('id', 'tenant_id') and k.atttypid = 'uuid'::regtype) = 2)
  group by c.relname order by c.relname`

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Whether a column holds what another key sealed; `$1` is the looks of a sealed text, `$2` of one within JSON, `$3` how those of the present key begin. */
const isOlder = ({ column, isJson }: Pick<Column, 'column' | 'isJson'>): string => {
  const name = `t.${quoted(column)}`

  return isJson
    ? `(replace(${name}::text, '"' || $3, '') ~ $2)`
    : `(${name} ~ $1 and not starts_with(${name}, $3))`
}

const looks = (): string[] => [sealedLike, sealedInJson, sealedNow()]

/** All three are named, since a statement may lack a column of one kind. */
const LOOKS = `(select $1::text, $2::text, $3::text) as looks (a, b, c)`

/** Columns in which something is sealed under another key than the present one. They are found by what lies in them, so that none is forgotten. */
const columnsToSeal = async (): Promise<Column[]> => {
  const { rows } = await systemPool().query<Table>(TABLES)
  const found: Column[] = []
  for (const { columns, school, table } of rows) {
    const all = columns.map(({ name, isJson }) => ({ column: name, isJson, school, table }))
    const { rows: seen } = await systemPool().query<Record<string, boolean>>(
      `select ${all.map((one) => `coalesce(bool_or(${isOlder(one)}), false) as ${quoted(one.column)}`).join(', ')}
       from public.${quoted(table)} t, ${LOOKS}`,
      looks(),
    )
    found.push(...all.filter(({ column }) => seen[0]?.[column]))
  }

  return found
}

type Row = { id: string; sealed: string; tenant: string }

/** A sealed text under the present key; null where no key opens it. */
const anew = (sealed: string, tenant: string): null | string => {
  try {
    return seal({ tenant, value: unseal({ sealed, tenant }) })
  } catch {
    return null
  }
}

const IN_JSON = new RegExp(sealedInJson, 'gu')

/** What a row is to hold; null where there is a text in it that no key opens. */
const resealed = ({ isJson }: Column, { sealed, tenant }: Row): null | string => {
  if (!isJson) {
    return anew(sealed, tenant)
  }
  let isLeft = false
  const text = sealed.replace(IN_JSON, (one) => {
    const next = one.startsWith(`"${sealedNow()}`) ? null : anew(one.slice(1, -1), tenant)
    isLeft ||= next === null && !one.startsWith(`"${sealedNow()}`)

    return next === null ? one : `"${next}"`
  })

  return isLeft ? null : text
}

/** Seals what a row holds anew unless it was written meanwhile; whether keys opened it. */
const resealRow = async (place: Column, row: Row): Promise<boolean> => {
  const value = resealed(place, row)
  if (value === null) {
    return false
  }
  const name = quoted(place.column)
  const type = place.isJson ? 'jsonb' : 'text'
  await systemPool().query(
    `update public.${quoted(place.table)} set ${name} = $1::${type} where id = $2 and ${name} = $3::${type}`,
    [value, row.id, row.sealed],
  )

  return true
}

const resealColumn = async (place: Column): Promise<Resealed> => {
  const { column, school, table } = place
  const done = { column, left: 0, sealed: 0, table }
  let after = FIRST_ID
  for (;;) {
    const { rows } = await systemPool().query<Row>(
      `select t.id, t.${school} as tenant, t.${quoted(column)}::text as sealed from public.${quoted(table)} t, ${LOOKS}
       where t.id > $4 and ${isOlder(place)} order by t.id limit ${AT_ONCE}`,
      [...looks(), after],
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
