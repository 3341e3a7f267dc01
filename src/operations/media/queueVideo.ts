import { randomBytes } from 'node:crypto'

import type { Payload, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import { storage } from '@/adapters/storage'
import { systemPool } from '@/database/hosts'
import { CHANNELS } from '@/database/notices'
import { asTenant } from '@/database/scope'
import { inTransaction, row } from '@/database/transaction'
import { mediaKey, videoFolder } from '@/domain/media/keys'
import { seal } from '@/secrets'

import { leaveFilm } from './videoAccounts'

type Given = { id: string; req: PayloadRequest; tenant: string }

/**
 * Has a film or a recording prepared for watching, by the account that the school has in use or by this platform, where its present file is not already, or waits to be. Whoever works
 * on the file that was there before loses the row, and what was made of it counts no longer. What was made of a file that is
 * gone, or is something else now, goes. Twice, or twice at once, it leaves the same rows.
 */
export const queueVideo = async ({ id, req, tenant }: Given): Promise<void> => {
  const file = await row<{ filename: string }>(
    req,
    sql`select filename from media where id = ${id} and mime_type ~ '^(video|audio)/' and filename is not null`,
  )
  if (!file) {
    await inTransaction(req, async () => {
      await leaveFilm({ id, req, tenant })
      await row(req, sql`delete from videos where id = ${id}`)
    })
    await storage().deleteFolder(videoFolder({ id, tenant }))

    return
  }
  const source = (await storage().head(mediaKey({ id, filename: file.filename, tenant })))?.etag
  const secret = seal({ tenant, value: randomBytes(32).toString('base64url') })
  const changed = await inTransaction(req, async () => {
    const isOther = await row(
      req,
      sql`select 1 from videos where id = ${id} and source is distinct from ${source ?? null} for update`,
    )
    if (isOther) {
      await leaveFilm({ id, req, tenant })
    }

    return row<Record<'run' | 'runner', null | string>>(
      req,
      sql`with queued as (
            insert into videos (id, tenant_id, media_id, source, provider, account_id, status, percent, attempts, secret)
            select m.id, m.tenant_id, m.id, ${source ?? null}, coalesce(a.provider::text, 'own')::enum_videos_provider, a.id, 'queued', 0, 0, ${secret}
            from media m left join video_accounts a on a.tenant_id = m.tenant_id and a.in_use is not null where m.id = ${id}
            on conflict (id) do update set source = excluded.source, provider = excluded.provider, account_id = excluded.account_id,
              external_id = null, playback = null, captions_there = null, status = 'queued', percent = 0, attempts = 0,
              reason = null, detail = null, run = null, ladder = null, runner = null, lease_until = null, updated_at = now()
            where videos.source is distinct from excluded.source
            returning old.run as run, old.runner as runner)
          select run, runner, pg_notify(${CHANNELS.videos}, '') from queued`,
    )
  })
  for (const run of [changed?.run, changed?.runner]) {
    if (run) {
      await storage().deleteFolder(`${videoFolder({ id, tenant })}/${run}`)
    }
  }
}

/** Files looked at in one round; the rest waits for the next. */
const AT_ONCE = 200

/** Queues what was uploaded before there was a queue, or missed it. */
export const queueMissingVideos = async (payload: Payload): Promise<void> => {
  const { rows: missing } = await systemPool().query<{ id: string; tenant: string }>(
    `select m.id, m.tenant_id as tenant from media m
     where m.mime_type ~ '^(video|audio)/' and not exists (select 1 from videos v where v.media_id = m.id)
     order by m.id limit ${AT_ONCE}`,
  )
  for (const { id, tenant } of missing) {
    await asTenant(tenant, async () =>
      queueVideo({ id, req: await createLocalReq({}, payload), tenant }),
    ).catch((error: unknown) => {
      payload.logger.warn({ err: error, media: id }, 'A video waits to be queued.')
    })
  }
}
