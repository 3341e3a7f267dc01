import { describe, expect, it } from '@jest/globals'

import { comesBeforeItself } from './prerequisites'

const chain = [
  { before: 'a', course: 'b' },
  { before: 'b', course: 'c' },
  { before: 'a', course: 'c' },
]

describe('prerequisites of a course', () => {
  it('may share what comes before, and form no circle of any length', () => {
    expect(comesBeforeItself('d', ['a', 'b', 'c'], chain)).toBe(false)
    expect(comesBeforeItself('a', ['a'], [])).toBe(true)
    expect(comesBeforeItself('a', ['b'], chain)).toBe(true)
    expect(comesBeforeItself('a', ['c'], chain)).toBe(true)
  })

  it('are decided also where others run in a circle already', () => {
    const circle = [...chain, { before: 'c', course: 'a' }]

    expect(comesBeforeItself('d', ['a'], circle)).toBe(false)
  })
})
