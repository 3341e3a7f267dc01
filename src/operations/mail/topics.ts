import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createHmac, timingSafeEqual } from 'node:crypto'

import type { MailTopic } from '@/domain/mail/topics'

import { row } from '@/database/transaction'
import { isMailTopic } from '@/domain/mail/topics'
import { deriveSecret } from '@/secrets'

const COLUMNS: Record<MailTopic, string> = {
  courseUpdates: 'mails_course_updates',
  discussions: 'mails_discussions',
  reminders: 'mails_reminders',
  signIns: 'mails_sign_ins',
}

/** Whether the account `u` of a statement wants mails of a topic, which it does until it says otherwise. */
export const wantsMails = (topic: MailTopic): SQL =>
  sql`coalesce(u.${sql.identifier(COLUMNS[topic])}, true)`

/** Which mails an account wants. */
export const readMailChoices = async ({
  account,
  req,
}: {
  account: string
  req: PayloadRequest
}): Promise<Record<MailTopic, boolean> | undefined> =>
  row(
    req,
    sql`select ${wantsMails('courseUpdates')} as "courseUpdates", ${wantsMails('discussions')} as discussions, ${wantsMails('reminders')} as reminders,
          ${wantsMails('signIns')} as "signIns"
        from users u where u.id = ${account}`,
  )

/** Keeps whether an account wants mails of a topic; false where there is no such account here. */
export const chooseMails = async ({
  account,
  req,
  topic,
  wants,
}: {
  account: string
  req: PayloadRequest
  topic: MailTopic
  wants: boolean
}): Promise<boolean> => {
  const found = await row(
    req,
    sql`update users set ${sql.identifier(COLUMNS[topic])} = ${wants}, updated_at = now()
        where id = ${account} returning 1`,
  )

  return Boolean(found)
}

/** Whose account an address is, and whether it wants mails of a topic; undefined for nobody's. */
export const readerOf = ({
  email,
  req,
  topic,
}: {
  email: string
  req: PayloadRequest
  topic: MailTopic
}): Promise<{ account: string; wants: boolean } | undefined> =>
  row(
    req,
    sql`select u.id as account, ${wantsMails(topic)} as wants from users u where u.email = ${email}`,
  )

type Asked = { account: string; topic: MailTopic }

const signature = (said: string, tenant: string): Buffer =>
  createHmac('sha256', deriveSecret({ purpose: `unsubscribe:${tenant}` }))
    .update(said)
    .digest()

/**
 * What the link in a mail carries to end mails of a topic without signing in: account and topic, signed
 * with HMAC-SHA-256 for that school. It does not expire, since mails are kept.
 */
export const unsubscribeToken = ({
  account,
  tenant,
  topic,
}: Asked & { tenant: string }): string => {
  const said = `${account}~${topic}`

  return `${Buffer.from(said).toString('base64url')}.${signature(said, tenant).toString('base64url')}`
}

/** What a token was signed for in this school, or null. */
export const unsubscribeAsked = ({
  tenant,
  token,
}: {
  tenant: string
  token: string
}): Asked | null => {
  const [text = '', given = ''] = token.split('.')
  const said = Buffer.from(text, 'base64url').toString('utf8')
  const [account = '', topic] = said.split('~')
  const [right, sent] = [signature(said, tenant), Buffer.from(given, 'base64url')]

  return right.length === sent.length && timingSafeEqual(right, sent) && isMailTopic(topic)
    ? { account, topic }
    : null
}
