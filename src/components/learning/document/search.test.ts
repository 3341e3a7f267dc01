import { describe, expect, it } from '@jest/globals'

import { placesOf } from './search'

const hits = (text: string, phrase: string) =>
  placesOf(text, phrase).map(({ from, to }) => text.slice(from, to))

describe('a search in a document', () => {
  it.each([
    ['Light falls. light', 'LIGHT', ['Light', 'light']],
    ['Крась тень', 'тень', ['тень']],
    ['אור וצל', 'וצל', ['וצל']],
    ['a  long\nway', 'long way', ['long\nway']],
    ['Café', 'cafe', ['Café']],
    ['1 + 1 = 2 (two)', '(two)', ['(two)']],
    ['nothing', '   ', []],
    ['aaa', 'b', []],
  ])('of %j for %j finds %j', (text, phrase, expected) => {
    expect(hits(text, phrase)).toEqual(expected)
  })

  it('names letters by their own places, whatever stands before them', () => {
    expect(placesOf('İstanbul ışık light', 'light')).toEqual([{ from: 14, to: 19 }])
  })
})
