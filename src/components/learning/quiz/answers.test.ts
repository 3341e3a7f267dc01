import { timeLeft, unanswered, withAnswer } from './answers'

describe('withAnswer', () => {
  it('replaces the answer of a single choice', () => {
    const question = { id: 'q', kind: 'singleChoice' } as const

    expect(withAnswer({ answer: 'b', chosen: { q: ['a'] }, question })).toEqual({ q: ['b'] })
  })

  it('adds to and takes from a multiple choice', () => {
    const question = { id: 'q', kind: 'multipleChoice' } as const

    expect(withAnswer({ answer: 'b', chosen: { q: ['a'] }, question })).toEqual({ q: ['a', 'b'] })
    expect(withAnswer({ answer: 'a', chosen: { q: ['a', 'b'] }, question })).toEqual({ q: ['b'] })
  })
})

describe('unanswered', () => {
  it('names what is still open', () => {
    expect(unanswered([{ id: 'a' }, { id: 'b' }, { id: 'c' }], { a: ['x'], b: [] })).toEqual([
      'b',
      'c',
    ])
  })
})

describe('timeLeft', () => {
  it('counts down in minutes and seconds, with hours where there are any', () => {
    expect(timeLeft(61_000)).toBe('1:01')
    expect(timeLeft(3_723_000)).toBe('1:02:03')
    expect(timeLeft(900)).toBe('0:01')
    expect(timeLeft(-5)).toBe('0:00')
  })
})
