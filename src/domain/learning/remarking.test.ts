import { describe, expect, it } from '@jest/globals'

import type { Grade } from './grading'

import { changedMarks, remarked } from './remarking'

const questions = [
  { id: 'a', points: 10 },
  { id: 'b', points: 5 },
]
const mark = (points: number, comment: null | string = null) => ({
  at: '2026-01-01T00:00:00.000Z',
  by: 'someone',
  comment,
  points,
})
const marks = { a: mark(4, 'Short'), b: mark(5) }

describe('changed marks', () => {
  it('are those that differ in points or in words', () => {
    const given = {
      a: { comment: 'Short', points: 6 },
      b: { comment: 'Good', points: 5 },
    }
    expect(changedMarks({ given, marks, questions })).toEqual([
      { from: { comment: 'Short', points: 4 }, question: 'a', to: { comment: 'Short', points: 6 } },
      { from: { comment: null, points: 5 }, question: 'b', to: { comment: 'Good', points: 5 } },
    ])
    expect(
      changedMarks({ given: { a: { comment: 'Short', points: 4 } }, marks, questions }),
    ).toEqual([])
  })

  it.each([
    ['more points than the answer is worth', { b: { comment: null, points: 6 } }],
    ['an answer that was not marked', { c: { comment: null, points: 1 } }],
    ['what an object has by itself', { constructor: { comment: null, points: 1 } }],
  ])('are none with %s', (_, given) => {
    expect(() => changedMarks({ given, marks, questions })).toThrow('marksIncomplete')
  })
})

describe('an attempt under changed marks', () => {
  const stood = (score: number, passed: boolean) => ({
    maxScore: 10,
    passed,
    percent: score * 10,
    score,
  })
  const grade = (score: number, passed: boolean): Grade => ({
    ...stood(score, passed),
    results: [],
    waits: false,
  })

  it.each([
    ['is passed with enough points', stood(4, false), grade(6, true), true],
    ['is not passed any more with fewer', stood(6, true), grade(4, false), false],
    ['keeps a pass that a corrected key left it', stood(4, true), grade(4, false), true],
  ])('%s', (_, before, after, passed) => {
    expect(remarked(before, after)).toEqual({ ...stood(after.score, passed) })
  })
})
