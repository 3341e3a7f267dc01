import { randomBytes } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Locale } from '@/domain/tenancy/locales'

import { keptName } from '@/adapters/auth/verifications'
import { row, rows } from '@/database/transaction'
import { queueEmail } from '@/operations/mail/queueEmail'

/** Path of the page on which a first password is chosen. */
const SET_PASSWORD = '/set-password'

type Invitation = {
  account: string
  course: string
  /** Names the occasion; a second invitation for it does nothing. */
  key: string
  lifetimeMs: number
  locale: Locale
  origin: string
  req: PayloadRequest
  tenant: string
}

/**
 * Mails a link with which the owner of an address chooses a first password and proves the address, in
 * the caller's transaction. A password that somebody set before the address was proved is forgotten,
 * and an account that is proved or may not act gets no mail. `locale` is for accounts that have
 * chosen none.
 */
export const inviteToSetPassword = async ({
  account,
  course,
  key,
  lifetimeMs,
  locale,
  origin,
  req,
  tenant,
}: Invitation): Promise<void> => {
  const found = await row<{ email: string; locale: Locale | null; name: string }>(
    req,
    sql`select email, locale, name from users
        where id = ${account} and status in ('pending', 'active') and email_verified is not true
          and not exists (select 1 from emails where dedupe_key = ${key})
        for no key update`,
  )
  if (!found) {
    return
  }
  await rows(
    req,
    sql`delete from auth_accounts where user_id = ${account} and provider_id = 'credential'`,
  )
  const url = await passwordLink({ account, lifetimeMs, origin, req, tenant })
  await queueEmail({
    data: { name: found.name, course, url },
    key,
    locale: found.locale ?? locale,
    req,
    template: 'setPassword',
    to: found.email,
  })
}

/** Where the owner of an account chooses a password and proves the address, once; in the caller's transaction. */
export const passwordLink = async ({
  origin,
  ...whose
}: Pick<Invitation, 'account' | 'lifetimeMs' | 'origin' | 'req' | 'tenant'>): Promise<string> =>
  `${origin}${SET_PASSWORD}?token=${await resetToken(whose)}`

/** A token that better-auth's `/reset-password` takes once: it looks for `reset-password:<token>` and finds the account. */
const resetToken = async ({
  account,
  lifetimeMs,
  req,
  tenant,
}: Pick<Invitation, 'account' | 'lifetimeMs' | 'req' | 'tenant'>): Promise<string> => {
  const token = randomBytes(24).toString('base64url')
  const expiresAt = new Date(Date.now() + lifetimeMs).toISOString()
  await rows(
    req,
    sql`insert into auth_verifications (id, tenant_id, identifier, value, expires_at)
        values (uuidv7(), ${tenant}, ${keptName({ name: `reset-password:${token}`, tenant })}, ${account}, ${expiresAt})`,
  )

  return token
}
