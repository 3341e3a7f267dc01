import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Proved } from '@/adapters/signIn/types'

import { row, rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { emailFault } from '@/domain/identity/credentials'
import { isProvedBy } from '@/domain/identity/signInProviders'

import type { HeldProvider } from './signInProviders'

import { keepSignUpConsents } from './consents'
import { applyGroups } from './groupRoles'
import { makeKnownAccount } from './newAccount'
import { proveAddress } from './provedAddress'
import { checkRegistration } from './registration'
import { refuseShutAccount } from './shutAccount'
import { tellOfSignIn } from './signInNews'

type Said = {
  by: Pick<HeldProvider, 'domains' | 'groupRoles' | 'makesAccounts' | 'newRole' | 'realm'>
  proved: Proved
  req: PayloadRequest
  tenant: string
}

/** Who is known by what a provider says. */
const knownBy = async ({ by, proved, req, tenant }: Said): Promise<null | string> => {
  const found = await row<{ account: string }>(
    req,
    sql`select user_id as account from auth_accounts
        where tenant_id = ${tenant} and provider_id = ${by.realm} and account_id = ${proved.subject}`,
  )

  return found?.account ?? null
}

/**
 * The account of whoever a provider sent: the one that it was connected with, else the one that has the address, else a new one.
 * An address counts only where it was proved. Throws providerNoAddress, providerUnproved, registrationOff, schoolFull, and
 * accountSuspended or accountBanned. In the caller's transaction; of several at once, all come to the same account.
 */
export const accountOfProved = async (said: Said): Promise<string> => {
  const account = await accountFor(said)
  const { by, proved, req, tenant } = said
  // Who says nothing of groups takes none away.
  if (proved.groups) {
    await applyGroups({ account, groups: proved.groups, req, table: by.groupRoles, tenant })
  }

  return account
}

const accountFor = async (said: Said): Promise<string> => {
  const { req } = said
  const known = await knownBy(said)
  if (known) {
    await refuseShutAccount({ account: known, req })

    return known
  }
  const email = provedEmail(said)
  const account =
    (await withAddress(said, email)) ??
    (await made(said, email)) ??
    (await withAddress(said, email))
  if (!account) {
    throw new Error('The account of a proved address is neither there nor new.')
  }
  await connect({ ...said, account })

  return account
}

const provedEmail = ({ by, proved }: Said): string => {
  const email = (proved.email ?? '').trim().toLowerCase()
  if (!email || emailFault(email)) {
    throw new RuleError('providerNoAddress')
  }
  if (!isProvedBy({ ...by, email, isVerified: proved.isVerified })) {
    throw new RuleError('providerUnproved')
  }

  return email
}

/** The account that has an address, whose owner is told that it is connected. */
const withAddress = async (said: Said, email: string): Promise<null | string> => {
  const { req, tenant } = said
  const found = await row<{ account: string }>(
    req,
    sql`select id as account from users where tenant_id = ${tenant} and email = ${email} for no key update`,
  )
  if (!found) {
    return null
  }
  const { account } = found
  await refuseShutAccount({ account, req })
  await proveAddress({ account, req, tenant })
  if (await connect({ ...said, account })) {
    await tellOfSignIn({ account, change: 'providerConnected', req, tenant })
  }

  return account
}

const made = async ({ by, proved, req, tenant }: Said, email: string): Promise<null | string> => {
  if (!by.makesAccounts) {
    await checkRegistration({ req, tenant })
  }

  const account = await makeKnownAccount({
    name: proved.name,
    email,
    isProved: true,
    req,
    role: by.makesAccounts ? by.newRole : 'student',
    tenant,
  })
  if (account) {
    await keepSignUpConsents({ account, locale: null, req, tenant })
  }

  return account
}

type Whose = { account: string; req: PayloadRequest; tenant: string }

/** Whether an account is connected now that was not before: not where somebody else has what the provider calls them by. */
const connect = async ({ account, by, proved, req, tenant }: Said & Whose): Promise<boolean> =>
  Boolean(
    await row(
      req,
      sql`insert into auth_accounts (id, tenant_id, user_id, account_id, provider_id)
          values (uuidv7(), ${tenant}, ${account}, ${proved.subject}, ${by.realm})
          on conflict (tenant_id, provider_id, account_id) do nothing returning 1`,
    ),
  )

/** Connects the account of whoever is signed in with what a provider says; throws providerTaken where it belongs to another. In the caller's transaction. */
export const connectProved = async (said: Said & Whose): Promise<void> => {
  if (await connect(said)) {
    await tellOfSignIn({
      account: said.account,
      change: 'providerConnected',
      req: said.req,
      tenant: said.tenant,
    })
  } else if ((await knownBy(said)) !== said.account) {
    throw new RuleError('providerTaken')
  }
}

/** Takes a connection of an account away, where it has one of that id; throws lastWayIn where nothing else lets it in. In the caller's transaction. */
export const disconnect = async ({ id, ...whose }: Whose & { id: string }): Promise<void> => {
  const { account, req, tenant } = whose
  await rows(req, sql`select 1 from users where id = ${account} for no key update`)
  const other = await row(
    req,
    sql`select 1 from users u join tenants t on t.id = u.tenant_id where u.id = ${account} and u.tenant_id = ${tenant}
          and (t.settings_sign_in_by_mail is not false
            or exists (select 1 from auth_passkeys p where p.user_id = u.id)
            or exists (select 1 from auth_accounts a where a.user_id = u.id and a.id <> ${id}))`,
  )
  if (!other) {
    throw new RuleError('lastWayIn')
  }
  const gone = await row(
    req,
    sql`delete from auth_accounts where id = ${id} and user_id = ${account} and provider_id <> 'credential' returning 1`,
  )
  if (gone) {
    await tellOfSignIn({ ...whose, change: 'providerDisconnected' })
  }
}
