import { describe, expect, it } from '@jest/globals'

import { cuesOf, soundParts } from './transcripts'

describe('a recording in parts', () => {
  it('is one part where it is short', () => {
    expect(soundParts(12)).toEqual([{ begin: 0, end: 12, from: 0, to: 12 }])
  })

  it('has every second in one part, and is sent with some of its neighbours', () => {
    const parts = soundParts(7000)
    expect(parts.map(({ from, to }) => [from, to])).toEqual([
      [0, 3000],
      [3000, 6000],
      [6000, 7000],
    ])
    expect(parts.map(({ begin, end }) => [begin, end])).toEqual([
      [0, 3005],
      [2995, 6005],
      [5995, 7000],
    ])
  })
})

describe('what was said in a part', () => {
  const [, second = soundParts(1)[0]] = soundParts(6000)

  it('stands at the seconds of the whole, and once', () => {
    const said = [
      { end: 4, start: 1, text: 'heard by the first part' },
      { end: 8, start: 6, text: ' heard by this one ' },
      { end: 9, start: 9, text: ' ' },
    ]
    expect(second && cuesOf(second, said, true)).toEqual([
      { from: 3001, settings: '', text: 'heard by this one', to: 3003 },
    ])
  })
})
