import type { Report } from './reports'

import { watchReporter, type WatchedAnswer } from './reporter'
import { beaconWatched, reportStore, sendWatched } from './watchedRequests'

/** How often what is going on is reported, in ms. */
const EVERY = 10_000

/**
 * Tells the server what `take` has to tell: every ten seconds, when the page is hidden and when it closes.
 * Answers how to tell at once, and how to end, which tells what is left.
 */
export const keepReporting = ({
  learner,
  onAnswer,
  onWaiting,
  take,
}: {
  learner: string
  onAnswer: (answer: WatchedAnswer) => void
  onWaiting: (isWaiting: boolean) => void
  take: () => null | Report
}): { end: () => void; tell: () => void } => {
  const reporter = watchReporter({
    beacon: beaconWatched,
    onAnswer,
    onWaiting,
    send: sendWatched,
    store: reportStore(learner),
  })
  const tell = () => {
    const report = take()
    if (report) {
      void reporter.report(report)
    }
  }
  const leave = () => {
    if (document.visibilityState === 'hidden') {
      reporter.leave(take())
    }
  }
  const closing = () => reporter.leave(take())
  const again = () => void reporter.flush()
  const timer = setInterval(tell, EVERY)
  document.addEventListener('visibilitychange', leave)
  addEventListener('pagehide', closing)
  addEventListener('online', again)
  void reporter.flush()

  return {
    end: () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', leave)
      removeEventListener('pagehide', closing)
      removeEventListener('online', again)
      tell()
      reporter.stop()
    },
    tell,
  }
}
