import { describe, expect, it } from '@jest/globals'

import { csvLine, parseCsv } from './csv'

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

describe('reading a table', () => {
  it.each([
    [
      'commas',
      'a,b\r\n1,"2,""3"\r\n',
      [
        ['a', 'b'],
        ['1', '2,"3'],
      ],
    ],
    [
      'semicolons and a mark',
      '\uFEFFa;b\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'tabs and old ends of lines',
      'a\tb\r1\t2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'empty lines and lines within cells',
      'a,b\n\n"1\n2",\n,\n',
      [
        ['a', 'b'],
        ['1\n2', ''],
      ],
    ],
  ])('takes %s', (_, text, table) => {
    expect(parseCsv(text)).toEqual(table)
  })

  it('gives back what was written, formulas too', () => {
    const cells = ['=1+1', "'=1", '-2', 'a"b', 'x;y', '']
    expect(parseCsv(`a,b,c,d,e,f\r\n${csvLine(cells)}`)[1]).toEqual(cells)
  })
})
