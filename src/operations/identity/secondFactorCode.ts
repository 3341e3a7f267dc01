import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row, rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { unseal } from '@/secrets'

import { spendRecoveryCode } from './recoveryCodes'
import { stepOfCode } from './totp'

/** Wrong codes of one account, in so many minutes. */
const MOST_WRONG = 5
const WINDOW = sql.raw(`interval '15 minutes'`)

type Code = { account: string; code: string; now: Date; req: PayloadRequest; tenant: string }

/**
 * Takes a code of the account's app, or one of its recovery codes: each once, also where several requests bring it at
 * once. Outside of a transaction, since a try counts also where it fails. Throws wrongCode, and tooManyCodes after five in
 * a quarter of an hour; only who knows the password comes this far, so that nobody can close it for somebody else.
 */
export const takeSecondFactor = async (given: Code): Promise<void> => {
  const { account, code, now, req, tenant } = given
  const tried = await row<{ secret: string }>(
    req,
    sql`update auth_second_factors
        set failed = case when failed_since > now() - ${WINDOW} then failed + 1 else 1 end,
          failed_since = case when failed_since > now() - ${WINDOW} then failed_since else now() end
        where user_id = ${account} and confirmed_at is not null
          and (failed < ${MOST_WRONG} or failed_since is null or failed_since <= now() - ${WINDOW})
        returning secret`,
  )
  if (!tried) {
    throw new RuleError((await hasFactor(given)) ? 'tooManyCodes' : 'wrongCode')
  }
  const typed = code.replace(/\s/g, '')
  const step = stepOfCode({ code: typed, now, secret: unseal({ sealed: tried.secret, tenant }) })
  const isRight =
    step === null ? await spendRecoveryCode(given) : await spendStep({ account, req, step })
  if (!isRight) {
    throw new RuleError('wrongCode')
  }
  await rows(req, sql`update auth_second_factors set failed = 0 where user_id = ${account}`)
}

const hasFactor = async ({ account, req }: Pick<Code, 'account' | 'req'>): Promise<boolean> =>
  Boolean(
    await row(
      req,
      sql`select 1 from auth_second_factors where user_id = ${account} and confirmed_at is not null`,
    ),
  )

const spendStep = async ({
  account,
  req,
  step,
}: Pick<Code, 'account' | 'req'> & { step: number }): Promise<boolean> =>
  Boolean(
    await row(
      req,
      sql`update auth_second_factors set last_step = ${step}, updated_at = now()
          where user_id = ${account} and last_step < ${step} returning 1`,
    ),
  )
