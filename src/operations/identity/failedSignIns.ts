import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { count } from '@/adapters/limits/count'
import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'

import { audited } from '../events/audit'

/** Entries of an hour: those of accounts, and those of addresses that nobody has, which cannot crowd the others out. */
const MOST = { account: 120, nobody: 30 }
const HOUR = 3600

/** By what somebody tried to sign in. */
type Way = 'mailCode' | 'passkey' | 'password' | 'secondStep'

/** As whom: by what they said, or by what was asked of them before. */
type As = { account: null | string } | { email: string } | { passkey: string }

type Failed = { as: As; req: PayloadRequest; tenant: string; way: Way }

/** What a rule says of somebody who did not prove who they are; all else is no attempt. */
const UNPROVED: readonly string[] = ['passkeyRefused', 'tooManyCodes', 'wrongCode', 'wrongMailCode']

/**
 * Writes down that signing in failed: as whom, where there is such an account, and never what was typed, which may be a password in the wrong field.
 * Of a flood the log keeps the first entries of the hour, and one that says that more are left out.
 */
export const tellOfFailedSignIn = async ({ as, req, tenant, way }: Failed): Promise<void> => {
  const found = await accountOf({ as, req, tenant })
  const kind = found ? 'account' : 'nobody'
  const [counted] = await count([{ key: `${tenant} failed-sign-ins ${kind}`, seconds: HOUR }])
  const beyond = (counted?.count ?? 1) - MOST[kind]
  if (beyond <= 0) {
    await audited(req, {
      changes: { after: { way } },
      collection: 'users',
      document: found?.id,
      operation: 'signIn.failed',
      subject: found?.id,
      tenant,
    })
  } else if (beyond === 1) {
    await audited(req, {
      changes: { after: { most: MOST[kind] } },
      operation: 'signIn.failuresLeftOut',
      tenant,
    })
  }
}

const accountOf = async ({
  as,
  req,
  tenant,
}: Omit<Failed, 'way'>): Promise<null | undefined | { id: string }> => {
  if ('account' in as) {
    return as.account === null ? null : { id: as.account }
  }

  return 'email' in as
    ? row(
        req,
        sql`select id from users where tenant_id = ${tenant} and email = ${as.email.trim().toLowerCase()}`,
      )
    : row(
        req,
        sql`select user_id as id from auth_passkeys where tenant_id = ${tenant} and credential = ${as.passkey}`,
      )
}

/** What `attempt` comes to; one that proves nobody is written down before it throws. Outside of a transaction. */
export const orTellOfIt = async <T>(attempt: Promise<T>, failed: Failed): Promise<T> =>
  attempt.catch(async (error: unknown) => {
    if (error instanceof RuleError && UNPROVED.includes(error.code)) {
      await tellOfFailedSignIn(failed)
    }
    throw error
  })
