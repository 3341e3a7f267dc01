import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { PersonalPart } from '@/operations/identity/personalData'

import { rows } from '@/database/transaction'
import { personalRows } from '@/operations/identity/personalData'
import { openedParty } from '@/operations/tenancy/taxIds'

/** Rows held in memory at once. */
const AT_ONCE = 200

type Row = Record<string, unknown>

/** What an order or an invoice says of its buyer is kept with a sealed tax id. */
const PARTIES = ['billing', 'buyer']

const opened = (row: Row, tenant: string): Row => ({
  ...row,
  ...Object.fromEntries(
    PARTIES.filter((name) => row[name]).map((name) => [
      name,
      openedParty(row[name] as object, { tenant }),
    ]),
  ),
})

/** One part of what is kept of a person, to be read from its beginning any number of times, as it stood when it was opened. */
export type OpenPart = { read: () => AsyncGenerator<Row> }

/**
 * Opens a part in the request's transaction, which has to last as long as it is read. Rows come a few at a time: how many
 * there are does not matter.
 */
export const withPart = async <T>(
  {
    account,
    part,
    req,
    tenant,
  }: { account: string; part: PersonalPart; req: PayloadRequest; tenant: string },
  work: (part: OpenPart) => Promise<T>,
): Promise<T> => {
  await rows(req, sql`declare personal scroll cursor for ${personalRows(part, account)}`)
  const result = await work({
    read: async function* () {
      await rows(req, sql`move absolute 0 from personal`)
      for (;;) {
        const found = await rows<{ r: Row }>(
          req,
          sql`fetch ${sql.raw(String(AT_ONCE))} from personal`,
        )
        yield* found.map(({ r }) => opened(r, tenant))
        if (found.length < AT_ONCE) {
          return
        }
      }
    },
  })
  await rows(req, sql`close personal`)

  return result
}
