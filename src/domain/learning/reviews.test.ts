import { describe, expect, it } from '@jest/globals'

import { mayReview, publicName, shownRating } from './reviews'

describe('who may review a course', () => {
  it.each([
    [0, false, false],
    [19, false, false],
    [20, false, true],
    [0, true, true],
    [100, true, true],
  ])('at %i percent, completed %s: %s', (percent, isCompleted, may) => {
    expect(mayReview({ isCompleted, percent })).toBe(may)
  })
})

describe('what strangers read', () => {
  it.each([
    ['Maya Rosen', 'Maya R.'],
    ['  Jean  Luc   picard ', 'Jean P.'],
    ['Ада', 'Ада'],
    ['נועה לוי', 'נועה ל.'],
    ['maya@example.com', 'maya'],
    ['Bo (42)', 'Bo'],
    ['', ''],
  ])('of the name %j is %j', (name, shown) => {
    expect(publicName(name)).toBe(shown)
  })

  it('of stars has one decimal place', () => {
    expect([4.04, 4.05, 4.96, 5].map(shownRating)).toEqual([4, 4.1, 5, 5])
  })
})
