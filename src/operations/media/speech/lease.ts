import type { Said, TranscriptFailure } from '@/domain/media/transcripts'

import { CHANNELS } from '@/database/notices'
import { systemPool } from '@/database/hosts'

/** A transcript somebody works on; whoever has another run has lost the row. */
export type Written = {
  attempts: number
  duration: number
  filename: string
  filesize: number
  id: string
  language: string
  media: string
  /** What was answered before, by the number of the part. */
  parts: Record<string, Said[]>
  run: string
  tenant: string
}

/** How often work is begun before it is given up. */
const MOST_ATTEMPTS = 4

const LEASE = `interval '30 seconds'`

/** Gives up transcripts over which workers died too often. */
export const giveUpTranscripts = async (): Promise<void> => {
  await systemPool().query(
    `update transcripts set status = 'failed', reason = 'interrupted', runner = null, lease_until = null
     where status = 'processing' and lease_until < now() and attempts >= ${MOST_ATTEMPTS}`,
  )
}

/** Takes the transcript that waits longest: each goes to one of those who ask at once. */
export const claimTranscript = async (run: string): Promise<undefined | Written> => {
  const { rows } = await systemPool().query<Written>(
    `with due as (
       select x.id, m.filename, coalesce(m.filesize, 0)::float8 as filesize, coalesce(m.duration, v.duration, 0)::float8 as duration
       from transcripts x join media m on m.id = x.media_id left join videos v on v.id = m.id
       where m.filename is not null and (x.lease_until is null or x.lease_until < now())
         and (x.status = 'queued' or (x.status = 'processing' and x.attempts < ${MOST_ATTEMPTS}))
       order by x.updated_at, x.id limit 1 for update of x skip locked)
     update transcripts x set status = 'processing', runner = $1, lease_until = now() + ${LEASE}, attempts = x.attempts + 1,
       reason = null, detail = null, updated_at = now()
     from due where x.id = due.id
     returning x.id, x.tenant_id as tenant, x.media_id as media, x.language, x.runner as run, x.attempts::int, coalesce(x.parts, '{}') as parts,
       due.filename, due.filesize, due.duration`,
    [run],
  )

  return rows[0]
}

type Ours = Pick<Written, 'id' | 'run'>

const ours = async (statement: string, values: unknown[]): Promise<boolean> => {
  const { rowCount } = await systemPool().query(statement, values)

  return rowCount === 1
}

export const renewTranscript = ({ id, run }: Ours, percent: number): Promise<boolean> =>
  ours(
    `update transcripts set lease_until = now() + ${LEASE}, percent = greatest(percent, $3) where id = $1 and runner = $2`,
    [id, run, percent],
  )

/** Keeps what was answered for a part; false where the row is somebody else's now. */
export const keepPart = ({ id, run }: Ours, nth: number, said: readonly Said[]): Promise<boolean> =>
  ours(
    `update transcripts set parts = coalesce(parts, '{}') || jsonb_build_object($3::text, $4::jsonb) where id = $1 and runner = $2`,
    [id, run, String(nth), JSON.stringify(said)],
  )

export const completeTranscript = ({ id, run }: Ours, captions: string): Promise<boolean> =>
  ours(
    `update transcripts set status = 'ready', percent = 100, captions_id = $3, runner = null, lease_until = null, updated_at = now()
     where id = $1 and runner = $2`,
    [id, run, captions],
  )

/** Writes down why it failed. While the service does not answer it is tried again, later each time. */
export const failTranscript = async (
  { id, attempts, run }: Pick<Written, 'attempts' | 'id' | 'run'>,
  { detail, reason }: { detail: string; reason: TranscriptFailure },
): Promise<void> => {
  const again = reason === 'away' && attempts < MOST_ATTEMPTS
  await systemPool().query(
    `update transcripts set status = $3::text::enum_transcripts_status, reason = $4, detail = $5, runner = null, updated_at = now(),
       lease_until = case when $3::text = 'queued' then now() + $6::int * interval '1 minute' end
     where id = $1 and runner = $2`,
    [id, run, again ? 'queued' : 'failed', reason, detail.slice(0, 500), attempts],
  )
}

/** Puts a transcript back as it was, for another worker. */
export const releaseTranscript = async ({ id, run }: Ours): Promise<void> => {
  await systemPool().query(
    `with released as (
       update transcripts set status = 'queued', attempts = attempts - 1, runner = null, lease_until = null
       where id = $1 and runner = $2 returning 1)
     select pg_notify('${CHANNELS.videos}', '') from released`,
    [id, run],
  )
}
