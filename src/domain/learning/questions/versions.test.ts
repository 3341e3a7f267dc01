import { describe, expect, it } from '@jest/globals'

import { keyVersion } from './versions'

/** Version 2 corrects 1, 3 asks something else, 4 and 5 correct that. */
const versions = [
  { corrects: true, number: 1 },
  { corrects: true, number: 2 },
  { corrects: false, number: 3 },
  { corrects: true, number: 4 },
  { corrects: true, number: 5 },
]

describe('the key of a version that was asked', () => {
  it.each([
    { asked: 1, key: 2, pinned: null },
    { asked: 2, key: 2, pinned: null },
    { asked: 3, key: 5, pinned: null },
    { asked: 5, key: 5, pinned: null },
    { asked: 1, key: 1, pinned: 1 },
    { asked: 1, key: 2, pinned: 2 },
    { asked: 1, key: 1, pinned: 3 },
    { asked: 3, key: 4, pinned: 4 },
    { asked: 5, key: 3, pinned: 3 },
    { asked: 3, key: 3, pinned: 2 },
  ])('asked in $asked and pinned to $pinned, it is that of $key', ({ asked, key, pinned }) => {
    expect(keyVersion({ asked, pinned, versions })).toBe(key)
  })
})
