import { describe, expect, it } from '@jest/globals'

import { limitsWith } from './allowances'

describe('the limits of a quiz for one learner', () => {
  it.each([
    [{ attemptLimit: 2, timeLimit: 30 }, null, { attemptLimit: 2, timeLimit: 30 }],
    [
      { attemptLimit: 2, timeLimit: 30 },
      { attempts: 1, factor: 1.5, minutes: 10 },
      { attemptLimit: 3, timeLimit: 55 },
    ],
    [
      { attemptLimit: null, timeLimit: null },
      { attempts: 5, factor: 2, minutes: 60 },
      { attemptLimit: null, timeLimit: null },
    ],
    [
      { attemptLimit: 1, timeLimit: 20 },
      { attempts: 0, factor: 1, minutes: 0 },
      { attemptLimit: 1, timeLimit: 20 },
    ],
  ])('%j with %j are %j', (quiz, allowance, limits) => {
    expect(limitsWith(quiz, allowance)).toEqual(limits)
  })
})
