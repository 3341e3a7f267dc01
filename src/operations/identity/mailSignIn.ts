import type { PayloadRequest } from 'payload'

import { randomInt } from 'node:crypto'

import { sql } from '@payloadcms/db-postgres'

import { inTransaction, row, rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { withNext } from '@/domain/identity/nextPath'
import { isLocale } from '@/domain/tenancy/locales'
import { queueEmail } from '@/operations/mail/queueEmail'
import { schoolOf } from '@/operations/tenancy/school'
import { announce } from '@hooks/events/announce'

import { orTellOfIt } from './failedSignIns'
import { proveAddress } from './provedAddress'
import { requireWay } from './signInWays'
import { hashOf, newToken } from './tokens'

/** For how long link and code of a mail let in. */
export const MAIL_SIGN_IN_MINUTES = 15

/** Mails to one address within an hour, and wrong codes for each of them. */
const MOST_MAILS = 5
const MOST_TRIES = 5

type At = { req: PayloadRequest; tenant: string }

const hashed = (tenant: string, kind: string, value: string): string =>
  hashOf({ tenant, value: `mailSignIn:${kind}:${value}` })

/**
 * Asks for a mail with which the account of an address signs in, and answers the token that the asking browser holds: what
 * is written down, and how long it takes, is the same whether or not there is such an account. Throws mailSignInOff, and
 * tooManyLinks after five in an hour, for every address alike. In the caller's transaction.
 */
export const askMailSignIn = async ({
  email,
  next,
  req,
  tenant,
}: At & { email: string; next: null | string }): Promise<string> => {
  await requireWay({ req, tenant, way: 'mail' })
  const browser = newToken()
  const address = hashed(tenant, 'address', email)
  await rows(
    req,
    sql`select pg_advisory_xact_lock(hashtextextended(${`mailSignIn:${address}`}, 0))`,
  )
  await rows(req, sql`delete from auth_mail_links where expires_at < now() - interval '1 day'`)
  const asked = await row<{ id: string }>(
    req,
    sql`insert into auth_mail_links (id, tenant_id, user_id, address, browser, next, expires_at)
        select uuidv7(), ${tenant},
          (select u.id from users u where u.tenant_id = ${tenant} and u.email = ${email} and u.status in ('active', 'pending')),
          ${address}, ${hashed(tenant, 'browser', browser)}, ${next}, now() + make_interval(mins => ${MAIL_SIGN_IN_MINUTES})
        where (select count(*) from auth_mail_links o where o.address = ${address} and o.created_at > now() - interval '1 hour') < ${MOST_MAILS}
        returning id`,
  )
  if (!asked) {
    throw new RuleError('tooManyLinks')
  }
  await announce({ data: { asked: asked.id }, fact: 'mailSignIn.asked', req, tenant })

  return browser
}

type Reader = { email: string; locale: null | string; name: string; next: null | string }

/** Eight digits, as they are read best. */
const newCode = (): string => String(randomInt(10 ** 8)).padStart(8, '0')

/** Writes the mail that was asked for, once however often it is called; none where the address has no account. In the caller's transaction. */
export const sendMailSignIn = async ({
  asked,
  req,
  tenant,
}: At & { asked: string }): Promise<void> => {
  const [code, token] = [newCode(), newToken()]
  const reader = await row<Reader>(
    req,
    sql`update auth_mail_links m set code = ${hashed(tenant, 'code', `${asked}:${code}`)}, token = ${hashed(tenant, 'token', token)}
        from users u where m.id = ${asked} and m.user_id = u.id and m.token is null
        returning u.email, u.name, u.locale, m.next`,
  )
  const school = await schoolOf({ req, tenant })
  if (!reader || !school) {
    return
  }
  const path = withNext(`/sign-in-link?token=${token}`, reader.next)
  await queueEmail({
    data: {
      name: reader.name,
      code: `${code.slice(0, 4)} ${code.slice(4)}`,
      url: `${school.origin}${path}`,
    },
    key: `signInLink:${asked}`,
    locale: isLocale(reader.locale) ? reader.locale : school.locale,
    req,
    template: 'signInLink',
    to: reader.email,
  })
}

/** Uses a mail's link up, wherever it is opened: the account that it lets in. Throws mailLinkOver where it is old, used, or none. In the caller's transaction. */
export const openMailLink = async ({
  req,
  tenant,
  token,
}: At & { token: string }): Promise<string> => {
  await requireWay({ req, tenant, way: 'mail' })
  const used = await row<{ account: string }>(
    req,
    sql`update auth_mail_links set used_at = now()
        where token = ${hashed(tenant, 'token', token)} and used_at is null and expires_at > now() returning user_id as account`,
  )
  if (!used) {
    throw new RuleError('mailLinkOver')
  }
  await proveAddress({ ...used, req, tenant })

  return used.account
}

/**
 * Uses a mail's code up in the browser that asked for it: nobody else can try codes, or use tries up. Throws wrongMailCode,
 * also where there never was a mail, and after five tries. Outside of a transaction: a try counts also where it fails.
 */
export const takeMailCode = async ({
  browser,
  code,
  req,
  tenant,
}: At & { browser: string; code: string }): Promise<string> => {
  await requireWay({ req, tenant, way: 'mail' })
  const tried = await row<{ account: null | string; id: string }>(
    req,
    sql`update auth_mail_links set tries = tries + 1
        where browser = ${hashed(tenant, 'browser', browser)} and used_at is null and expires_at > now() and tries < ${MOST_TRIES}
        returning id, user_id as account`,
  )
  const failed = { as: { account: tried?.account ?? null }, req, tenant, way: 'mailCode' } as const

  return orTellOfIt(
    tried ? spendCode({ code, req, tenant, tried: tried.id }) : refuseCode(),
    failed,
  )
}

const refuseCode = (): Promise<never> => Promise.reject(new RuleError('wrongMailCode'))

const spendCode = ({
  code,
  req,
  tenant,
  tried,
}: At & { code: string; tried: string }): Promise<string> =>
  inTransaction(req, async () => {
    const used = await row<{ account: string }>(
      req,
      sql`update auth_mail_links set used_at = now()
          where id = ${tried} and used_at is null and code = ${hashed(tenant, 'code', `${tried}:${code.replace(/\D/g, '')}`)}
          returning user_id as account`,
    )
    if (!used) {
      throw new RuleError('wrongMailCode')
    }
    await proveAddress({ ...used, req, tenant })

    return used.account
  })
