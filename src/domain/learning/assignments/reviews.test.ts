import { describe, expect, it } from '@jest/globals'

import { rubricOf } from '../../catalog/lessons/rubric'
import { rubricPoints, worthOf } from './reviews'

const level = (id: string, points: number) => ({ id, points, title: id })

const RUBRIC = rubricOf([
  { id: 'light', levels: [level('none', 0), level('some', 2), level('all', 4)], title: 'Light' },
  { id: 'line', levels: [level('weak', 1), level('strong', 6)], title: 'Line' },
  { id: 'empty', levels: [], title: 'Left empty' },
  { id: 'half', levels: [{ id: 'x', title: 'no points' }], title: 'Half filled' },
])

describe('a rubric', () => {
  it.each([
    [10, { light: 'all', line: 'strong' }, 10],
    [10, { light: 'none', line: 'weak' }, 1],
    [100, { light: 'some', line: 'weak' }, 30],
    [7, { light: 'some', line: 'strong' }, 5.6],
    [10, { light: 'all' }, null],
    [10, {}, null],
  ])('of %d points, by %j, comes to %p', (points, levels, expected) => {
    expect(rubricPoints({ points, rubric: RUBRIC }, levels as Record<string, string>)).toBe(
      expected,
    )
  })

  it('knows no levels but its own', () => {
    for (const levels of [{ light: 'strong' }, { other: 'all' }] as Record<string, string>[]) {
      expect(() => rubricPoints({ points: 10, rubric: RUBRIC }, levels)).toThrow('levelUnknown')
    }
    expect(rubricPoints({ points: 10, rubric: [] }, {})).toBeNull()
  })
})

describe('what work is worth', () => {
  const assignment = { late: 'deducted', lateDeduction: 10, passMark: 60, points: 50 } as const

  it.each([
    [50, 0, { passed: true, percent: 100, points: 50, score: 50 }],
    [30, 0, { passed: true, percent: 60, points: 30, score: 30 }],
    [29.99, 0, { passed: false, percent: 59, points: 29.99, score: 29.99 }],
    [34, 1, { passed: false, percent: 58, points: 34, score: 29 }],
    [4, 2, { passed: false, percent: 0, points: 4, score: 0 }],
  ])('%d points, %i days late', (points, lateDays, expected) => {
    expect(worthOf({ assignment, lateDays, points })).toEqual(expected)
  })

  it('costs nothing to be late where lateness is accepted', () => {
    expect(
      worthOf({ assignment: { ...assignment, late: 'accepted' }, lateDays: 9, points: 50 }).score,
    ).toBe(50)
  })

  it('is never more than there is', () => {
    expect(() => worthOf({ assignment, lateDays: 0, points: 50.01 })).toThrow('pointsBeyond')
    expect(() => worthOf({ assignment, lateDays: 0, points: -1 })).toThrow('pointsBeyond')
  })
})
