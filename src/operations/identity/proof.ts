import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { bareHost } from '@/domain/tenancy/hosts'

import { hasPassword, isPasswordOf } from './credentials'
import { takePasskey } from './passkeys'
import { takeSecondFactor } from './secondFactorCode'
import { tokenOf } from './sessions'

/** For how long somebody who has just shown who they are may do what asks for it, in milliseconds. */
const FRESH_MS = 600_000

/** By what an account can show once more who it is, the plainest first; without any, by signing in again. */
export type ProofWay = 'code' | 'passkey' | 'password'

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

/** How the account that asks can show who it is: by the password, the code of its app, or a passkey of this host. */
export const proofWays = async ({
  account,
  req,
  tenant,
}: Pick<Whose, 'account' | 'req' | 'tenant'>): Promise<ProofWay[]> => {
  const found = await row<Record<ProofWay, boolean>>(
    req,
    sql`select exists (select 1 from auth_second_factors f where f.user_id = ${account} and f.confirmed_at is not null) as code,
          t.settings_sign_in_by_passkey is not false
            and exists (select 1 from auth_passkeys p where p.user_id = ${account} and p.host = ${bareHost(req.headers.get('host') ?? '')}) as passkey,
          exists (select 1 from auth_accounts a where a.user_id = ${account} and a.provider_id = 'credential' and a.password is not null) as password
        from tenants t where t.id = ${tenant}`,
  )

  return (['password', 'code', 'passkey'] as const).filter((way) => found?.[way])
}

/** What somebody shows: one of the three. `response` is what a browser answered that was asked for a passkey. */
type Shown = { code?: string; password?: string; response?: { id: string } }

/**
 * Shows once more who asks, for ten minutes in this session. Throws wrongPassword, signInAgain for an account that has none,
 * wrongCode, tooManyCodes, passkeySignInOff and passkeyRefused. Outside of a transaction, since a try counts also where it fails.
 */
export const prove = async ({
  code,
  password = '',
  response,
  ...whose
}: Shown & Whose): Promise<{ until: string }> => {
  if (response) {
    await showPasskey({ ...whose, response })
  } else if (code === undefined) {
    await showPassword({ ...whose, password })
  } else {
    await takeSecondFactor({ ...whose, code })
  }
  await noteProof(whose)

  return { until: new Date(whose.now.getTime() + FRESH_MS).toISOString() }
}

const showPassword = async (whose: Whose & { password: string }): Promise<void> => {
  if (!(await hasPassword(whose))) {
    throw new RuleError('signInAgain')
  }
  if (!(await isPasswordOf(whose))) {
    throw new RuleError('wrongPassword')
  }
}

const showPasskey = async ({
  account,
  response,
  ...at
}: Whose & { response: { id: string } }): Promise<void> => {
  if ((await takePasskey({ ...at, credential: response.id, response })) !== account) {
    throw new RuleError('passkeyRefused')
  }
}

/** Notes that whoever asks has shown who they are, whatever they showed it by. */
const noteProof = async (whose: Whose): Promise<void> => {
  await row(
    whose.req,
    sql`update auth_sessions set proved_at = ${whose.now.toISOString()}
        where user_id = ${whose.account} and tenant_id = ${whose.tenant} and token = ${tokenOf(whose)}`,
  )
}
