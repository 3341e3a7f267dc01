import { describe, expect, it } from '@jest/globals'

import { leastReading, wordsIn } from './reading'

const text = (words: number) => ({
  root: { children: [{ children: [{ text: 'word '.repeat(words) }] }] },
})

describe('a text', () => {
  it('is as long as its words, however deep they stand', () => {
    expect(wordsIn(text(12))).toBe(12)
    expect(wordsIn(null)).toBe(0)
    expect(wordsIn({ root: { children: [{ text: 7 }, { text: ' two  words\n' }] } })).toBe(2)
  })

  it.each([
    [0, 3],
    [240, 15],
    [960, 60],
    [100_000, 180],
  ])('of %d words counts as read after %d seconds at the earliest', (words, seconds) => {
    expect(leastReading(text(words))).toBe(seconds)
  })
})
