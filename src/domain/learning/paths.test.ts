import { describe, expect, it } from '@jest/globals'

import type { PathStep } from '../catalog/pathSteps'

import { walked } from './paths'

const step = (course: string, given: Partial<PathStep> = {}): PathStep => ({
  course,
  isRequired: true,
  unlock: 'atOnce',
  ...given,
})

const states = (steps: readonly PathStep[], completed: readonly string[], gone: string[] = []) =>
  walked({ completed: new Set(completed), gone: new Set(gone), steps }).steps.map(
    ({ course, state }) => `${course} ${state}`,
  )

const row = [step('a'), step('b', { unlock: 'after' }), step('c', { unlock: 'after' })]

describe('the steps of a path', () => {
  it.each<[string, PathStep[], string[], string[]]>([
    ['open one after the other', row, [], ['a open', 'b locked', 'c locked']],
    ['open after the one before', row, ['a'], ['a done', 'b open', 'c locked']],
    ['are done in whatever order', row, ['c'], ['a open', 'b locked', 'c done']],
    ['open at once', [step('a'), step('b')], [], ['a open', 'b open']],
    [
      'open after so many required ones',
      [
        step('a'),
        step('b'),
        step('o', { isRequired: false }),
        step('c', { count: 2, unlock: 'count' }),
      ],
      ['a', 'o'],
      ['a done', 'b open', 'o done', 'c locked'],
    ],
    [
      'ask for no more than there are',
      [step('a'), step('b', { count: 9, isRequired: false, unlock: 'count' })],
      ['a'],
      ['a done', 'b open'],
    ],
    [
      'open where the first waits for one before it',
      [step('a', { unlock: 'after' })],
      [],
      ['a open'],
    ],
  ])('%s', (_, steps, completed, expected) => {
    expect(states(steps, completed)).toEqual(expected)
  })

  it('say what they wait for', () => {
    const [, second, third] = walked({
      completed: new Set(),
      steps: [step('a'), step('b', { unlock: 'after' }), step('c', { count: 2, unlock: 'count' })],
    }).steps

    expect(second?.needs).toEqual({ course: 'a', kind: 'course' })
    expect(third?.needs).toEqual({ kind: 'count', left: 2 })
  })

  it('leave out a course that is gone, and keep one that was completed before it went', () => {
    expect(states(row, ['a'], ['b'])).toEqual(['a done', 'c open'])
    expect(states(row, ['a', 'b'], ['b'])).toEqual(['a done', 'b done', 'c open'])
  })
})

describe('the progress of a path', () => {
  it.each<[PathStep[], string[], { isComplete: boolean; percent: number }]>([
    [row, [], { isComplete: false, percent: 0 }],
    [row, ['a'], { isComplete: false, percent: 33 }],
    [row, ['a', 'b', 'c'], { isComplete: true, percent: 100 }],
    [[step('a'), step('o', { isRequired: false })], ['a'], { isComplete: true, percent: 100 }],
    [[step('a'), step('o', { isRequired: false })], ['o'], { isComplete: false, percent: 0 }],
    [
      [step('o', { isRequired: false }), step('p', { isRequired: false })],
      ['o'],
      { isComplete: false, percent: 50 },
    ],
    [[], [], { isComplete: false, percent: 0 }],
  ])('follows from completed courses: case %#', (steps, completed, expected) => {
    expect(walked({ completed: new Set(completed), steps })).toMatchObject(expected)
  })
})
