import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createHmac, timingSafeEqual } from 'node:crypto'

import type { Event } from '@/domain/mail/events'

import { row } from '@/database/transaction'
import { isChosen, isEvent } from '@/domain/mail/events'
import { deriveSecret } from '@/secrets'

import { wants } from './choices'

/** Whose account an address is, and whether it is told of an event by mail; undefined for nobody's. */
export const readerOf = ({
  email,
  event,
  req,
}: {
  email: string
  event: Event
  req: PayloadRequest
}): Promise<{ account: string; wants: boolean } | undefined> =>
  row(
    req,
    sql`select u.id as account, ${wants({ channel: 'email', event })} as wants from users u where u.email = ${email}`,
  )

type Asked = { account: string; event: Event }

const signature = (said: string, tenant: string): Buffer =>
  createHmac('sha256', deriveSecret({ purpose: `unsubscribe:${tenant}` }))
    .update(said)
    .digest()

/**
 * What the link in a mail carries to end mails of an event without signing in: account and event, signed
 * with HMAC-SHA-256 for that school. It does not expire, since mails are kept.
 */
export const unsubscribeToken = ({
  account,
  event,
  tenant,
}: Asked & { tenant: string }): string => {
  const said = `${account}~${event}`

  return `${Buffer.from(said).toString('base64url')}.${signature(said, tenant).toString('base64url')}`
}

const isSpare = (event: unknown): event is Event =>
  isEvent(event) && isChosen({ channel: 'email', event })

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
  const [account = '', event] = said.split('~')
  const [right, sent] = [signature(said, tenant), Buffer.from(given, 'base64url')]

  return right.length === sent.length && timingSafeEqual(right, sent) && isSpare(event)
    ? { account, event }
    : null
}
