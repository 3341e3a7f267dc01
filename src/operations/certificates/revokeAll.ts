import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { storage } from '@/adapters/storage'
import { rows } from '@/database/transaction'
import { ERASED_NAME } from '@/domain/identity/erasure'
import { schoolOf } from '@/operations/tenancy/school'

/**
 * Revokes every certificate of a learner and takes the name from it, files first: what is left answers
 * for its serial that it holds no more. May run again after any interruption; outside a transaction.
 */
export const revokeAll = async ({
  learner,
  req,
  tenant,
}: {
  learner: string
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  const school = await schoolOf({ req, tenant })
  const files = await rows<{ key: string }>(
    req,
    sql`select file_key as key from certificates where learner_id = ${learner} and file_key is not null`,
  )
  for (const { key } of files) {
    await storage().delete(key)
  }
  await rows(
    req,
    sql`update certificates set learner_name = ${ERASED_NAME[school?.locale ?? 'en']}, file_key = null,
          revoked_at = coalesce(revoked_at, now()), updated_at = now()
        where learner_id = ${learner}`,
  )
}
