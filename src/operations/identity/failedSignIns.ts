import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { count } from '@/adapters/limits/count'
import { row } from '@/database/transaction'

import { audited } from '../events/audit'

/** Entries of an hour: those of accounts, and those of addresses that nobody has, which cannot crowd the others out. */
const MOST = { account: 120, nobody: 30 }
const HOUR = 3600

/** By what somebody tried to sign in. */
type Way = 'password' | 'secondStep'

/**
 * Writes down that signing in failed: as whom, where there is such an account, and never what was typed, which may be a password in the wrong field.
 * Of a flood the log keeps the first entries of the hour, and one that says that more are left out.
 */
export const tellOfFailedSignIn = async ({
  as,
  req,
  tenant,
  way,
}: {
  as: { account: string } | { email: string }
  req: PayloadRequest
  tenant: string
  way: Way
}): Promise<void> => {
  const found =
    'account' in as
      ? { id: as.account }
      : await row<{ id: string }>(
          req,
          sql`select id from users where tenant_id = ${tenant} and email = ${as.email.trim().toLowerCase()}`,
        )
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
