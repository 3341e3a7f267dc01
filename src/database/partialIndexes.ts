import type { postgresAdapter } from '@payloadcms/db-postgres'
import type { AnyPgColumn, AnyPgTable } from '@payloadcms/db-postgres/drizzle/pg-core'

import { sql } from '@payloadcms/db-postgres'
import { check, uniqueIndex } from '@payloadcms/db-postgres/drizzle/pg-core'

import { SUBJECTS } from '@/domain/translation/subjects'

type Hooks = NonNullable<Parameters<typeof postgresAdapter>[0]['afterSchemaInit']>

type Columns = Record<string, AnyPgColumn>

/** Uniqueness among some rows of a table only, which Payload's own indexes cannot say. */
const PARTIAL = [
  {
    name: 'domains_verified_host_uq',
    columns: ['host'],
    table: 'domains',
    where: sql.raw('verified_at is not null'),
  },
  {
    name: 'domains_primary_uq',
    columns: ['tenant'],
    table: 'domains',
    where: sql.raw('is_primary'),
  },
  {
    name: 'incoming_files_open_uq',
    columns: ['tenant', 'account', 'fingerprint'],
    table: 'incoming_files',
    where: sql.raw("state = 'open' and fingerprint is not null"),
  },
  {
    name: 'place_requests_open_uq',
    columns: ['tenant', 'learner', 'course'],
    table: 'place_requests',
    where: sql.raw("status in ('requested', 'approved')"),
  },
  {
    name: 'place_transfers_left_uq',
    columns: ['tenant', 'line'],
    table: 'place_transfers',
    where: sql.raw('completed_at is not null'),
  },
] as const

/** A translation is of one document, and of a school it is of its own. */
const ONE_SUBJECT = `num_nonnulls(${Object.values(SUBJECTS)
  .map((name) => `${name}_id`)
  .join(', ')}) = 1 and (school_id is null or school_id = tenant_id)`

/** A name is proved by one school, a school has one main address, somebody one open request for a course and one upload under way of a file, and a place is left once. */
export const addPartialIndexes: Hooks[number] = ({ extendTable, schema }) => {
  const tables = schema.tables as unknown as Record<string, AnyPgTable & Columns>
  for (const { name, columns, table, where } of PARTIAL) {
    const found = tables[table]
    if (!found) {
      throw new Error(`There is no table ${table}.`)
    }
    extendTable({
      extraConfig: (t: Columns) => {
        const [first, ...rest] = columns.map((column) => t[column] as AnyPgColumn)

        return {
          [name]: uniqueIndex(name)
            .on(first as AnyPgColumn, ...rest)
            .where(where),
        }
      },
      table: found,
    })
  }
  const { translations } = tables
  if (translations) {
    const name = 'translations_subject'
    extendTable({
      extraConfig: () => ({ [name]: check(name, sql.raw(ONE_SUBJECT)) }),
      table: translations,
    })
  }

  return schema
}
