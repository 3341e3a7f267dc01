import { Redis } from 'ioredis'

import { systemPool } from '@/database/hosts'
import { env } from '@/env'

/** A window to count in: its name, and how many seconds it lasts from its first request on. */
export type Window = { key: string; seconds: number }

/** How often so far, this request included, and in how many ms the window ends. */
export type Count = { count: number; ends: number }

type Counter = (windows: readonly Window[]) => Promise<Count[]>

/** Adds one to each window in one step, so that servers that ask at once never count one request less. */
const SCRIPT = `local found = {}
for i, key in ipairs(KEYS) do
  local count = redis.call('INCR', key)
  if count == 1 then redis.call('PEXPIRE', key, ARGV[i]) end
  found[#found + 1] = count
  found[#found + 1] = redis.call('PTTL', key)
end
return found`

const PREFIX = 'lectern:limit:'

/** Counts in one Redis, whose clock is everybody's. */
export const redisCounter = (url: string): Counter & { end: () => void } => {
  const redis = new Redis(url, {
    commandTimeout: 500,
    connectTimeout: 1000,
    enableOfflineQueue: true,
    lazyConnect: true,
    maxRetriesPerRequest: 1,
  })
  redis.on('error', () => undefined)
  const count: Counter = async (windows) => {
    const found = (await redis.eval(
      SCRIPT,
      windows.length,
      ...windows.map(({ key }) => `${PREFIX}${key}`),
      ...windows.map(({ seconds }) => seconds * 1000),
    )) as number[]

    return windows.map((_, at) => ({ count: found[2 * at] ?? 1, ends: found[2 * at + 1] ?? 0 }))
  }

  return Object.assign(count, { end: () => redis.disconnect() })
}

/** Counts in PostgreSQL: one statement, in which each window is one row that is locked while it is counted. */
export const databaseCounter: Counter = async (windows) => {
  const { rows } = await systemPool().query<Count & { key: string }>({
    name: 'count-requests',
    text: `insert into lectern_limits as l (key, count, ends_at)
      select key, 1, clock_timestamp() + seconds * interval '1 second' from unnest($1::text[], $2::float8[]) as asked (key, seconds) order by key
      on conflict (key) do update set
        count = case when l.ends_at <= clock_timestamp() then 1 else l.count + 1 end,
        ends_at = case when l.ends_at <= clock_timestamp() then excluded.ends_at else l.ends_at end
      returning key, count, (1000 * extract(epoch from ends_at - clock_timestamp()))::float8 as ends`,
    values: [windows.map(({ key }) => key), windows.map(({ seconds }) => seconds)],
  })
  const found = new Map(rows.map((row) => [row.key, row]))

  return windows.map(({ key, seconds }) => found.get(key) ?? { count: 1, ends: seconds * 1000 })
}

/** Windows remembered by one process; beyond them the oldest are forgotten. */
const MOST_WINDOWS = 50_000

/** Counts in the memory of this process alone: for what is asked too often to be told anybody, and while nothing else answers. */
export const ownCounter = (): ((windows: readonly Window[], now?: number) => Count[]) => {
  const held = new Map<string, { count: number; ends: number }>()

  return (windows, now = Date.now()) =>
    windows.map(({ key, seconds }) => {
      const known = held.get(key)
      const window = known && known.ends > now ? known : { count: 0, ends: now + seconds * 1000 }
      window.count += 1
      held.delete(key)
      held.set(key, window)
      const [oldest] = held.keys()
      if (held.size > MOST_WINDOWS && oldest !== undefined) {
        held.delete(oldest)
      }

      return { count: window.count, ends: window.ends - now }
    })
}

const own = ownCounter()
let shared: Counter | undefined

/** Counts a request in windows that all servers share: in Redis where there is one, else in PostgreSQL. While that does not answer, each counts for itself. */
export const count: Counter = async (windows) => {
  const { REDIS_URL } = env()
  shared ??= REDIS_URL ? redisCounter(REDIS_URL) : databaseCounter
  try {
    return await shared(windows)
  } catch {
    return own(windows)
  }
}

/** Forgets windows that are over, in the database. */
export const dropEnded = async (): Promise<void> => {
  await systemPool().query(`delete from lectern_limits where ends_at < now() - interval '1 minute'`)
}
