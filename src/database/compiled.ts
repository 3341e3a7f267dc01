import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { fillPlaceholders } from '@payloadcms/db-postgres/drizzle'
import { PgDialect } from '@payloadcms/db-postgres/drizzle/pg-core'
import pg from 'pg'

import { poolOf } from './connection'
import { openTransaction, row } from './transaction'

const { builtins, getTypeParser } = pg.types

/** Moments come as text, as `rows` answers them. */
const AS_TEXT: readonly number[] = [builtins.TIMESTAMPTZ, builtins.TIMESTAMP, builtins.DATE]
const types = {
  getTypeParser: ((id: number, format: 'text') =>
    AS_TEXT.includes(id)
      ? (text: string) => text
      : getTypeParser(id, format)) as typeof getTypeParser,
}

type Text = { params: unknown[]; sql: string }

const textOf = <Given extends object>(build: (given: Given) => SQL): Text => {
  const places = new Proxy({}, { get: (_, name) => sql.placeholder(String(name)) })

  return new PgDialect().sqlToQuery(build(places as Given))
}

/**
 * A statement that comes so often that to put its text together would be a good part of its cost: that is done once. The
 * text that `build` makes must not hang on the values it is given, which it puts into the `sql` template and nowhere else.
 * Answers the first row, or undefined; as `row`, it runs in the request's transaction where there is one.
 */
export const compiled = <Given extends Record<string, unknown>>(
  build: (given: Given) => SQL,
): (<Row>(req: PayloadRequest, given: Given) => Promise<Row | undefined>) => {
  let text: Text | undefined

  return async <Row>(req: PayloadRequest, given: Given) => {
    if (await openTransaction(req)) {
      return row<Row>(req, build(given))
    }
    text ??= textOf(build)
    const values = fillPlaceholders(text.params, given)
    const { rows } = await poolOf(req.payload).query({ text: text.sql, types, values })

    return rows[0] as Row | undefined
  }
}
