import type { Outcome, WatchedAnswer } from './reporter'
import type { Report } from './reports'

import { ask } from '../ask'

const PATH = '/api/progress/watched'

/** Refusals that another try may not meet. */
const PASSING = ['offline', 'rateLimited', 'serverError', 'signInRequired']

/** Tells the server what was watched. A lost connection, a full server and an ended session are worth another try. */
export const sendWatched = async (report: Report): Promise<Outcome> => {
  const answer = await ask<Omit<WatchedAnswer, 'lesson'>>({
    body: report,
    keepalive: true,
    path: PATH,
  })
  if (answer.ok) {
    return answer.data
  }

  return PASSING.includes(answer.code) ? 'retry' : 'refused'
}

/** Tells it while the page closes; no answer comes. */
export const beaconWatched = (report: Report): void => {
  navigator.sendBeacon(PATH, new Blob([JSON.stringify(report)], { type: 'application/json' }))
}

/** Where one learner's reports wait in this browser; in memory where the browser keeps nothing. */
export const reportStore = (learner: string) => {
  const key = `lectern_watched:${learner}`
  let held: null | string = null

  return {
    read: () => {
      try {
        return localStorage.getItem(key) ?? held
      } catch {
        return held
      }
    },
    write: (text: string) => {
      held = text
      try {
        localStorage.setItem(key, text)
      } catch {
        // Kept in memory until the page closes.
      }
    },
  }
}
