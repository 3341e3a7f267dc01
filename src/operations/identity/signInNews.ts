import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { SignInChange } from '@/domain/mail/signIn'

import { row } from '@/database/transaction'
import { isLocale } from '@/domain/tenancy/locales'
import { newId } from '@/newId'
import { queueEmail } from '@/operations/mail/queueEmail'
import { schoolOf } from '@/operations/tenancy/school'

/** Tells an account by mail that it is signed in to in another way from now on. In the caller's transaction. */
export const tellOfSignIn = async ({
  account,
  change,
  req,
  tenant,
}: {
  account: string
  change: SignInChange
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
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
