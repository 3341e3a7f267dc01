import type { PayloadRequest } from 'payload'

import { randomBytes } from 'node:crypto'

import { sql } from '@payloadcms/db-postgres'

import { row, rows } from '@/database/transaction'

import { hashOf } from './tokens'
import { base32 } from './totp'

const COUNT = 10

type Whose = { account: string; req: PayloadRequest; tenant: string }

/** Written as it is read: `abcde-fghij`, fifty random bits. */
const newCode = (): string => {
  const letters = base32(randomBytes(7)).slice(0, 10).toLowerCase()

  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}

/** However somebody typed it. */
const hashed = ({ account, code, tenant }: Omit<Whose, 'req'> & { code: string }): string =>
  hashOf({ tenant, value: `recovery:${account}:${code.toLowerCase().replace(/[^a-z2-7]/g, '')}` })

/** Gives an account new codes in place of those it had, and answers them: they are kept as hashes, and never shown again. */
export const renewRecoveryCodes = async (whose: Whose): Promise<string[]> => {
  const { account, req, tenant } = whose
  const codes = Array.from({ length: COUNT }, newCode)
  await rows(req, sql`delete from auth_recovery_codes where user_id = ${account}`)
  await rows(
    req,
    sql`insert into auth_recovery_codes (id, tenant_id, user_id, hash) values ${sql.join(
      codes.map((code) => sql`(uuidv7(), ${tenant}, ${account}, ${hashed({ ...whose, code })})`),
      sql`, `,
    )}`,
  )

  return codes
}

/** Uses a code up; false where it is none of the account's, or was used. */
export const spendRecoveryCode = async (whose: Whose & { code: string }): Promise<boolean> =>
  Boolean(
    await row(
      whose.req,
      sql`update auth_recovery_codes set used_at = now(), updated_at = now()
          where user_id = ${whose.account} and hash = ${hashed(whose)} and used_at is null returning 1`,
    ),
  )
