import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { NextStep } from '@/adapters/auth/steps'
import type { SignInStep } from '@/domain/identity/signIn'

import { STEP_SECONDS } from '@/adapters/auth/steps'
import { inTransaction, row, rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'

import { orTellOfIt } from './failedSignIns'
import { confirmSecondFactor } from './secondFactor'
import { takeSecondFactor } from './secondFactorCode'
import { HAS_SECOND_FACTOR, MUST_HAVE_SECOND_FACTOR } from './strength'
import { hashOf, newToken } from './tokens'

/** For how long a device that its owner trusts is not asked for a second step; in seconds. */
export const TRUST_SECONDS = 30 * 86_400

type At = { req: PayloadRequest; tenant: string }

/** What an account that was proved once still needs, at a device with this token or none. */
export const nextStep = async ({
  account,
  device,
  req,
  tenant,
}: At & { account: string; device: null | string }): Promise<NextStep> => {
  const found = await row<{ has: boolean; isTrusted: boolean; must: boolean }>(
    req,
    sql`select ${sql.raw(HAS_SECOND_FACTOR)} as has, ${sql.raw(MUST_HAVE_SECOND_FACTOR)} as must,
          exists (select 1 from auth_trusted_devices d where d.user_id = u.id and d.expires_at > now()
            and d.hash = ${hashOf({ tenant, value: `device:${device ?? ''}` })}) as "isTrusted"
        from users u where u.id = ${account}`,
  )
  if (!found?.has && !found?.must) {
    return 'none'
  }
  if (found.has && found.isTrusted) {
    return 'trusted'
  }
  const kind: SignInStep = found.has ? 'verify' : 'enroll'
  const token = newToken()
  await rows(
    req,
    sql`insert into auth_verifications (id, tenant_id, identifier, value, expires_at)
        values (uuidv7(), ${tenant}, ${identifier(tenant, token)}, ${account}, now() + make_interval(secs => ${STEP_SECONDS}))`,
  )

  return { kind, token }
}

const identifier = (tenant: string, token: string): string =>
  `step:${hashOf({ tenant, value: `step:${token}` })}`

/** Whose second step a token stands for, and which it is; null where it is over, or never was. */
export const stepOf = async ({
  req,
  tenant,
  token,
}: At & { token: string }): Promise<null | { account: string; kind: SignInStep }> => {
  const found = await row<{ account: string; kind: SignInStep }>(
    req,
    sql`select u.id as account, case when ${sql.raw(HAS_SECOND_FACTOR)} then 'verify' else 'enroll' end as kind
        from auth_verifications v join users u on u.id::text = v.value and u.tenant_id = v.tenant_id
        where v.identifier = ${identifier(tenant, token)} and v.expires_at > now() and u.status = 'active'`,
  )

  return found ?? null
}

/** What a finished sign-in comes to: `device` is the token of a device that is trusted from now on. */
type Finished = { account: string; device: null | string; recoveryCodes: string[] }

/**
 * Takes the second step: by a code of the app or a recovery code, or, where it is being set up, by the first code of the
 * app, for which the recovery codes are answered. Throws stepOver, wrongCode and tooManyCodes. Opens its own transactions.
 */
export const finishStep = async (
  given: At & { code: string; now: Date; token: string; trusts: boolean },
): Promise<Finished> => {
  const { req, tenant, token, trusts } = given
  const step = await stepOf(given)
  if (!step) {
    throw new RuleError('stepOver')
  }
  const { account } = step
  if (step.kind === 'verify') {
    const failed = { as: { account }, req, tenant, way: 'secondStep' } as const
    await orTellOfIt(takeSecondFactor({ ...given, account }), failed)
  }

  return inTransaction(req, async () => {
    const taken = await row(
      req,
      sql`delete from auth_verifications where identifier = ${identifier(tenant, token)} returning 1`,
    )
    if (!taken) {
      throw new RuleError('stepOver')
    }
    const recoveryCodes =
      step.kind === 'enroll' ? await confirmSecondFactor({ ...given, account }) : []

    return {
      account,
      device: trusts ? await trustDevice({ account, req, tenant }) : null,
      recoveryCodes,
    }
  })
}

const trustDevice = async ({ account, req, tenant }: At & { account: string }): Promise<string> => {
  const token = newToken()
  await rows(
    req,
    sql`insert into auth_trusted_devices (id, tenant_id, user_id, hash, expires_at)
        values (uuidv7(), ${tenant}, ${account}, ${hashOf({ tenant, value: `device:${token}` })}, now() + make_interval(secs => ${TRUST_SECONDS}))`,
  )

  return token
}
