import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Locale } from '@/domain/tenancy/locales'
import type { Arrival } from './arrival'

import { row } from '@/database/transaction'
import { queueEmail } from '@/operations/mail/queueEmail'
import { schoolOf } from '@/operations/tenancy/school'

type Sender = { email: string; locale: Locale | null; name: null | string }

/** Orders the mail to whoever uploaded a file in which `virus` was found, once for each file, in the caller's transaction. */
export const tellSender = async ({
  arrival: { id, account, filename, tenant },
  req,
  virus,
}: {
  arrival: Pick<Arrival, 'account' | 'filename' | 'id' | 'tenant'>
  req: PayloadRequest
  virus: string
}): Promise<void> => {
  const school = await schoolOf({ req, tenant })
  const sender = await row<Sender>(
    req,
    sql`select u.email, u.locale, u.name from users u where u.id = ${account}::uuid and u.status = 'active'`,
  )
  if (!school || !sender) {
    return
  }
  await queueEmail({
    data: {
      name: sender.name ?? '',
      file: filename,
      url: `${school.origin}/admin/collections/media?state=quarantined`,
      virus,
    },
    key: `fileQuarantined:${id}`,
    locale: sender.locale ?? school.locale,
    req,
    template: 'fileQuarantined',
    to: sender.email,
  })
}
