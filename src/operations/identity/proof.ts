import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'

import { hasPassword, isPasswordOf } from './credentials'
import { tokenOf } from './sessions'

/** For how long somebody who has just shown who they are may do what asks for it, in milliseconds. */
const FRESH_MS = 600_000

/** By what an account can show once more who it is; without any, by signing in again. */
export type ProofWay = 'password'

type Whose = { account: string; now: Date; req: PayloadRequest; tenant: string }

/** Whether the session that asks was begun, or its holder showed once more who they are, within ten minutes. */
export const isFresh = async (whose: Whose): Promise<boolean> =>
  Boolean(
    await row(
      whose.req,
      sql`select 1 from auth_sessions
          where user_id = ${whose.account} and tenant_id = ${whose.tenant} and token = ${tokenOf(whose)}
            and greatest(created_at, proved_at) > ${new Date(whose.now.getTime() - FRESH_MS).toISOString()}`,
    ),
  )

/** How the account that asks can show who it is. */
export const proofWays = async (whose: Pick<Whose, 'account' | 'req'>): Promise<ProofWay[]> =>
  (await hasPassword(whose)) ? ['password'] : []

/**
 * Shows once more who asks, by their password, for ten minutes in this session. Throws wrongPassword, and
 * signInAgain for an account that has none.
 */
export const prove = async ({
  password,
  ...whose
}: Whose & { password: string }): Promise<{ until: string }> => {
  if (!(await hasPassword(whose))) {
    throw new RuleError('signInAgain')
  }
  if (!(await isPasswordOf({ ...whose, password }))) {
    throw new RuleError('wrongPassword')
  }
  await noteProof(whose)

  return { until: new Date(whose.now.getTime() + FRESH_MS).toISOString() }
}

/** Notes that whoever asks has shown who they are, whatever they showed it by. */
const noteProof = async (whose: Whose): Promise<void> => {
  await row(
    whose.req,
    sql`update auth_sessions set proved_at = ${whose.now.toISOString()}
        where user_id = ${whose.account} and tenant_id = ${whose.tenant} and token = ${tokenOf(whose)}`,
  )
}
