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
