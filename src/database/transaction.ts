import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { commitTransaction, initTransaction, killTransaction } from 'payload'

/** The part of a drizzle session that runs a statement. */
type Session = { execute: (statement: SQL) => Promise<{ rows: unknown[] }> }

type Database = { drizzle: Session; sessions: Record<string, { db: Session } | undefined> }

const databaseOf = (req: PayloadRequest): Database => req.payload.db as unknown as Database

/** The open transaction of a request, or undefined where none was begun. */
export const openTransaction = async (req: PayloadRequest): Promise<Session | undefined> => {
  const id = await req.transactionID

  return id ? databaseOf(req).sessions[String(id)]?.db : undefined
}

/**
 * Runs one SQL statement, in the request's transaction where it has one, and answers its rows as
 * the database names them. Values belong in the `sql` template, which passes them as parameters.
 */
export const rows = async <Row>(req: PayloadRequest, statement: SQL): Promise<Row[]> => {
  const session = (await openTransaction(req)) ?? databaseOf(req).drizzle

  return (await session.execute(statement)).rows as Row[]
}

/** The first row of a statement, or undefined. */
export const row = async <Row>(req: PayloadRequest, statement: SQL): Promise<Row | undefined> =>
  (await rows<Row>(req, statement))[0]

/**
 * Runs `run` in one transaction: all of it is written, or none. Joins the transaction the request
 * is in already. An error inside must travel outwards: catching it would write the other half.
 */
export const inTransaction = async <T>(req: PayloadRequest, run: () => Promise<T>): Promise<T> => {
  const mine = await initTransaction(req)
  try {
    const result = await run()
    if (mine) {
      await commitTransaction(req)
    }

    return result
  } catch (error) {
    if (mine) {
      await killTransaction(req)
    }
    throw error
  }
}
