import { jest } from '@jest/globals'

import type { Report } from './reports'

import { watchReporter, type Outcome } from './reporter'

const report = (given: Partial<Report> = {}): Report => ({
  at: 1000,
  lesson: 'one',
  position: 10,
  spans: [[0, 10]],
  ...given,
})

const answer = { completed: false, percent: 0, position: 10, share: 0.1 }

const setUp = (...outcomes: Outcome[]) => {
  let text: null | string = null
  const sent: Report[] = []
  const beaconed: Report[] = []
  const waits: boolean[] = []
  const answers: unknown[] = []
  const reporter = watchReporter({
    beacon: (one) => beaconed.push(one),
    onAnswer: (one) => answers.push(one),
    onWaiting: (one) => waits.push(one),
    send: (one) => {
      sent.push(one)

      return Promise.resolve(outcomes.shift() ?? answer)
    },
    store: {
      read: () => text,
      write: (next) => {
        text = next
      },
    },
  })

  return {
    answers,
    beaconed,
    kept: () => JSON.parse(text ?? '[]') as Report[],
    reporter,
    sent,
    waits,
  }
}

describe('watchReporter', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  it('forgets a report once it arrived, and passes the answer on', async () => {
    const { answers, kept, reporter } = setUp()
    await reporter.report(report())

    expect(answers).toEqual([{ ...answer, lesson: 'one' }])
    expect(kept()).toEqual([])
  })

  it('keeps what did not arrive and tries again by itself', async () => {
    const { kept, reporter, sent, waits } = setUp('retry')
    await reporter.report(report())
    expect(kept()).toEqual([report()])
    await jest.advanceTimersByTimeAsync(5_000)

    expect(sent).toHaveLength(2)
    expect(kept()).toEqual([])
    expect(waits).toEqual([true, false])
  })

  it('does not repeat what the server refused', async () => {
    const { answers, kept, reporter, waits } = setUp('refused')
    await reporter.report(report())

    expect(kept()).toEqual([])
    expect(answers).toEqual([])
    expect(waits).toEqual([false])
  })

  it('leaves its last words in the store, since a beacon brings no answer', () => {
    const { beaconed, kept, reporter } = setUp()
    reporter.leave(report())

    expect(beaconed).toEqual([report()])
    expect(kept()).toEqual([report()])
  })
})
