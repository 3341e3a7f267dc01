import { describe, expect, it } from '@jest/globals'

import { csvLine } from './csv'

describe('a line of a table', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+49', "'+49"],
    ['-3', "'-3"],
    ['@cmd', "'@cmd"],
    ['a, b', '"a, b"'],
    ['say "so"', '"say ""so"""'],
    ['two\nlines', '"two\nlines"'],
    ['שלום', 'שלום'],
  ])('writes %j as %j', (given, written) => {
    expect(csvLine([given, null])).toBe(`${written},\r\n`)
  })

  it('writes numbers as numbers, below zero too, to four places', () => {
    expect(csvLine([-0.123456, 12])).toBe('-0.1235,12\r\n')
  })
})
