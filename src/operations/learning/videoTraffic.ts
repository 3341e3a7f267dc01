import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'
import { isUnusual, usualOf } from '@/domain/learning/traffic'
import { env } from '@/env'

import { edgeCountedUntil } from './edgeLogs'

/** How many days are looked back on. */
const DAYS = 30

type Sent = { bytes: number; name: null | string; usual: null | number; viewer: string }

/** Segments from a content delivery network whose logs are not read; films at an account of the school's with a provider. */
type Uncounted = 'edge' | 'provider'

/** What a school's videos sent: day by day with the last one last, to whom most today, and of which videos most in all these days; in bytes. */
export type Traffic = {
  days: { bytes: number; day: string }[]
  /** Until when what a content delivery network sent is counted, by its logs (ISO 8601); null without one, and before the first log. */
  edgeUntil: null | string
  /** What viewers are sent besides, by others than this platform, which does not hear of it. */
  uncounted: Uncounted[]
  videos: { bytes: number; name: null | string; video: string }[]
  viewers: (Sent & { isUnusual: boolean })[]
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

const daysUntil = (now: Date): string[] =>
  Array.from({ length: DAYS }, (_, back) =>
    dayOf(new Date(now.getTime() - (DAYS - 1 - back) * 24 * 3_600_000)),
  )

type Given = { now: Date; req: PayloadRequest }

/** Whom most was sent to on the day of `now`, and what is usual for them and for everybody. */
const viewersOf = async ({ now, req }: Given): Promise<Traffic['viewers']> => {
  const [first = ''] = daysUntil(now)
  const read = await rows<Omit<Sent, 'usual'> & { before: number[] }>(
    req,
    sql`with by_day as (select viewer, day, sum(bytes)::float8 as bytes from video_traffic
          where day >= ${first} and day <= ${dayOf(now)} group by 1, 2)
        select d.viewer, d.bytes, (select coalesce(nullif(trim(u.name), ''), u.email) from users u where u.id::text = d.viewer) as name,
          (select coalesce(json_agg(b.bytes), '[]'::json) from by_day b where b.viewer = d.viewer and b.day < d.day) as before
        from by_day d where d.day = ${dayOf(now)} order by d.bytes desc limit 20`,
  )
  const [all] = await rows<{ before: number[] }>(
    req,
    sql`select coalesce(json_agg(x.bytes), '[]'::json) as before from (
          select sum(bytes)::float8 as bytes from video_traffic
          where day >= ${first} and day < ${dayOf(now)} and viewer <> 'visitor' group by viewer, day) x`,
  )
  const school = usualOf(all?.before ?? [])

  return read.map(({ before, ...sent }) => {
    const own = usualOf(before)

    return {
      ...sent,
      isUnusual: sent.viewer !== 'visitor' && isUnusual({ bytes: sent.bytes, own, school }),
      usual: own ?? school,
    }
  })
}

const uncountedOf = async (
  req: PayloadRequest,
  edgeUntil: Traffic['edgeUntil'],
): Promise<Uncounted[]> => {
  const [found] = await rows(
    req,
    sql`select 1 from videos where account_id is not null and external_id is not null limit 1`,
  )

  return [
    ...(env().STREAM_CDN_URL && !edgeUntil ? ['edge' as const] : []),
    ...(found ? ['provider' as const] : []),
  ]
}

/** What was sent in the thirty days up to `now`, for staff; what is still counted in memory is not in it. */
export const videoTraffic = async ({ now, req }: Given): Promise<Traffic> => {
  const days = daysUntil(now)
  const sent = await rows<{ bytes: number; day: string }>(
    req,
    sql`select day, sum(bytes)::float8 as bytes from video_traffic where day >= ${days[0] ?? ''} group by day`,
  )
  const bytes = new Map(sent.map((one) => [one.day, one.bytes]))
  const videos = await rows<Traffic['videos'][number]>(
    req,
    sql`select x.video, sum(x.bytes)::float8 as bytes, max(m.filename) as name from video_traffic x
        left join media m on m.id::text = x.video where x.day >= ${days[0] ?? ''} group by x.video order by 2 desc limit 10`,
  )

  const edgeUntil = env().STREAM_CDN_URL ? await edgeCountedUntil() : null

  return {
    days: days.map((day) => ({ bytes: bytes.get(day) ?? 0, day })),
    edgeUntil,
    uncounted: await uncountedOf(req, edgeUntil),
    videos,
    viewers: await viewersOf({ now, req }),
  }
}

/** Those who were sent far more than is usual on the day of `now`. */
export const unusualViewers = async (given: Given): Promise<Sent[]> =>
  (await viewersOf(given)).filter((one) => one.isUnusual)
