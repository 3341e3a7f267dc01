import { reportsIn, withoutReport, withReport, type Report } from './reports'

/** What the server says to a report; `percent` is that of the course, `share` (0 to 1) that of the video. */
export type WatchedAnswer = {
  completed: boolean
  lesson: string
  percent: number
  position: number
  share: number
}

/** What became of a report: it arrived, was refused for good, or has to be told again. */
export type Outcome = 'refused' | 'retry' | Omit<WatchedAnswer, 'lesson'>

type Given = {
  /** Sends without waiting for an answer, as a page does that is about to close. */
  beacon: (report: Report) => void
  onAnswer: (answer: WatchedAnswer) => void
  /** True while reports wait because they did not arrive. */
  onWaiting: (waiting: boolean) => void
  send: (report: Report) => Promise<Outcome>
  store: { read: () => null | string; write: (text: string) => void }
}

const FIRST_PAUSE = 5_000

const LONGEST_PAUSE = 60_000

/**
 * Tells the server what was watched, and keeps each report until the server has confirmed it: a lost
 * connection or a closed tab loses nothing. A report told twice counts once, since the server unites spans.
 */
export const watchReporter = ({ beacon, onAnswer, onWaiting, send, store }: Given) => {
  const waiting = () => reportsIn(store.read())
  const keep = (reports: Report[]) => store.write(JSON.stringify(reports))
  let busy = false
  let pause = FIRST_PAUSE
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Sends all that waits, one after another; tries again later, and ever more rarely, where that fails. */
  const flush = async (): Promise<void> => {
    if (busy) {
      return
    }
    busy = true
    clearTimeout(timer)
    let failed = false
    for (const report of waiting()) {
      const outcome = await send(report)
      if (outcome === 'retry') {
        failed = true
        break
      }
      keep(withoutReport(waiting(), report))
      if (outcome !== 'refused') {
        onAnswer({ ...outcome, lesson: report.lesson })
      }
    }
    busy = false
    onWaiting(failed)
    if (failed) {
      timer = setTimeout(() => void flush(), pause)
    }
    pause = failed ? Math.min(pause * 2, LONGEST_PAUSE) : FIRST_PAUSE
  }

  const add = (report: Report) => keep(withReport(waiting(), report))

  return {
    flush,
    /** Last words of a page: beacons what waits, and leaves it in the store for the next visit to confirm. */
    leave: (report: null | Report) => {
      if (report) {
        add(report)
      }
      waiting().forEach(beacon)
    },
    report: (report: Report) => {
      add(report)

      return flush()
    },
    stop: () => clearTimeout(timer),
  }
}
