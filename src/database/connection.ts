import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import type pg from 'pg'

import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'

/** One connection inside a transaction: `ask` runs a statement of drizzle's, `query` one that is text already. */
export type Connection = {
  ask: <Row>(statement: SQL) => Promise<Row[]>
  query: (
    text: string,
    values: unknown[],
  ) => Promise<{ rowCount: null | number; rows: Record<string, unknown>[] }>
}

/** The pool that Payload works on; what it runs is held to the running scope. */
export const poolOf = (payload: Payload): pg.Pool =>
  (payload.db as unknown as { pool: pg.Pool }).pool

/**
 * Runs `run` in a transaction on a connection of its own, for statements that no request of Payload's
 * stands behind: all of it is written, or none.
 */
export const onConnection = async <T>(
  payload: Payload,
  run: (connection: Connection) => Promise<T>,
): Promise<T> => {
  const client = await poolOf(payload).connect()
  const database = drizzle({ client })
  try {
    await client.query('begin')
    const result = await run({
      ask: async <Row>(statement: SQL) => (await database.execute(statement)).rows as Row[],
      query: (text, values) => client.query(text, values),
    })
    await client.query('commit')

    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
