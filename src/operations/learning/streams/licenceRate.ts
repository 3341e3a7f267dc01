/** Licences that one watching may ask for in a minute: players ask once for a film, and once more when a licence ends. */
const MOST = 20
const WINDOW = 60_000

/** Watchings remembered at most; beyond them the oldest are forgotten. */
const MOST_KNOWN = 20_000

const windows = new Map<string, { count: number; ends: number }>()

/** In how many seconds a watching may ask for a licence again; 0 for at once, which is counted. */
export const waitForLicence = ({ now, play }: { now: number; play: string }): number => {
  const held = windows.get(play)
  const window = held && held.ends > now ? held : { count: 0, ends: now + WINDOW }
  window.count += 1
  windows.delete(play)
  windows.set(play, window)
  const [oldest] = windows.keys()
  if (windows.size > MOST_KNOWN && oldest) {
    windows.delete(oldest)
  }

  return window.count > MOST ? Math.max(1, Math.ceil((window.ends - now) / 1000)) : 0
}
