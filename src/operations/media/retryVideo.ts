import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { CHANNELS } from '@/database/notices'
import { row } from '@/database/transaction'

import { leaveFilm } from './videoAccounts'

/**
 * Has a video that failed, or waits to be tried again, prepared from the start, by whoever prepares new ones now; false where there
 * is none, or it is under way. Works in a transaction.
 */
export const retryVideo = async ({
  id,
  req,
}: {
  id: string
  req: PayloadRequest
}): Promise<boolean> => {
  const stuck = await row<{ tenant: string }>(
    req,
    sql`select tenant_id as tenant from videos
        where id = ${id} and runner is null and (status = 'failed' or (status = 'queued' and reason is not null)) for update`,
  )
  if (!stuck) {
    return false
  }
  await leaveFilm({ id, req, tenant: stuck.tenant })
  await row(
    req,
    sql`with queued as (
          update videos v set status = 'queued', attempts = 0, percent = 0, reason = null, detail = null, lease_until = null,
            external_id = null, playback = null, captions_there = null,
            account_id = a.id, provider = coalesce(a.provider::text, 'own')::enum_videos_provider,
            updated_at = case when v.run is null then now() else v.updated_at end
          from tenants t left join video_accounts a on a.tenant_id = t.id and a.in_use is not null
          where v.id = ${id} and t.id = v.tenant_id returning 1)
        select pg_notify(${CHANNELS.videos}, '') from queued`,
  )

  return true
}
