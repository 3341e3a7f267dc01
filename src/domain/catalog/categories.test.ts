import { describe, expect, it } from '@jest/globals'

import { closureOf, lineOf, parentProblem } from './categories'

const nodes = [
  { id: 'art', parent: null },
  { id: 'photo', parent: 'art' },
  { id: 'portrait', parent: 'photo' },
  { id: 'craft', parent: null },
  { id: 'clay', parent: 'craft' },
]

describe('a tree of categories', () => {
  it('names the way to the top', () => {
    expect(lineOf(nodes, 'portrait')).toEqual(['portrait', 'photo', 'art'])
    expect(lineOf(nodes, 'nothing')).toEqual([])
  })

  it('pairs each category with all that it stands below, itself included', () => {
    expect(closureOf(nodes)).toHaveLength(1 + 2 + 3 + 1 + 2)
    expect(closureOf(nodes)).toContainEqual(['art', 'portrait'])
  })

  it('comes to an end where rows lead back to themselves', () => {
    const round = [
      { id: 'a', parent: 'b' },
      { id: 'b', parent: 'a' },
    ]
    expect(lineOf(round, 'a')).toEqual(['a', 'b'])
    expect(closureOf(round)).toHaveLength(4)
  })

  it.each([
    ['craft', 'art', null],
    ['craft', 'photo', 'tooDeep'],
    [null, 'photo', null],
    [null, 'portrait', 'tooDeep'],
    ['art', 'art', 'cycle'],
    ['art', 'portrait', 'cycle'],
    ['clay', 'portrait', 'tooDeep'],
  ])('lets %s stand below %s: %s', (id, parent, problem) => {
    expect(parentProblem({ id, nodes, parent })).toBe(problem)
  })
})
