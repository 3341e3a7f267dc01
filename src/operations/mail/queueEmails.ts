import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Urgency } from '@/adapters/queue/send'
import type { Channel } from '@/domain/mail/events'
import type { MailData, Template } from '@/domain/mail/templates'
import type { Locale } from '@/domain/tenancy/locales'

import { currentTenant } from '@/database/pool'
import { inTransaction, rows } from '@/database/transaction'
import { leadsNowhere } from '@/domain/mail/nowhere'
import { eventOf, isChosen, isOnByDefault } from '@/domain/mail/events'
import { noticeOf } from '@/domain/mail/notice'
import { announceAll } from '@hooks/events/announce'

import { chosenFor } from './choices'
import { sealedLinks } from './sealedLinks'

/** One mail to be sent: `key` names the occasion, for which there is one mail in a school. */
export type MailOrder<K extends Template> = {
  data: MailData[K]
  key: string
  locale: Locale
  template: K
  to: string
}

/** How a mail's reader is told on a channel: `null` not at all, else whether they may choose and what holds until then. */
const ruleOf = (template: Template, channel: Channel) => {
  const event = eventOf(template)

  return event
    ? { isChosen: isChosen({ channel, event }), isOn: isOnByDefault({ channel, event }) }
    : null
}

/** A mail as a row of the statement: with what its event says of each channel, and with what is kept of it beside the mail. */
const rowOf = ({ data, key, locale, template, to }: MailOrder<Template>, tenant: string) => ({
  ...noticeOf(data),
  data: sealedLinks({ data, template, tenant }),
  event: eventOf(template),
  inApp: ruleOf(template, 'inApp'),
  key,
  locale,
  mail: ruleOf(template, 'email') ?? { isChosen: false, isOn: true },
  template,
  to,
})

/** Whether the reader `u` of a row `m` is told on a channel whose rule is the row's `rule`. */
const isTold = (channel: Channel, rule: SQL): SQL =>
  sql`case when (${rule} ->> 'isChosen')::boolean
        then coalesce(${chosenFor({ channel: sql`${channel}`, event: sql`m.event` })}, (${rule} ->> 'isOn')::boolean)
        else (${rule} ->> 'isOn')::boolean end`

/** Mails written by one statement. */
const BATCH = 5_000

/**
 * Orders any number of mails, in the caller's transaction, and answers how many are new: a second
 * order for the same occasion does nothing, whether it stands among them or was given before, and so
 * does one for somebody who does without such mails, or whose account is gone. They
 * are sent after the mails that somebody waits for, unless `urgency` is `prompt`. The same statement
 * tells those readers who have an account here and want it, once for each occasion.
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
        sql`with asked as (
              select m.*, u.id as account, ${isTold('email', sql`m.mail`)} as "byMail", ${isTold('inApp', sql`m."inApp"`)} as "inAppToo"
              from jsonb_to_recordset(${JSON.stringify(emails.slice(at, at + BATCH).map((one) => rowOf(one, tenant)))}::jsonb)
                as m (data jsonb, event text, "inApp" jsonb, key text, link text, locale text, mail jsonb, said jsonb, template text, "to" text)
              left join users u on u.tenant_id = ${tenant}::uuid and u.email = m."to"),
            told as (
              insert into notifications (id, tenant_id, user_id, template, data, link, key)
              select uuidv7(), ${tenant}::uuid, a.account, a.template, a.said, a.link, a.key
              from asked a where a.account is not null and a."inAppToo"
              on conflict (tenant_id, user_id, key) do nothing)
            insert into emails (id, tenant_id, "to", kind, locale, data, dedupe_key, status)
            select uuidv7(), ${tenant}::uuid, a."to", a.template, a.locale::enum_emails_locale,
              a.data, a.key, 'queued'
            from asked a where a."byMail"
            on conflict (tenant_id, dedupe_key) do nothing returning id as email`,
      )
      await announceAll({ data: queued, fact: 'email.queued', req, tenant, urgency })
      count += queued.length
    }

    return count
  })
}
