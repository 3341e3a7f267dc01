import { describe, expect, it } from '@jest/globals'

import { askedCount, hasTooManyTags, tagLine, tagsOf } from './bank'

describe('tags of the bank', () => {
  it.each([
    [null, []],
    ['', []],
    [' Algebra ,  easy  one,,ALGEBRA', ['algebra', 'easy one']],
    ['קל, קל, Сложно', ['קל', 'сложно']],
  ])('%j is %j', (line, tags) => {
    expect(tagsOf(line)).toEqual(tags)
    expect(tagsOf(tagLine(line))).toEqual(tags)
  })

  it('are at most twenty, of at most forty letters', () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => `t${at}`).join(',')

    expect(hasTooManyTags(many(20))).toBe(false)
    expect(hasTooManyTags(many(21))).toBe(true)
    expect(hasTooManyTags('x'.repeat(41))).toBe(true)
  })
})

describe('how many questions are asked', () => {
  it('counts a pool by what it draws', () => {
    expect(
      askedCount([
        { blockType: 'essay' },
        { blockType: 'bankQuestion' },
        { blockType: 'pool', count: 5 } as never,
      ]),
    ).toBe(7)
  })
})
