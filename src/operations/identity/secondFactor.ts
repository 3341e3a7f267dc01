import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { QrPath } from '@/domain/qr'

import { qrPath } from '@/adapters/qr/path'
import { row, rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { seal, unseal } from '@/secrets'

import { renewRecoveryCodes } from './recoveryCodes'
import { tellOfSignIn } from './signInNews'
import { endSessions, strengthen } from './sessions'
import { HAS_SECOND_FACTOR, MUST_HAVE_SECOND_FACTOR } from './strength'
import { newTotpSecret, stepOfCode, totpAddress } from './totp'

type Whose = { account: string; req: PayloadRequest; tenant: string }

/** How an account stands: `codesLeft` are recovery codes that were not used; `isRequired` by its school. */
export type SecondFactor = { codesLeft: number; isOn: boolean; isRequired: boolean }

export const readSecondFactor = async ({
  account,
  req,
}: Omit<Whose, 'tenant'>): Promise<SecondFactor> => {
  const found = await row<SecondFactor>(
    req,
    sql`select ${sql.raw(HAS_SECOND_FACTOR)} as "isOn", ${sql.raw(MUST_HAVE_SECOND_FACTOR)} as "isRequired",
          (select count(*)::int from auth_recovery_codes c where c.user_id = u.id and c.used_at is null) as "codesLeft"
        from users u where u.id = ${account}`,
  )

  return found ?? { codesLeft: 0, isOn: false, isRequired: false }
}

/** What an app is given: a picture to take, or the same secret to type. */
export type NewSecret = { qr: QrPath; secret: string }

/**
 * Gives an account a secret that counts once a code of it was typed; asked again, another one. Throws secondFactorOn where
 * one counts already.
 */
export const beginSecondFactor = async ({ account, req, tenant }: Whose): Promise<NewSecret> => {
  const secret = newTotpSecret()
  const sealed = seal({ tenant, value: secret })
  const made = await row<{ email: string; school: string }>(
    req,
    sql`with made as (
          insert into auth_second_factors (id, tenant_id, user_id, secret)
          values (uuidv7(), ${tenant}, ${account}, ${sealed})
          on conflict (tenant_id, user_id) do update set secret = excluded.secret, updated_at = now()
            where auth_second_factors.confirmed_at is null
          returning user_id)
        select u.email, t.name as school from made join users u on u.id = made.user_id join tenants t on t.id = u.tenant_id`,
  )
  if (!made) {
    throw new RuleError('secondFactorOn')
  }

  return {
    qr: qrPath(totpAddress({ account: made.email, issuer: made.school, secret })),
    secret,
  }
}

/**
 * Makes the secret count that a code of it proves to be in an app, ends every other session of the account, and answers
 * its recovery codes. Throws wrongCode. In the caller's transaction.
 */
export const confirmSecondFactor = async (
  whose: Whose & { code: string; now: Date },
): Promise<string[]> => {
  const { account, code, now, req, tenant } = whose
  const waiting = await row<{ secret: string }>(
    req,
    sql`select secret from auth_second_factors
        where user_id = ${account} and confirmed_at is null for update`,
  )
  const step =
    waiting &&
    stepOfCode({
      code: code.replace(/\s/g, ''),
      now,
      secret: unseal({ sealed: waiting.secret, tenant }),
    })
  if (!step) {
    throw new RuleError('wrongCode')
  }
  await rows(
    req,
    sql`update auth_second_factors set confirmed_at = now(), last_step = ${step}, failed = 0, updated_at = now()
        where user_id = ${account}`,
  )
  await endSessions({ ...whose, session: 'others' })
  await strengthen(whose)
  await tellOfSignIn({ ...whose, change: 'secondFactorOn' })

  return renewRecoveryCodes(whose)
}

/** Gives an account new recovery codes. In the caller's transaction. */
export const renewCodes = async (whose: Whose): Promise<string[]> => {
  const codes = await renewRecoveryCodes(whose)
  await tellOfSignIn({ ...whose, change: 'secondFactorCodes' })

  return codes
}

/** Takes the second step away by its owner; throws secondFactorRequired where the school asks for it. In the caller's transaction. */
export const endSecondFactor = async (whose: Whose): Promise<void> => {
  if ((await readSecondFactor(whose)).isRequired) {
    throw new RuleError('secondFactorRequired')
  }
  await forgetSecondFactor(whose)
  await tellOfSignIn({ ...whose, change: 'secondFactorOff' })
}

/**
 * Takes somebody's second step away, for `reason`, and ends all their sessions: they sign in with what they have, and set
 * it up anew where the school asks for it. Answers false where there was none. In the caller's transaction.
 */
export const resetSecondFactor = async ({
  by,
  reason,
  ...whose
}: Whose & { by: string; reason: string }): Promise<boolean> => {
  const { account, req } = whose
  if (!(await forgetSecondFactor(whose))) {
    return false
  }
  await rows(req, sql`delete from auth_sessions where user_id = ${account}`)
  await tellOfSignIn({ ...whose, by, change: 'secondFactorReset', reason })

  return true
}

const forgetSecondFactor = async ({ account, req }: Omit<Whose, 'tenant'>): Promise<boolean> => {
  await rows(req, sql`delete from auth_recovery_codes where user_id = ${account}`)
  await rows(req, sql`delete from auth_trusted_devices where user_id = ${account}`)

  return Boolean(
    await row(req, sql`delete from auth_second_factors where user_id = ${account} returning 1`),
  )
}
