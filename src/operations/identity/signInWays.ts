import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'

type At = { req: PayloadRequest; tenant: string }

const WAYS = {
  mail: { code: 'mailSignInOff', column: 'settings_sign_in_by_mail' },
  passkey: { code: 'passkeySignInOff', column: 'settings_sign_in_by_passkey' },
  password: { code: 'passwordSignInOff', column: 'settings_sign_in_by_password' },
} as const

/** Refuses a way of signing in that the school took away: throws mailSignInOff, passkeySignInOff and passwordSignInOff. */
export const requireWay = async ({
  req,
  tenant,
  way,
}: At & { way: keyof typeof WAYS }): Promise<void> => {
  const { code, column } = WAYS[way]
  const found = await row(
    req,
    sql`select 1 from tenants t where t.id = ${tenant} and ${sql.raw(column)} is not false`,
  )
  if (!found) {
    throw new RuleError(code)
  }
}

/**
 * Whether an account has an address of an organisation that signs its people in alone, and comes otherwise: `by` names the provider
 * that sent them, as its row has it in use. Owners come as they like, so that no school locks itself out.
 */
export const isOrganisations = async ({
  account,
  by = null,
  req,
  tenant,
}: At & { account: string; by?: null | string }): Promise<boolean> => {
  const found = await row(
    req,
    sql`select 1 from users u join sign_in_providers p on p.tenant_id = u.tenant_id
        where u.id = ${account} and u.tenant_id = ${tenant} and p.in_use is not null and p.is_required
          and p.in_use is distinct from ${by} and split_part(u.email, '@', 2) = any (string_to_array(p.proved, ', '))
          and not exists (select 1 from users_roles r where r.parent_id = u.id and r.value in ('owner', 'superAdmin'))`,
  )

  return Boolean(found)
}

/** Refuses whoever an organisation alone signs in, and comes otherwise. Throws organisationOnly. */
export const requireOrganisation = async (
  whose: At & { account: string; by?: null | string },
): Promise<void> => {
  if (await isOrganisations(whose)) {
    throw new RuleError('organisationOnly')
  }
}

/** As `requireWay`, for a password that was right: owners keep theirs, so that no school locks itself out. */
export const requirePasswordOf = async ({
  account,
  ...at
}: At & { account: string }): Promise<void> => {
  const isOwner = await row(
    at.req,
    sql`select 1 from users_roles where parent_id = ${account} and value in ('owner', 'superAdmin')`,
  )
  if (!isOwner) {
    await requireWay({ ...at, way: 'password' })
  }
}
