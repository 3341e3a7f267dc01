import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createHmac, timingSafeEqual } from 'node:crypto'

import type { Template } from '@/domain/mail/templates'
import type { School } from '@/operations/tenancy/school'

import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { isLocale } from '@/domain/tenancy/locales'
import { newId } from '@/newId'
import { queueEmail } from '@/operations/mail/queueEmail'
import { schoolOf } from '@/operations/tenancy/school'
import { deriveSecret } from '@/secrets'

import { isPasswordOf } from './credentials'

/** For how long the link in the mail to a new address works, in milliseconds. */
const LINK_MS = 3_600_000

/** Links that one account may ask for in an hour. */
const MOST_AN_HOUR = 5

type Reader = { email: string; id: string; locale: null | string; name: string }

type Change = { account: string; from: string; to: string; until: number }

const signature = (said: string, tenant: string): Buffer =>
  createHmac('sha256', deriveSecret({ purpose: `change-email:${tenant}` }))
    .update(said)
    .digest()

/** A change of address as a link carries it, signed for the school. */
const sealed = (change: Change, tenant: string): string => {
  const said = Buffer.from(JSON.stringify(change)).toString('base64url')

  return `${said}.${signature(said, tenant).toString('base64url')}`
}

const opened = (token: string, tenant: string): Change | null => {
  const [said = '', given = ''] = token.split('.')
  const [right, sent] = [signature(said, tenant), Buffer.from(given, 'base64url')]

  return right.length === sent.length && timingSafeEqual(right, sent)
    ? (JSON.parse(Buffer.from(said, 'base64url').toString('utf8')) as Change)
    : null
}

/** Whether this account may ask once more: counted by the mails, one asker after the other. */
const takeTurn = async ({ id }: Reader, req: PayloadRequest): Promise<void> => {
  const occasion = `changeEmail:${id}:`
  await row(req, sql`select pg_advisory_xact_lock(hashtextextended(${occasion}, 0))`)
  const asked = await row<{ count: number }>(
    req,
    sql`select count(*)::int as count from emails
        where starts_with(dedupe_key, ${occasion}) and created_at > now() - interval '1 hour'`,
  )
  if ((asked?.count ?? 0) >= MOST_AN_HOUR) {
    throw new RuleError('tooManyLinks')
  }
}

const write = ({
  key,
  reader,
  req,
  school,
  template,
  to,
  url,
}: {
  key: string
  reader: Reader
  req: PayloadRequest
  school: School
  template: Extract<Template, 'alreadyRegistered' | 'changeEmail' | 'emailChanging'>
  to: string
  url: string
}): Promise<void> =>
  queueEmail({
    data: { name: reader.name, url },
    key,
    locale: isLocale(reader.locale) ? reader.locale : school.locale,
    req,
    template,
    to,
  })

/**
 * Asks for another address: a link goes to the new one, and word of it to the old one. An address that
 * has an account here is told so by mail, and the asker learns nothing. Throws wrongPassword and
 * tooManyLinks; in the caller's transaction.
 */
export const askEmailChange = async ({
  account,
  email,
  now,
  password,
  req,
  tenant,
}: {
  account: string
  email: string
  now: Date
  /** Left out by whoever has shown who they are already. */
  password?: string
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  const reader = await row<Reader>(
    req,
    sql`select id, name, email, locale from users where id = ${account}`,
  )
  const school = await schoolOf({ req, tenant })
  const isTheirs = password === undefined || (await isPasswordOf({ account, password, req }))
  if (!reader || !school || !isTheirs) {
    throw new RuleError('wrongPassword')
  }
  if (email === reader.email) {
    return
  }
  await takeTurn(reader, req)
  const taken = await row(
    req,
    sql`select 1 from users where email = ${email} and tenant_id = ${tenant}`,
  )
  const until = now.getTime() + LINK_MS
  const token = sealed({ account, from: reader.email, to: email, until }, tenant)
  const [key, notice] = [`changeEmail:${account}:${newId()}`, `emailChanging:${account}:${newId()}`]
  const of = { reader, req, school }
  await write(
    taken
      ? { ...of, key, template: 'alreadyRegistered', to: email, url: `${school.origin}/sign-in` }
      : {
          ...of,
          key,
          template: 'changeEmail',
          to: email,
          url: `${school.origin}/change-email?token=${token}`,
        },
  )
  await write({
    ...of,
    key: notice,
    template: 'emailChanging',
    to: reader.email,
    url: `${school.origin}/forgot`,
  })
}

/**
 * Gives an account the address that a link was made for: once, within an hour, and only while the
 * account still has the address it had. Answers the address, or null for a link that does not hold.
 */
export const confirmEmailChange = async ({
  now,
  req,
  tenant,
  token,
}: {
  now: Date
  req: PayloadRequest
  tenant: string
  token: string
}): Promise<null | string> => {
  const change = opened(token, tenant)
  if (!change || change.until < now.getTime()) {
    return null
  }
  const { account, from, to } = change
  const changed = await row<{ email: string }>(
    req,
    sql`update users set email = ${to}, updated_at = now()
        where id = ${account} and email = ${from} and status = 'active'
          and not exists (select 1 from users o where o.email = ${to} and o.tenant_id = users.tenant_id)
        returning email`,
  )

  return changed?.email ?? null
}
