import { callApi } from '@/components/shell/api'

import type { Outcome, WatchedAnswer } from './reporter'
import type { Report } from './reports'

const PATH = '/api/progress/watched'

/** Refusals that another try may not meet: no connection, no session, too many at once, a fault of ours. */
const isPassing = (status: number): boolean => status >= 500 || [0, 401, 408, 429].includes(status)

/** Tells the server what was watched. */
export const sendWatched = async (report: Report): Promise<Outcome> => {
  const answer = await callApi<Omit<WatchedAnswer, 'lesson'>>(PATH, {
    body: report,
    keepalive: true,
  })
  if (answer.ok) {
    return answer.data
  }

  return isPassing(answer.status) ? 'retry' : 'refused'
}

/** Tells it while the page closes; no answer comes. */
export const beaconWatched = (report: Report): void => {
  navigator.sendBeacon(PATH, new Blob([JSON.stringify(report)], { type: 'application/json' }))
}

/** Where one learner's reports wait in this browser; in memory where the browser keeps nothing. */
export const reportStore = (learner: string) => {
  const key = `watched:${learner}`
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
