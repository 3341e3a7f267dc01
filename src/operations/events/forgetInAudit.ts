import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'

/**
 * Takes out of the audit log what it says of an account's person: where they acted from, and what was written of them. That something was done,
 * by and to which account, stays, and so does the proof of the chain.
 */
export const forgetInAudit = async ({
  account,
  req,
}: {
  account: string
  req: PayloadRequest
}): Promise<void> => {
  await rows(
    req,
    sql`update audit_entries set origin = null, origin_salt = null where actor_id = ${account} and origin is not null`,
  )
  await rows(
    req,
    sql`update audit_entries set personal = null, personal_salt = null where (subject_id = ${account} or document = ${account}::text) and personal is not null`,
  )
}
