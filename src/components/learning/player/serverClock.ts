/** How far the server's clock is ahead of this device's, in ms; the best of what was heard so far. */
let ahead = -Infinity

/**
 * A clock in ms that runs like the server's. `heard` is the server's time when it made the page: it is
 * always a little old when it arrives, and more so from a cache, so the largest difference is nearest.
 */
export const serverClock = (heard: number): (() => number) => {
  ahead = Math.max(ahead, heard - Date.now())

  return () => Math.round(Date.now() + ahead)
}
