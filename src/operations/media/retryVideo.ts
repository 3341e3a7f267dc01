import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { CHANNELS } from '@/database/notices'
import { row } from '@/database/transaction'

/** Has a video that failed, or waits to be tried again, prepared from the start; false where there is none, or it is under way. */
export const retryVideo = async ({
  id,
  req,
}: {
  id: string
  req: PayloadRequest
}): Promise<boolean> => {
  const queued = await row(
    req,
    sql`with queued as (
          update videos set status = 'queued', attempts = 0, percent = 0, reason = null, detail = null, lease_until = null, updated_at = now()
          where id = ${id} and runner is null and (status = 'failed' or (status = 'queued' and reason is not null))
          returning 1)
        select pg_notify(${CHANNELS.videos}, '') from queued`,
  )

  return queued !== undefined
}
