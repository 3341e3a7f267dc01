import { CHANNELS } from '@/database/notices'
import { systemPool } from '@/database/hosts'

import type { Failure, Ladder } from '@/domain/media/videos'
import type { Source } from '@/domain/media/ladder'

/** A video somebody works on. `run` names the work and its folder; whoever has another run has lost the row. */
export type Claimed = {
  attempts: number
  filename: string
  filesize: number
  id: string
  /** The work of somebody who died over it. */
  left: null | string
  run: string
  secret: string
  tenant: string
}

/** How often work is begun on a video, before it is given up. */
const MOST_ATTEMPTS = 3

/** How long a row stays with somebody who says nothing. */
const LEASE = `interval '30 seconds'`

/** Gives up videos over which workers died too often. Answers what they left behind. */
export const giveUp = async (): Promise<Pick<Claimed, 'id' | 'run' | 'tenant'>[]> => {
  const { rows } = await systemPool().query<Pick<Claimed, 'id' | 'run' | 'tenant'>>(
    `update videos set status = 'failed', reason = 'interrupted', runner = null, lease_until = null, updated_at = now()
     where status = 'processing' and provider = 'own' and lease_until < now() and attempts >= ${MOST_ATTEMPTS}
     returning id, tenant_id as tenant, old.runner as run`,
  )

  return rows
}

/** Takes the video that waits longest, or whose worker died: each goes to one of those who ask at once. */
export const claim = async (run: string): Promise<Claimed | undefined> => {
  const { rows } = await systemPool().query<Claimed>(
    `with due as (
       select v.id, v.runner, m.filename, coalesce(m.filesize, 0)::float8 as filesize from videos v join media m on m.id = v.media_id
       where v.provider = 'own' and m.filename is not null and (v.lease_until is null or v.lease_until < now())
         and (v.status = 'queued' or (v.status = 'processing' and v.attempts < ${MOST_ATTEMPTS}))
       order by v.updated_at, v.id limit 1 for update of v skip locked)
     update videos v set status = 'processing', runner = $1, lease_until = now() + ${LEASE}, attempts = v.attempts + 1,
       percent = 0, reason = null, detail = null, updated_at = now()
     from due where v.id = due.id
     returning v.id, v.tenant_id as tenant, due.filename, due.filesize, due.runner as left, v.runner as run, v.secret, v.attempts::int`,
    [run],
  )

  return rows[0]
}

/** Says that the work goes on, and how far it is; false where the row is somebody else's now. */
export const renew = async (
  { id, run }: Pick<Claimed, 'id' | 'run'>,
  percent: number,
): Promise<boolean> => {
  const { rowCount } = await systemPool().query(
    `update videos set lease_until = now() + ${LEASE}, percent = $3 where id = $1 and runner = $2`,
    [id, run, percent],
  )

  return rowCount === 1
}

/** Makes a run the one that counts, and tells which counted before; null where the row is somebody else's now. */
export const complete = async (
  { id, run }: Pick<Claimed, 'id' | 'run'>,
  { duration, hasSound, ladder, picture }: { ladder: Ladder } & Source,
): Promise<{ before: null | string } | null> => {
  const { rows } = await systemPool().query<{ before: null | string }>(
    `with done as (
       update videos set status = 'ready', percent = 100, run = $2, runner = null, lease_until = null, reason = null, detail = null,
         duration = $3, width = $4, height = $5, has_picture = $6, has_sound = $7, ladder = $8::jsonb, updated_at = now()
       where id = $1 and runner = $2 returning media_id, old.run as before),
     known as (
       update media m set duration = $3 from done where m.id = done.media_id and m.duration is null)
     select before from done`,
    [
      id,
      run,
      duration,
      picture?.width ?? null,
      picture?.height ?? null,
      picture !== null,
      hasSound,
      JSON.stringify(ladder),
    ],
  )

  return rows[0] ?? null
}

/** What may be otherwise in a while. */
const PASSING: readonly Failure[] = ['noSpace', 'storage']

/** Writes down why it failed. What may pass is tried again, later each time. */
export const fail = async (
  { id, attempts, run }: Pick<Claimed, 'attempts' | 'id' | 'run'>,
  { detail, reason }: { detail: string; reason: Failure },
): Promise<void> => {
  const again = PASSING.includes(reason) && attempts < MOST_ATTEMPTS
  await systemPool().query(
    `update videos set status = $3::text::enum_videos_status, reason = $4, detail = $5, percent = 0, runner = null, updated_at = now(),
       lease_until = case when $3::text = 'queued' then now() + $6::int * interval '1 minute' end
     where id = $1 and runner = $2`,
    [id, run, again ? 'queued' : 'failed', reason, detail, attempts],
  )
}

/** Puts a video back as it was, for somebody else to take at once. */
export const release = async ({ id, run }: Pick<Claimed, 'id' | 'run'>): Promise<void> => {
  await systemPool().query(
    `with released as (
       update videos set status = 'queued', percent = 0, attempts = attempts - 1, runner = null, lease_until = null
       where id = $1 and runner = $2 returning 1)
     select pg_notify('${CHANNELS.videos}', '') from released`,
    [id, run],
  )
}

/** Says of all that waits that this machine cannot prepare it; another worker may still take it. */
export const sayWithoutFfmpeg = async (): Promise<void> => {
  await systemPool().query(
    `update videos set reason = 'ffmpegMissing' where status = 'queued' and reason is null and provider = 'own'`,
  )
}
