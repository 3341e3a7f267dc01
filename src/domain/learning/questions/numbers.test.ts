import { describe, expect, it } from '@jest/globals'

import { numberIn, plainNumber } from './numbers'

describe('a number as it is typed', () => {
  it.each<[string, ',' | '.', null | string]>([
    ['12', '.', '12'],
    ['1.5', '.', '1.5'],
    ['1,5', '.', '1.5'],
    ['1,5', ',', '1.5'],
    ['1.5', ',', '1.5'],
    ['1,234', '.', '1234'],
    ['1,234', ',', '1.234'],
    ['1.234', ',', '1234'],
    ['1,234.5', '.', '1234.5'],
    ['1.234,5', '.', '1234.5'],
    ['1 234 567,89', ',', '1234567.89'],
    ['1\u202f234', ',', '1234'],
    ['1,234,567', '.', '1234567'],
    ['−7', '.', '-7'],
    ['\u200f-7', '.', '-7'],
    ['.5', '.', '.5'],
    ['6.02e23', '.', '6.02e23'],
    ['1,23,4', '.', null],
    ['12,34.5', '.', null],
    ['1.2.3', '.', null],
    ['five', '.', null],
    ['5 kg', '.', null],
    ['', '.', null],
    ['-', '.', null],
  ])('%j of a reader who writes 1%s5 is %j', (typed, sign, plain) => {
    expect(plainNumber(typed, sign)).toBe(plain)
  })

  it('may bear the unit that stands beside the box', () => {
    expect(numberIn('5 kg', 'kg')).toBe(5)
    expect(numberIn('5 KG', ' kg ')).toBe(5)
    expect(numberIn('5 lb', 'kg')).toBeNaN()
  })
})
