import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Urgency } from '@/adapters/queue/send'
import type { MailData, Template } from '@/domain/mail/templates'
import type { Locale } from '@/domain/tenancy/locales'

import { currentTenant } from '@/database/pool'
import { inTransaction, rows } from '@/database/transaction'
import { leadsNowhere } from '@/domain/mail/nowhere'
import { topicOf } from '@/domain/mail/topics'
import { announceAll } from '@hooks/events/announce'

import { wantsMails } from './topics'

/** One mail to be sent: `key` names the occasion, for which there is one mail in a school. */
export type MailOrder<K extends Template> = {
  data: MailData[K]
  key: string
  locale: Locale
  template: K
  to: string
}

/** Leaves out those who do without mails of this kind. */
const unlessUnwanted = (template: Template | undefined, tenant: string): SQL => {
  const topic = template && topicOf(template)

  return topic
    ? sql`where not exists (select 1 from users u
            where u.tenant_id = ${tenant}::uuid and u.email = m."to" and not ${wantsMails(topic)})`
    : sql``
}

/** Mails written by one statement. */
const BATCH = 5_000

/**
 * Orders any number of mails, in the caller's transaction, and answers how many are new: a second
 * order for the same occasion does nothing, whether it stands among them or was given before, and so
 * does one for somebody who does without such mails, or whose account is gone. They
 * are sent after the mails that somebody waits for, unless `urgency` is `prompt`.
 */
export const queueEmails = async <K extends Template>({
  emails: ordered,
  req,
  urgency = 'bulk',
}: {
  emails: MailOrder<K>[]
  req: PayloadRequest
  urgency?: Urgency
}): Promise<number> => {
  const tenant = await currentTenant()
  if (!tenant) {
    throw new Error('A mail belongs to a school.')
  }

  const emails = ordered.filter(({ to }) => !leadsNowhere(to))

  return inTransaction(req, async () => {
    let count = 0
    for (let at = 0; at < emails.length; at += BATCH) {
      const queued = await rows<{ email: string }>(
        req,
        sql`insert into emails (id, tenant_id, "to", kind, locale, data, dedupe_key, status)
            select uuidv7(), ${tenant}::uuid, m."to", m.template, m.locale::enum_emails_locale,
              m.data, m.key, 'queued'
            from jsonb_to_recordset(${JSON.stringify(emails.slice(at, at + BATCH))}::jsonb)
              as m (data jsonb, key text, locale text, template text, "to" text)
            ${unlessUnwanted(emails[0]?.template, tenant)}
            on conflict (tenant_id, dedupe_key) do nothing returning id as email`,
      )
      await announceAll({ data: queued, fact: 'email.queued', req, tenant, urgency })
      count += queued.length
    }

    return count
  })
}
