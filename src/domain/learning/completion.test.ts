import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { completionOf, isWatched, percentDone } from './completion'

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
    expect(completionOf({ duration: null, kind: 'video' })).toBe('bySaying')
  })

  it.each([
    ['video', 60, 'byWatching'],
    ['text', null, 'bySaying'],
    ['quiz', null, 'byQuiz'],
  ])('of kind %s is completed in its own way', (kind, duration, expected) => {
    expect(completionOf({ duration, kind })).toBe(expected)
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
