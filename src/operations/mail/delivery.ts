import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { MailData, Template } from '@/domain/mail/templates'
import type { Locale } from '@/domain/tenancy/locales'

import { row, rows } from '@/database/transaction'

/** A mail in hand: `kind` and `data` belong together, and what lets in whoever holds it is sealed. */
export type ClaimedEmail = {
  data: MailData[Template]
  id: string
  kind: Template
  locale: Locale
  /** The reader's own, as an IANA name; null while they have chosen none. */
  timeZone: null | string
  to: string
}

/**
 * For how long a mail in hand is nobody else's, in seconds: more than a send can take, and less than
 * a job's attempts stretch over, so that a mail outlives the worker that died with it.
 */
const LEASE_SECONDS = 45

/**
 * Takes a mail in hand for sending. Answers null when it was sent already, and throws while another
 * worker has it, so that the queue asks again later.
 */
export const claimEmail = async ({
  id,
  req,
}: {
  id: string
  req: PayloadRequest
}): Promise<ClaimedEmail | null> => {
  const claimed = await row<ClaimedEmail>(
    req,
    sql`update emails set claimed_at = now(), updated_at = now()
        where id = ${id} and status <> 'sent'
          and (claimed_at is null or claimed_at < now() - make_interval(secs => ${LEASE_SECONDS}))
        returning id, "to", kind, locale, data,
          (select u.time_zone from users u where u.tenant_id = emails.tenant_id and u.email = emails."to") as "timeZone"`,
  )
  if (claimed) {
    return claimed
  }
  const pending = await row(req, sql`select 1 from emails where id = ${id} and status <> 'sent'`)
  if (pending) {
    throw new Error('Another worker has this mail in hand.')
  }

  return null
}

type Sent = {
  id: string
  kept: null | { html: null | string; text: null | string }
  req: PayloadRequest
  subject: string
}

/** Notes that a mail is sent. What it was told stays for the outbox page only where something of what it said is `kept`. */
export const markSent = async ({ id, kept, req, subject }: Sent): Promise<void> => {
  await rows(
    req,
    sql`update emails set status = 'sent', sent_at = now(), updated_at = now(), error = null,
          claimed_at = null, subject = ${subject}, html = ${kept?.html ?? null},
          text = ${kept?.text ?? null}, data = case when ${kept !== null} then data else '{}'::jsonb end
        where id = ${id}`,
  )
}

/** Takes back the order for a mail that its reader does without by now. */
export const dropEmail = async ({
  id,
  req,
}: {
  id: string
  req: PayloadRequest
}): Promise<void> => {
  await rows(req, sql`delete from emails where id = ${id} and status <> 'sent'`)
}

/** Notes why a mail could not be sent, and lets go of it for the next attempt. */
export const markFailed = async ({
  id,
  error,
  req,
}: {
  error: unknown
  id: string
  req: PayloadRequest
}): Promise<void> => {
  const reason = error instanceof Error ? error.message : String(error)
  await rows(
    req,
    sql`update emails set status = 'failed', error = ${reason}, claimed_at = null, updated_at = now()
        where id = ${id} and status <> 'sent'`,
  )
}
