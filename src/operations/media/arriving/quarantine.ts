import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { storage } from '@/adapters/storage'
import { row } from '@/database/transaction'
import { quarantineKey } from '@/domain/media/keys'

import type { Arrival } from './arrival'

/** Keeps an infected file apart for thirty days, under a key that nothing is served from. May run twice. */
export const quarantine = async ({
  arrival: { id, key, tenant },
  req,
}: {
  arrival: Arrival
  req: PayloadRequest
}): Promise<void> => {
  await storage().adopt({
    contentType: 'application/octet-stream',
    from: key,
    key: quarantineKey({ id, tenant }),
  })
  await row(
    req,
    sql`update incoming_files set expires_at = now() + interval '30 days' where id = ${id}::uuid`,
  )
}
