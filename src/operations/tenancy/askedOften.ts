import { remembered } from '@/database/hosts'

/** Names not asked for lately that may be looked up in a minute; the others wait for the next one. */
const MOST_UNKNOWN = 300

const MINUTE = 60_000

const window = { count: 0, endsAt: 0 }

/**
 * Seconds to wait before a name may be looked up, 0 for now: names of ours that are known always may,
 * and of others so many in a minute, since anybody can name a machine as they like.
 */
export const askedOften = (host: string, now = Date.now()): number => {
  if (remembered(host) !== undefined) {
    return 0
  }
  if (now >= window.endsAt) {
    window.count = 0
    window.endsAt = now + MINUTE
  }
  window.count += 1

  return window.count > MOST_UNKNOWN ? Math.ceil((window.endsAt - now) / 1000) : 0
}
