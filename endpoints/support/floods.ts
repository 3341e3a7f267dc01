import { TooMany } from './errors'

type Window = { count: number; ends: number }

/** Addresses remembered at most; beyond them the oldest windows are forgotten. */
const MOST_WINDOWS = 50_000

/** Who is asking: the one address that is left in the header once only proxies of ours are believed. */
const addressOf = (headers: Headers): null | string => headers.get('x-forwarded-for')

/**
 * Lets each address of each school through `most` times in `seconds`, in this process's memory; throws
 * TooMany beyond. A caller without an address is inside the house and not counted.
 */
export const floodGate = ({ most, seconds }: { most: number; seconds: number }) => {
  const windows = new Map<string, Window>()

  return ({ headers, now, tenant }: { headers: Headers; now: Date; tenant: string }): void => {
    const address = addressOf(headers)
    if (!address) {
      return
    }
    const key = `${tenant} ${address}`
    const at = now.getTime()
    const held = windows.get(key)
    const window = held && held.ends > at ? held : { count: 0, ends: at + seconds * 1000 }
    window.count += 1
    windows.delete(key)
    windows.set(key, window)
    const [oldest] = windows.keys()
    if (windows.size > MOST_WINDOWS && oldest) {
      windows.delete(oldest)
    }
    if (window.count > most) {
      throw new TooMany({ seconds: Math.max(1, Math.ceil((window.ends - at) / 1000)) })
    }
  }
}
