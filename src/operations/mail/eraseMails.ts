import type { Payload, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { systemPool } from '@/database/hosts'
import { rows } from '@/database/transaction'

/**
 * Erases every mail that went or was to go to an address of the school, and what went to others and says it, or the name of
 * its person. Of others' mails those that wait to be sent stay.
 */
export const eraseMails = async ({
  name,
  req,
  to,
}: {
  name: string
  req: PayloadRequest
  to: string
}): Promise<void> => {
  await rows(req, sql`delete from emails where "to" = ${to}`)
  const said = sql`coalesce(data::text, '') || coalesce(subject, '') || coalesce(text, '')`
  await rows(
    req,
    sql`delete from emails where status in ('sent', 'failed')
          and (strpos(lower(${said}), lower(${to})) > 0 or length(${name}) > 3 and strpos(${said}, ${name}) > 0)`,
  )
}

/** Days for which a mail about an erased account waits to be sent. */
const PATIENCE_DAYS = 7

/** Erases the last mails to people whose accounts are gone, once they are sent; after a week in any case. */
export const eraseLastMails = async ({ payload }: { payload: Payload }): Promise<void> => {
  const { rowCount } = await systemPool().query(
    `delete from emails where kind = 'accountErased'
     and (status = 'sent' and sent_at < now() - interval '1 day'
       or created_at < now() - interval '${PATIENCE_DAYS} days')`,
  )
  payload.logger.debug({ count: rowCount }, 'Last mails erased.')
}
