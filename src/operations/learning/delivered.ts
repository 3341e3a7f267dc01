import { systemPool } from '@/database/hosts'

/** How often what was counted is added to what is kept, in ms. */
const EVERY = 10_000

/** What went to all who have no account. */
const VISITOR = 'visitor'

type Delivered = {
  account: null | string
  bytes: number
  now: Date
  play: string
  tenant: string
  video: string
}

type Counted = { bytes: number; day: string; tenant: string; video: string; viewer: string }

type Tally = {
  counted: Map<string, Counted>
  /** Ids of watchings of accounts to which something went. */
  plays: Set<string>
  timer?: NodeJS.Timeout
}

const shared = globalThis as { lecternDelivered?: Tally }

/** One tally for the process, however often the module is bundled. */
const tally: Tally = (shared.lecternDelivered ??= { counted: new Map(), plays: new Set() })

/** Counts bytes of a video that went to somebody, in memory; they are kept some seconds later. */
export const countDelivered = ({ account, bytes, now, play, tenant, video }: Delivered): void => {
  const day = now.toISOString().slice(0, 10)
  const viewer = account ?? VISITOR
  const key = `${tenant} ${day} ${viewer} ${video}`
  const held = tally.counted.get(key)
  if (held) {
    held.bytes += bytes
  } else {
    tally.counted.set(key, { bytes, day, tenant, video, viewer })
  }
  if (account) {
    tally.plays.add(play)
  }
  if (!tally.timer) {
    tally.timer = setInterval(() => void keepDelivered().catch(() => undefined), EVERY)
    tally.timer.unref()
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.prependListener(signal, () => void keepDelivered().catch(() => undefined))
    }
  }
}

/** Adds what was counted to what is kept, and says which watchings went on, in one statement. What fails is counted on. */
export const keepDelivered = async (): Promise<void> => {
  const counted = [...tally.counted.values()]
  const plays = [...tally.plays]
  if (counted.length === 0) {
    return
  }
  tally.counted = new Map()
  tally.plays = new Set()
  try {
    await systemPool().query({
      name: 'keep-delivered',
      text: KEEP,
      values: [JSON.stringify(counted), plays],
    })
  } catch (error) {
    for (const { bytes, day, tenant, video, viewer } of counted) {
      const key = `${tenant} ${day} ${viewer} ${video}`
      const held = tally.counted.get(key)
      tally.counted.set(key, { bytes: bytes + (held?.bytes ?? 0), day, tenant, video, viewer })
    }
    plays.forEach((play) => tally.plays.add(play))
    throw error
  }
}

const KEEP = `
  with going as (
    update video_plays set seen_at = now(),
      since = case when seen_at > now() - interval '60 seconds' then since else now() end
    where id = any($2::uuid[]) and stopped_at is null)
  insert into video_traffic (id, tenant_id, day, viewer, video, bytes)
  select uuidv7(), x.tenant, x.day, x.viewer, x.video, x.bytes
  from jsonb_to_recordset($1::jsonb) x (tenant uuid, day text, viewer text, video text, bytes bigint)
  join tenants t on t.id = x.tenant
  order by 2, 3, 4, 5
  on conflict (tenant_id, day, viewer, video) do update
    set bytes = video_traffic.bytes + excluded.bytes, updated_at = now()`
