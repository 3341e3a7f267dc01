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
  push: ruleOf(template, 'push'),
  template,
  to,
})

/** Whether the reader `u` of a row `m` is told on a channel whose rule is the row's `rule`. */
const isTold = (channel: Channel, rule: SQL): SQL =>
  sql`case when (${rule} ->> 'isChosen')::boolean
        then coalesce(${chosenFor({ channel: sql`${channel}`, event: sql`m.event` })}, (${rule} ->> 'isOn')::boolean)
        else (${rule} ->> 'isOn')::boolean end`

/** A mail that is to be sent, or a browser that is to show a notification. */
type Queued = { email: null | string; notification: null | string; session: null | string }

/** Mails written by one statement. */
const BATCH = 5_000

/**
 * Orders any number of mails, in the caller's transaction, and answers how many are new: a second
 * order for the same occasion does nothing, whether it stands among them or was given before, and so
 * does one for somebody who does without such mails, or whose account is gone. They
 * are sent after the mails that somebody waits for, unless `urgency` is `prompt`. The same statement
 * tells those readers who have an account here and want it, in the app and on their browsers, once for each occasion.
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
      const queued = await rows<Queued>(
        req,
        sql`with asked as (
              select m.data, m.key, m.link, m.locale, m.said, m.template, m."to", u.id as account, ${isTold('email', sql`m.mail`)} as "byMail", ${isTold('inApp', sql`m."inApp"`)} as "inApp",
                ${isTold('push', sql`m.push`)} as "byPush"
              from jsonb_to_recordset(${JSON.stringify(emails.slice(at, at + BATCH).map((one) => rowOf(one, tenant)))}::jsonb)
                as m (data jsonb, event text, "inApp" jsonb, key text, link text, locale text, mail jsonb, push jsonb, said jsonb, template text, "to" text)
              left join users u on u.tenant_id = ${tenant}::uuid and u.email = m."to"),
            browsers as (
              select a.key, a.account, s.id from asked a
              join auth_sessions s on s.user_id = a.account and s.push_endpoint is not null and s.expires_at > now()
              where a."byPush"),
            told as (
              insert into notifications (id, tenant_id, user_id, template, data, link, key, is_shown)
              select uuidv7(), ${tenant}::uuid, a.account, a.template, a.said, a.link, a.key, coalesce(a."inApp", false)
              from asked a left join (select distinct b.key, b.account from browsers b) h on h.key = a.key and h.account = a.account
              where a.account is not null and (a."inApp" or h.key is not null)
              on conflict (tenant_id, user_id, key) do nothing returning id, user_id, key),
            mails as (
              insert into emails (id, tenant_id, "to", kind, locale, data, dedupe_key, status)
              select uuidv7(), ${tenant}::uuid, a."to", a.template, a.locale::enum_emails_locale,
                a.data, a.key, 'queued'
              from asked a where a."byMail"
              on conflict (tenant_id, dedupe_key) do nothing returning id)
            select m.id as email, null::uuid as notification, null::uuid as session from mails m
            union all select null, t.id, b.id from told t join browsers b on b.key = t.key and b.account = t.user_id`,
      )
      const mails = queued.flatMap(({ email }) => (email ? [{ email }] : []))
      const pushes = queued.flatMap(({ notification, session }) =>
        notification && session ? [{ notification, session }] : [],
      )
      await announceAll({ data: mails, fact: 'email.queued', req, tenant, urgency })
      await announceAll({ data: pushes, fact: 'push.queued', req, tenant, urgency })
      count += mails.length
    }

    return count
  })
}
