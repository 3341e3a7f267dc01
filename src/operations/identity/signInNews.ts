import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { SignInChange } from '@/domain/mail/signIn'

import { row } from '@/database/transaction'
import { isLocale } from '@/domain/tenancy/locales'
import { newId } from '@/newId'
import { queueEmail } from '@/operations/mail/queueEmail'
import { schoolOf } from '@/operations/tenancy/school'
import { announce } from '@hooks/events/announce'

type Change = {
  account: string
  /** Who changed it; the account itself unless somebody else did. */
  by?: string
  change: SignInChange
  reason?: null | string
  req: PayloadRequest
  tenant: string
}

/** Announces that an account is signed in to in another way from now on, and tells it by mail. In the caller's transaction. */
export const tellOfSignIn = async ({
  account,
  by = account,
  change,
  reason = null,
  req,
  tenant,
}: Change): Promise<void> => {
  await announce({
    data: { account, by, change, reason },
    fact: 'account.signInChanged',
    req,
    tenant,
  })
  const school = await schoolOf({ req, tenant })
  const reader = await row<{ email: string; locale: null | string; name: string }>(
    req,
    sql`select name, email, locale from users where id = ${account}`,
  )
  if (school && reader) {
    await queueEmail({
      data: { name: reader.name, change, url: `${school.origin}/account/security` },
      key: `signInChanged:${newId()}`,
      locale: isLocale(reader.locale) ? reader.locale : school.locale,
      req,
      template: 'signInChanged',
      to: reader.email,
    })
  }
}
