import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { completesBySeeing, completionOf, isWatched, percentDone } from './completion'

describe('a video lesson', () => {
  it.each([
    [89.9, false],
    [90, true],
    [100, true],
  ])('with %d of 100 seconds seen is complete: %s', (seconds, expected) => {
    expect(isWatched({ duration: 100, seconds })).toBe(expected)
  })

  it('is complete at nine tenths of a length that floats cannot hold', () => {
    expect(isWatched({ duration: 0.7, seconds: 0.63 })).toBe(true)
  })

  it('of unknown length is never complete by watching', () => {
    expect(isWatched({ duration: 0, seconds: 10 })).toBe(false)
    expect(completionOf({ kind: 'video', length: null }).rule).toBe('manual')
  })

  it('asks for the share its author chose', () => {
    expect(isWatched({ duration: 100, percent: 50, seconds: 49 })).toBe(false)
    expect(isWatched({ duration: 100, percent: 50, seconds: 50 })).toBe(true)
    expect(completionOf({ kind: 'video', length: 60, percent: 50 }).percent).toBe(50)
    expect(completionOf({ kind: 'video', length: 60 }).percent).toBe(90)
  })
})

describe('a lesson', () => {
  it.each([
    ['video', 60, 'seen'],
    ['audio', 60, 'seen'],
    ['text', null, 'manual'],
    ['pdf', 12, 'end'],
    ['slides', 12, 'end'],
    ['pdf', null, 'manual'],
    ['download', null, 'downloaded'],
    ['embed', null, 'manual'],
    ['live', null, 'attended'],
    ['quiz', null, 'passed'],
  ])('of kind %s and length %s is completed in its own way', (kind, length, expected) => {
    expect(completionOf({ kind, length }).rule).toBe(expected)
  })

  it.each([
    ['text', 'end', 'end'],
    ['pdf', 'seen', 'seen'],
    ['video', 'manual', 'manual'],
    ['quiz', 'manual', 'passed'],
    ['video', 'end', 'seen'],
  ])('of kind %s takes the rule %s for %s', (kind, rule, expected) => {
    expect(completionOf({ kind, length: 10, rule }).rule).toBe(expected)
  })
})

describe('what was seen', () => {
  const completes = (rule: 'attended' | 'end' | 'manual' | 'seen', spans: [number, number][]) =>
    completesBySeeing({
      completion: { percent: 50, rule },
      length: 10,
      seconds: spans.reduce((sum, [from, to]) => sum + to - from, 0),
      spans,
    })

  it('completes by its share alone where that is the rule', () => {
    expect(completes('seen', [[9, 10]])).toBe(false)
    expect(completes('seen', [[0, 5]])).toBe(true)
  })

  it('completes by the last page alone where that is the rule', () => {
    expect(completes('end', [[0, 9]])).toBe(false)
    expect(completes('end', [[9, 10]])).toBe(true)
  })

  it('makes a missed session good, and never takes the place of the learner\u2019s word', () => {
    expect(completes('attended', [[0, 5]])).toBe(true)
    expect(completes('manual', [[0, 10]])).toBe(false)
  })
})

describe('the percentage of a course', () => {
  it('is rounded down', () => {
    expect(percentDone({ all: 3, done: 1 })).toBe(33)
    expect(percentDone({ all: 3, done: 2 })).toBe(66)
  })

  it('is 0 of a course that requires nothing', () => {
    expect(percentDone({ all: 0, done: 0 })).toBe(0)
  })

  it('is 100 exactly when every required lesson is done, and never falls as more are done', () => {
    fc.assert(
      fc.property(fc.integer({ max: 5000, min: 1 }), fc.nat({ max: 5000 }), (all, given) => {
        const done = Math.min(given, all)
        const percent = percentDone({ all, done })

        expect(percent === 100).toBe(done === all)
        expect(Number.isInteger(percent)).toBe(true)
        expect(percentDone({ all, done: done + 1 })).toBeGreaterThanOrEqual(percent)
      }),
    )
  })
})
