import { describe, expect, it } from '@jest/globals'

import { readCursor, searchWords, stateAt, writeCursor } from './roster'

const ID = '0198f6a4-0000-7000-8000-000000000001'
const NOW = new Date('2026-06-15T12:00:00Z')

describe('where a learner stands', () => {
  it.each([
    ['learning', 'ended'],
    ['notStarted', 'ended'],
    ['completed', 'completed'],
    ['paused', 'paused'],
    ['removed', 'removed'],
  ] as const)('is, where access is over, of %s told as %s', (standing, told) => {
    expect(stateAt({ accessEnd: NOW, now: NOW, standing })).toBe(told)
  })

  it('is what the row keeps while access lasts', () => {
    const later = new Date(NOW.getTime() + 1)
    expect(stateAt({ accessEnd: later, now: NOW, standing: 'learning' })).toBe('learning')
    expect(stateAt({ accessEnd: null, now: NOW, standing: 'learning' })).toBe('learning')
  })
})

describe('a cursor', () => {
  it.each([
    ['name', 'anna_maria "o’neill"'],
    ['name', ''],
    ['activity', '-infinity'],
    ['activity', '2026-06-15T12:00:00.123+00:00'],
    ['enrolled', '2026-06-15T12:00:00Z'],
    ['progress', '100'],
  ] as const)('says by %s what was written into it: %j', (sort, value) => {
    expect(readCursor(writeCursor({ id: ID, value }), sort)).toEqual({ id: ID, value })
  })

  it.each([
    ['progress', `${ID}_1; drop`],
    ['activity', `${ID}_yesterday`],
    ['name', 'anna'],
    ['name', ''],
  ] as const)('is none by %s in %j', (sort, written) => {
    expect(readCursor(written, sort)).toBeNull()
  })
})

describe('a search', () => {
  it('is of words, whatever stands between them and however they are written', () => {
    expect(searchWords('  Anna   O’NEILL ')).toEqual(['anna', 'o’neill'])
    expect(searchWords(' ')).toEqual([])
  })
})
