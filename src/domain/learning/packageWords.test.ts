import { describe, expect, it } from '@jest/globals'

import { stateIn, wordsFor } from './packageWords'

const learner = { id: 'one', name: 'Ada' }

describe('what a package says', () => {
  it('is kept alike in either version, and given back in its own words', () => {
    const one = stateIn('1.2', {
      core: { lesson_location: 'p2', lesson_status: 'incomplete', score: { raw: '40' } },
      suspend_data: 'x',
    })
    const two = stateIn('2004', {
      completion_status: 'incomplete',
      location: 'p2',
      score: { raw: 40 },
      suspend_data: 'x',
    })
    expect(one).toEqual(two)
    expect(wordsFor('1.2', { learner, state: one })).toEqual({
      core: {
        entry: 'resume',
        lesson_location: 'p2',
        lesson_status: 'incomplete',
        score: { raw: '40' },
        student_id: 'one',
        student_name: 'Ada',
      },
      suspend_data: 'x',
    })
    expect(stateIn('2004', wordsFor('2004', { learner, state: two }))).toEqual(two)
  })

  it('begins without a state', () => {
    expect(wordsFor('2004', { learner, state: null })).toEqual({
      entry: 'ab-initio',
      learner_id: 'one',
      learner_name: 'Ada',
      score: {},
    })
  })

  it.each([
    [null],
    ['words'],
    [{ core: 'x', score: [] }],
    [{ core: { lesson_status: {}, score: { raw: 'many' } }, suspend_data: 5 }],
  ])('as %j counts for nothing', (cmi) => {
    expect(stateIn('1.2', cmi)).toEqual({
      completion: undefined,
      location: undefined,
      max: null,
      min: null,
      raw: null,
      scaled: null,
      success: undefined,
      suspendData: undefined,
    })
  })

  it('is cut to what there is room for', () => {
    expect(stateIn('1.2', { suspend_data: 'x'.repeat(100_000) }).suspendData).toHaveLength(64_000)
  })
})
