import { CHANNELS } from '@/database/notices'
import { systemPool } from '@/database/hosts'

import type { Failure, Ladder } from '@/domain/media/videos'

/** What was made of the same file. */
export type Before = {
  duration: number
  hasSound: boolean
  isProtected: boolean
  ladder: Ladder
  picture: null | { height: number; width: number }
  run: string
}

/** A video somebody works on. `run` names the work and its folder; whoever has another run has lost the row. */
export type Claimed = {
  attempts: number
  filename: string
  filesize: number
  /** What counts until the work is done. */
  before: Before | null
  id: string
  /** Whether it is to be protected by DRM, where it has a picture. */
  isProtected: boolean
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

/** Whether the film `v`, of the file `m` and the school `t`, is to be protected. */
const PROTECTED = `(t.settings_playback_drm is true and coalesce(m.mime_type, '') like 'video/%' and exists (
    select 1 from drm_accounts d where d.tenant_id = t.id))`

const BEFORE = `case when v.run is not null and v.ladder is not null then json_build_object('run', v.run, 'ladder', v.ladder,
    'duration', v.duration, 'hasSound', v.has_sound is true, 'isProtected', v.is_protected is true,
    'picture', case when v.has_picture then json_build_object('height', v.height, 'width', v.width) end) end`

/** Who began with a film's file sees it to its end for a while: a while from when it was prepared first, not from when it is prepared anew. */
const since = (videos: string): string =>
  `case when ${videos}.run is null then now() else ${videos}.updated_at end`

/**
 * Takes the video that waits longest, or whose worker died: each goes to one of those who ask at once. One that is to be protected
 * goes to who `canProtect`.
 */
export const claim = async (
  run: string,
  { canProtect }: { canProtect: boolean } = { canProtect: true },
): Promise<Claimed | undefined> => {
  const { rows } = await systemPool().query<Claimed>(
    `with due as (
       select v.id, v.runner, m.filename, coalesce(m.filesize, 0)::float8 as filesize, ${PROTECTED} as protected, ${BEFORE} as before
       from videos v join media m on m.id = v.media_id join tenants t on t.id = v.tenant_id
       where ($2 or not ${PROTECTED}) and v.provider = 'own' and m.filename is not null and (v.lease_until is null or v.lease_until < now())
         and (v.status = 'queued' or (v.status = 'processing' and v.attempts < ${MOST_ATTEMPTS}))
       order by v.run is not null, v.updated_at, v.id limit 1 for update of v skip locked)
     update videos v set status = 'processing', runner = $1, lease_until = now() + ${LEASE}, attempts = v.attempts + 1,
       percent = 0, reason = null, detail = null, updated_at = ${since('v')}
     from due where v.id = due.id
     returning v.id, v.tenant_id as tenant, due.filename, due.filesize, due.runner as left, v.runner as run, v.secret, v.attempts::int,
       due.protected as "isProtected", due.before`,
    [run, canProtect],
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
  { duration, hasSound, isProtected, ladder, picture }: Pick<Before, 'duration' | 'hasSound' | 'isProtected' | 'ladder' | 'picture'>,
): Promise<{ before: null | string } | null> => {
  const { rows } = await systemPool().query<{ before: null | string }>(
    `with done as (
       update videos set status = 'ready', percent = 100, run = $2, runner = null, lease_until = null, reason = null, detail = null,
         duration = $3, width = $4, height = $5, has_picture = $6, has_sound = $7, ladder = $8::jsonb, is_protected = $9, updated_at = ${since('videos')}
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
      isProtected,
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
    `update videos set status = $3::text::enum_videos_status, reason = $4, detail = $5, percent = 0, runner = null, updated_at = ${since('videos')},
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

/** Says of all that waits to be protected that this machine cannot do it; another worker may still take it. */
export const sayWithoutPackager = async (): Promise<void> => {
  await systemPool().query(
    `update videos v set reason = 'packagerMissing' from media m, tenants t
     where m.id = v.media_id and t.id = v.tenant_id and v.status = 'queued' and v.reason is null and v.provider = 'own' and ${PROTECTED}`,
  )
}
