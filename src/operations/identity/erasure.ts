import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ErasureRefusal } from '@/domain/identity/erasure'

import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { erasedFrom } from '@/domain/identity/erasure'
import { isLocale } from '@/domain/tenancy/locales'
import { queueEmail } from '@/operations/mail/queueEmail'
import { schoolOf } from '@/operations/tenancy/school'
import { announce } from '@hooks/events/announce'

import { hasPassword } from './credentials'
import { proveOneself } from './reauthentication'
import { refusalOf, takeTurn } from './erasureRefusal'

type Whose = { account: string; req: PayloadRequest; tenant: string }

/** How an account's erasure stands. `erasesAt` (ISO 8601) is null while none was asked for. */
export type Erasure = {
  erasesAt: null | string
  /** Whether asking takes the password; where there is none, it takes having signed in just now. */
  needsPassword: boolean
  /** Why it cannot be asked for. */
  refusal: ErasureRefusal | null
}

const SINCE = sql`to_json(erasure_at) #>> '{}' as "erasesAt"`

/** When an account is erased (ISO 8601); null where that was not asked for. */
export const erasesAt = async ({ account, req }: Omit<Whose, 'tenant'>): Promise<null | string> =>
  (await row<Pick<Erasure, 'erasesAt'>>(req, sql`select ${SINCE} from users where id = ${account}`))
    ?.erasesAt ?? null

/** How the erasure of an account stands; null where there is no such account. */
export const readErasure = async (whose: Whose): Promise<Erasure | null> => {
  const found = await row<Pick<Erasure, 'erasesAt'>>(
    whose.req,
    sql`select ${SINCE} from users where id = ${whose.account}`,
  )

  return found
    ? { ...found, needsPassword: await hasPassword(whose), refusal: await refusalOf(whose) }
    : null
}

/**
 * Has an account erased when the days of grace are over, and says so by mail. Asked again it stays with
 * the first day. Throws wrongPassword, signInAgain (no password, and no fresh session), onlyOwner and
 * stillTeaching; in the caller's transaction.
 */
export const askErasure = async (
  whose: Whose & { now: Date; password?: string },
): Promise<{ erasesAt: string }> => {
  const { account, now, req, tenant } = whose
  await proveOneself(whose)
  await takeTurn(whose)
  const refusal = await refusalOf(whose)
  if (refusal) {
    throw new RuleError(refusal)
  }
  const asked = await row<Reader>(
    req,
    sql`update users set erasure_at = ${erasedFrom(now).toISOString()}, updated_at = now()
        where id = ${account} and erasure_at is null and status = 'active'
        returning name, email, locale, ${SINCE}`,
  )
  if (asked) {
    await write({ ...whose, reader: asked })
    await announce({ data: { account }, fact: 'account.erasureAsked', req, tenant })

    return { erasesAt: asked.erasesAt }
  }
  const standing = await row<{ erasesAt: string }>(
    req,
    sql`select ${SINCE} from users where id = ${account}`,
  )

  return { erasesAt: standing?.erasesAt ?? erasedFrom(now).toISOString() }
}

type Reader = { email: string; erasesAt: string; locale: null | string; name: string }

const write = async ({
  account,
  reader: { name, email, erasesAt, locale },
  req,
  tenant,
}: Whose & { reader: Reader }): Promise<void> => {
  const school = await schoolOf({ req, tenant })
  if (school) {
    await queueEmail({
      data: { name, erasesAt, url: `${school.origin}/account/privacy` },
      key: `accountErasing:${account}:${erasesAt}`,
      locale: isLocale(locale) ? locale : school.locale,
      req,
      template: 'accountErasing',
      to: email,
    })
  }
}

/** Keeps an account that was to be erased, and answers whether it was. */
export const keepAccount = async ({
  account,
  req,
}: Omit<Whose, 'tenant'>): Promise<{ isKept: boolean }> => ({
  isKept: Boolean(
    await row(
      req,
      sql`update users set erasure_at = null, updated_at = now()
          where id = ${account} and erasure_at is not null and status <> 'erased' returning id`,
    ),
  ),
})
