import { createHash } from 'node:crypto'

import { systemPool } from '@/database/hosts'
import { isPlausible, sentBy, type SentByEdge } from '@/domain/media/edgeLogs/entry'
import { logReader } from '@/domain/media/edgeLogs/read'

import { linesIn, unpacked } from './edgeLogs/lines'

/** For how many days an answer can be counted after it was given: as long as is known which were. */
const COUNTED_FOR = 40

const DAY = 24 * 3_600_000

/** How many lines are counted in one statement. */
const AT_ONCE = 2000

/** What became of the lines of a log. */
export type LogCount = {
  /** Lines that had been counted before. */
  again: number
  /** Sent by the lines that were counted now. */
  bytes: number
  counted: number
  /** Lines of nothing that is counted: refusals, other addresses, films that are not the school's. */
  other: number
  /** Lines in no known form, too long, impossible, or older than is counted. */
  unread: number
}

type Line = SentByEdge & { key: string }

/** What names a line for good: what the network calls the request, else all that the line says. As a UUID. */
const keyOf = (id: null | string, line: Buffer): string =>
  createHash('sha256')
    .update(id === null ? line : `id ${id}`)
    .digest('hex')
    .slice(0, 32)

/**
 * Adds what the log of a content delivery network says that it sent to the count of traffic, by school, video, day and viewer. Each line counts
 * once, in however many logs and however often it is read, and by however many processes at once. The log may be packed by gzip, and is read as
 * it comes. Rejects where it cannot be read to its end; what was counted until then stays so, and reading it again goes on.
 */
export const readEdgeLog = async (
  log: AsyncIterable<Buffer>,
  now = Date.now(),
): Promise<LogCount> => {
  const count: LogCount = { again: 0, bytes: 0, counted: 0, other: 0, unread: 0 }
  const read = logReader()
  let waiting: Line[] = []
  const flush = async (): Promise<void> => {
    const lines = waiting
    waiting = []
    const { bytes, counted, ours } = await keep(lines)
    count.again += ours - counted
    count.bytes += bytes
    count.counted += counted
    count.other += lines.length - ours
  }
  for await (const line of linesIn(unpacked(log))) {
    const answer = line === null ? 'unread' : read(line.toString('utf8').trimEnd())
    if (answer === null) {
      continue
    }
    if (
      answer === 'unread' ||
      line === null ||
      !isPlausible(answer, now) ||
      isTooOld(answer, now)
    ) {
      count.unread += 1
      continue
    }
    const sent = sentBy(answer)
    if (!sent) {
      count.other += 1
      continue
    }
    waiting.push({ ...sent, key: keyOf(answer.id, line) })
    if (waiting.length === AT_ONCE) {
      await flush()
    }
  }
  await flush()
  await systemPool().query('delete from lectern_edge_lines where at < $1', [
    new Date(now - (COUNTED_FOR + 1) * DAY),
  ])

  return count
}

const isTooOld = ({ at }: { at: number }, now: number): boolean => at < now - COUNTED_FOR * DAY

type Kept = { bytes: number; counted: number; ours: number }

/** Counts those lines that were not counted before, in one statement: all that is known of a line is kept together. */
const keep = async (lines: readonly Line[]): Promise<Kept> => {
  if (lines.length === 0) {
    return { bytes: 0, counted: 0, ours: 0 }
  }
  const said = lines.map(({ at, ...line }) => ({ ...line, at: new Date(at) }))
  const { rows } = await systemPool().query<Kept>({
    name: 'keep-edge-lines',
    text: KEEP,
    values: [JSON.stringify(said)],
  })

  return rows[0] ?? { bytes: 0, counted: 0, ours: 0 }
}

/** In the order of their keys, so that two who read the same log wait for each other one way round. */
const KEEP = `
  with ours as (
    select x.* from jsonb_to_recordset($1::jsonb) x (key uuid, at timestamptz, tenant uuid, video uuid, play uuid, bytes bigint)
    join videos v on v.id = x.video and v.tenant_id = x.tenant),
  fresh as (
    insert into lectern_edge_lines (key, at) select key, min(at) from ours group by key order by key
    on conflict do nothing returning key),
  sent as (
    select distinct on (o.key) o.* from ours o join fresh f on f.key = o.key order by o.key),
  added as (
    insert into video_traffic (id, tenant_id, day, viewer, video, bytes)
    select uuidv7(), s.tenant, to_char(s.at at time zone 'UTC', 'YYYY-MM-DD'), coalesce(p.account_id::text, 'visitor'), s.video, sum(s.bytes)
    from sent s left join video_plays p on p.id = s.play and p.tenant_id = s.tenant and p.video = s.video::text
    group by 2, 3, 4, 5 order by 2, 3, 4, 5
    on conflict (tenant_id, day, viewer, video) do update
      set bytes = video_traffic.bytes + excluded.bytes, updated_at = now())
  select (select count(*) from ours)::int as ours, (select count(*) from fresh)::int as counted,
    (select coalesce(sum(bytes), 0) from sent)::float8 as bytes`

/** When the newest answer was given that was counted from a log; null where none was. */
export const edgeCountedUntil = async (): Promise<null | string> => {
  const { rows } = await systemPool().query<{ at: Date | null }>(
    'select max(at) as at from lectern_edge_lines',
  )

  return rows[0]?.at?.toISOString() ?? null
}
