import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Account } from '@/adapters/auth/instance'
import type { HostTenant } from '@/database/hosts'

import { row, rows } from '@/database/transaction'
import { isLocale, type Locale } from '@/domain/tenancy/locales'
import { newId } from '@/newId'
import { keepSignUpConsents } from '@/operations/identity/consents'
import { queueEmail } from '@/operations/mail/queueEmail'
import { announce } from '@hooks/events/announce'

type What =
  | 'alreadyRegistered'
  | 'confirm'
  | 'confirmed'
  | 'passwordChanged'
  | 'passwordSet'
  | 'registered'
  | 'reset'

/**
 * What follows from an act of identity, in one transaction with nothing else: a fact, or a mail. The
 * mails hold links with tokens, so each is queued here and never passes through a fact.
 */
export const accountAnnounced = async ({
  account,
  origin,
  req,
  tenant,
  url,
  what,
}: {
  account: Account
  origin: string
  req: PayloadRequest
  tenant: HostTenant
  url?: string
  what: What
}): Promise<void> => {
  if (what === 'registered') {
    await giveRole({ account: account.id, req, role: 'student' })
    await announce({
      data: { account: account.id },
      fact: 'account.registered',
      req,
      tenant: tenant.id,
    })
    await keepSignUpConsents({
      account: account.id,
      locale: await languageOf({ account: account.id, req, tenant }),
      req,
      tenant: tenant.id,
    })
  } else if (what === 'confirmed' || (what === 'passwordSet' && (await prove(req, account.id)))) {
    await announce({
      data: { account: account.id },
      fact: 'account.confirmed',
      req,
      tenant: tenant.id,
    })
  } else if (what !== 'passwordSet') {
    await queueEmail({
      data: {
        name: account.name,
        url: url ?? `${origin}${what === 'passwordChanged' ? '/forgot' : '/sign-in'}`,
      },
      key: `${what}:${newId()}`,
      locale: await languageOf({ account: account.id, req, tenant }),
      req,
      template: what,
      to: account.email,
    })
  }
}

/** The language that an account is spoken to in. */
const languageOf = async ({
  account,
  req,
  tenant,
}: {
  account: string
  req: PayloadRequest
  tenant: HostTenant
}): Promise<Locale> => {
  const known = await row<{ locale: null | string }>(
    req,
    sql`select locale from users where id = ${account}`,
  )

  return isLocale(known?.locale) ? known.locale : tenant.locale
}

/**
 * Whoever sets a password by a link from the mail has proved the address; true when it was not proved
 * before. Wakes an account that waited for it, and no other.
 */
const prove = async (req: PayloadRequest, account: string): Promise<boolean> =>
  Boolean(
    await row(
      req,
      sql`update users set email_verified = true, updated_at = now(),
            status = case when status = 'pending' then 'active' else status end
          where id = ${account} and email_verified is not true returning id`,
    ),
  )

/** Gives an account a role once more or not at all: holding it already changes nothing. */
export const giveRole = async ({
  account,
  req,
  role,
}: {
  account: string
  req: PayloadRequest
  role: string
}): Promise<void> => {
  await rows(
    req,
    sql`insert into users_roles (id, "order", parent_id, value)
        select uuidv7(), coalesce(max("order"), 0) + 1, ${account}::uuid, ${role}::enum_users_roles
        from users_roles where parent_id = ${account}::uuid
        having not coalesce(bool_or(value = ${role}::enum_users_roles), false)`,
  )
}
