import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'
import { erasedEmail } from '@/domain/identity/erasure'

/** Takes an erased account's address out of rows that know its person by nothing else: gifts to it, invitations, and what payment providers sent. */
export const forgetAddress = async ({
  account,
  email,
  req,
}: {
  account: string
  email: string
  req: PayloadRequest
}): Promise<void> => {
  await rows(
    req,
    sql`update gifts set recipient_name = '–', recipient_email = 'nobody@invalid', message = null, updated_at = now()
        where lower(recipient_email) = lower(${email})`,
  )
  await rows(req, sql`delete from course_team where lower(email) = lower(${email})`)
  await rows(
    req,
    sql`update payment_events set payload = '{}', report = replace(report::text, ${email}, ${erasedEmail(account)})::jsonb, updated_at = now()
        where strpos(payload::text || report::text, ${email}) > 0`,
  )
  await rows(
    req,
    sql`delete from auth_verifications where strpos(identifier || value, ${email}) > 0`,
  )
}
