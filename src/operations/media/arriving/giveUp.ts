import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'

import type { Arrival } from './arrival'

import { dropBytes } from './drop'

/**
 * Gives up a file under way, and the room that was taken for it; false where it is being finished or has ended. What came of it is
 * gone with that, or when the sweep comes by.
 */
export const giveUpArrival = async ({
  arrival,
  req,
}: {
  arrival: Arrival
  req: PayloadRequest
}): Promise<boolean> => {
  const gone = await row(
    req,
    sql`update incoming_files set state = 'refused', reason = 'uploadClosed', expires_at = now(), updated_at = now()
        where id = ${arrival.id}::uuid and state = 'open' returning id`,
  )
  if (gone) {
    await dropBytes({ arrival })
  }

  return Boolean(gone)
}
