import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Locale } from '@/domain/tenancy/locales'

import { row } from '@/database/transaction'
import { askOf } from '@/operations/tenancy/limits'
import { announce } from '@hooks/events/announce'

import { giveRole } from './accounts'
import { checkRegistration, takePlace } from './registration'

/** The account a guest's address leads to. `status` is that of `users`. */
export type GuestAccount = {
  email: string
  id: string
  isProved: boolean
  locale: Locale | null
  name: string
  status: string
}

/** `email` in lower case, as addresses are kept. */
type Guest = {
  email: string
  locale: Locale | null
  name: string
  req: PayloadRequest
  tenant: string
}

/**
 * The account of an address that nobody has proved here and now: the one that has it, untouched, or
 * else a new one that waits for its owner, without a password. Runs in the caller's transaction.
 * Throws registrationOff and schoolFull, for every address alike.
 */
export const accountOfGuest = async (guest: Guest): Promise<GuestAccount> => {
  const { req, tenant } = guest
  await checkRegistration({ req, tenant })

  return (await known(guest)) ?? (await made(guest)) ?? (await knownByNow(guest))
}

const known = ({ email, req, tenant }: Guest): Promise<GuestAccount | undefined> =>
  row<GuestAccount>(
    req,
    sql`select id, email, name, locale, status::text as status, email_verified is true as "isProved"
        from users where tenant_id = ${tenant} and email = ${email}`,
  )

const made = async ({
  name,
  email,
  locale,
  req,
  tenant,
}: Guest): Promise<GuestAccount | undefined> => {
  await takePlace({ ask: askOf(req), tenant })
  const account = await row<GuestAccount>(
    req,
    sql`insert into users (id, tenant_id, name, email, status, email_verified, locale)
        values (uuidv7(), ${tenant}, ${name}, ${email}, 'pending', false, ${locale})
        on conflict (tenant_id, email) do nothing
        returning id, email, name, locale, status::text as status, false as "isProved"`,
  )
  if (account) {
    await giveRole({ account: account.id, req, role: 'student' })
    await announce({ data: { account: account.id }, fact: 'account.registered', req, tenant })
  }

  return account
}

/** What another request made between the look and the insert. */
const knownByNow = async (guest: Guest): Promise<GuestAccount> => {
  const account = await known(guest)
  if (!account) {
    throw new Error('The account of a guest is neither there nor new.')
  }

  return account
}
