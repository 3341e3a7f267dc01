import type { FilmKeeper, Standing } from '@/adapters/videos/types'
import type { Failure } from '@/domain/media/videos'

import { CHANNELS } from '@/database/notices'
import { systemPool } from '@/database/hosts'

/** A film of an account's that somebody looks after; whoever has another run has lost the row. */
export type Handed = {
  account: string
  attempts: number
  /** Its id there, once there is a place for it. */
  film: null | string
  filename: string
  filesize: number
  id: string
  isLong: boolean
  provider: FilmKeeper
  run: string
  sealed: string
  tenant: string
  type: string
}

/** How often a film is handed over before it is given up. */
export const MOST_HANDINGS = 3

const LEASE = `interval '30 seconds'`

/** How long a provider may take to prepare a film. */
const LONGEST = `interval '2 days'`

/** Takes the film that is due: to be handed over, or to be asked after. Each goes to one of those who ask at once. */
export const claimHanded = async (run: string): Promise<Handed | undefined> => {
  const { rows } = await systemPool().query<Handed>(
    `with due as (
       select v.id, m.filename, coalesce(m.filesize, 0)::float8 as filesize, m.mime_type, a.sealed, a.id as account
       from videos v join media m on m.id = v.media_id join video_accounts a on a.id = v.account_id
       where v.provider <> 'own' and v.status in ('queued', 'processing') and m.filename is not null and a.sealed is not null
         and (v.lease_until is null or v.lease_until < now())
       order by v.lease_until nulls first, v.id limit 1 for update of v skip locked)
     update videos v set runner = $1, lease_until = now() + ${LEASE} from due where v.id = due.id
     returning v.id, v.tenant_id as tenant, due.filename, due.filesize, due.mime_type as type, due.sealed, due.account, v.provider::text,
       v.external_id as film, v.runner as run, v.attempts::int, v.updated_at < now() - ${LONGEST} as "isLong"`,
    [run],
  )

  return rows[0]
}

type Ours = Pick<Handed, 'id' | 'run'>

/** Goes on with the lease; `percent` is of the bytes that were sent, and counts up to a half of the whole. */
export const renewHanded = async ({ id, run }: Ours, percent: number): Promise<boolean> => {
  const { rowCount } = await systemPool().query(
    `update videos set lease_until = now() + ${LEASE}, percent = greatest(percent, $3) where id = $1 and runner = $2`,
    [id, run, Math.floor(percent / 2)],
  )

  return rowCount === 1
}

/** Says that a film is being handed over, once more. */
export const beginHanding = async ({ id, run }: Ours): Promise<void> => {
  await systemPool().query(
    `update videos set status = 'processing', attempts = attempts + 1, percent = 0, reason = null, detail = null, updated_at = now()
     where id = $1 and runner = $2`,
    [id, run],
  )
}

/** Writes down the id a film has there; false where the row is somebody else's now. */
export const nameFilm = async ({ id, run }: Ours, film: string): Promise<boolean> => {
  const { rowCount } = await systemPool().query(
    `update videos set external_id = $3 where id = $1 and runner = $2`,
    [id, run, film],
  )

  return rowCount === 1
}

/** Has it asked again later how far a film is: soon at first, within five minutes in the end. A report makes it sooner. */
export const waitFor = async (
  { id, run }: Ours,
  { externalId, percent }: { externalId: string; percent: number },
): Promise<void> => {
  await systemPool().query(
    `update videos set status = 'processing', external_id = $3, percent = greatest(percent, $4), runner = null, reason = null, detail = null,
       lease_until = now() + least(interval '5 minutes', greatest(interval '5 seconds', (now() - updated_at) / 5))
     where id = $1 and runner = $2`,
    [id, run, externalId, Math.min(99, 50 + Math.floor(percent / 2))],
  )
}

/** Has a film played from there. */
export const completeHanded = async (
  { id, run }: Ours,
  { duration, externalId, height, playback, width }: { state: 'ready' } & Standing,
): Promise<boolean> => {
  const { rowCount } = await systemPool().query(
    `with done as (
       update videos set status = 'ready', percent = 100, run = $2, runner = null, lease_until = null, reason = null, detail = null,
         external_id = $3, playback = $4, duration = $5, width = $6, height = $7, has_picture = $8, has_sound = null,
         updated_at = now()
       where id = $1 and runner = $2 returning media_id)
     update media m set duration = coalesce(m.duration, $5) from done where m.id = done.media_id`,
    [id, run, externalId, playback, duration, width, height, width !== null],
  )

  return rowCount === 1
}

/** Gives a film up for now: what was uploaded is played again. */
export const failHanded = async (
  { id, run }: Ours,
  { detail, reason }: { detail: string; reason: Failure },
): Promise<void> => {
  await systemPool().query(
    `update videos set status = 'failed', reason = $3, detail = $4, percent = 0, run = null, runner = null, lease_until = null, updated_at = now()
     where id = $1 and runner = $2`,
    [id, run, reason, detail.slice(0, 500)],
  )
}

/** Leaves a film for later, since the provider does not answer. */
export const postpone = async ({ id, run }: Ours, detail: string): Promise<void> => {
  await systemPool().query(
    `update videos set reason = 'providerAway', detail = $3, runner = null, lease_until = now() + interval '1 minute'
     where id = $1 and runner = $2`,
    [id, run, detail.slice(0, 500)],
  )
}

/** Puts a film back as it was, for another worker to take at once. */
export const releaseHanded = async ({ id, run }: Ours): Promise<void> => {
  await systemPool().query(
    `with released as (update videos set runner = null, lease_until = null where id = $1 and runner = $2 returning 1)
     select pg_notify('${CHANNELS.videos}', '') from released`,
    [id, run],
  )
}
