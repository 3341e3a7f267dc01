import type { OpenQuestion } from '@/domain/learning/questions/types'

import { answerLines, filledIn, pressed, timeLeft, unanswered } from './answers'

const question = (given: Partial<OpenQuestion>): OpenQuestion => ({
  id: 'q',
  answers: [
    { id: '1', text: 'Dawn' },
    { id: '2', text: 'Dusk' },
  ],
  kind: 'singleChoice',
  picture: null,
  points: 1,
  prompt: 'Which?',
  ...given,
})

describe('pressed', () => {
  it('replaces the answer of a single choice', () => {
    expect(pressed('singleChoice', ['a'], 'b')).toEqual(['b'])
  })

  it('adds to and takes from a multiple choice', () => {
    expect(pressed('multipleChoice', ['a'], 'b')).toEqual(['a', 'b'])
    expect(pressed('multipleChoice', ['a', 'b'], 'a')).toEqual(['b'])
  })
})

describe('filledIn', () => {
  it('puts a text in its place, with nothing in those not yet filled', () => {
    expect(filledIn([], 1, 'x', 3)).toEqual(['', 'x', ''])
    expect(filledIn(['a', 'b'], 0, 'x', 2)).toEqual(['x', 'b'])
  })
})

describe('unanswered', () => {
  it('names what is still open', () => {
    expect(unanswered([{ id: 'a' }, { id: 'b' }, { id: 'c' }], { a: ['x'], b: [] })).toEqual([
      'b',
      'c',
    ])
  })

  it('names a text with an open gap, and a side that has no match', () => {
    const sides = [
      { id: '1', text: 'One' },
      { id: '2', text: 'Two' },
    ]

    expect(
      unanswered(
        [
          { id: 'a', gaps: 2 },
          { id: 'b', sides },
          { id: 'c', gaps: 1 },
        ],
        { a: ['x', ' '], b: ['', '1'], c: ['x'] },
      ),
    ).toEqual(['a', 'b'])
  })
})

describe('answerLines', () => {
  const words = { decimalSign: ',', no: 'No', yes: 'Yes' } as const

  it.each<[Partial<OpenQuestion>, string[], string[]]>([
    [{ kind: 'singleChoice' }, ['2'], ['Dusk']],
    [{ kind: 'multipleChoice' }, ['2', '1'], ['Dawn', 'Dusk']],
    [{ answers: [], kind: 'trueFalse' }, ['false'], ['No']],
    [{ answers: [], kind: 'trueFalse' }, [], []],
    [{ answers: [], kind: 'shortText' }, [' '], []],
    [{ answers: [], kind: 'number', unit: 'mm' }, ['1.5'], ['1,5 mm']],
    [{ answers: [], gaps: 2, kind: 'cloze', text: '[1] [2]' }, ['', 'x'], ['[1] …', '[2] x']],
    [{ kind: 'matching', sides: [{ id: '1', text: 'Morning' }] }, ['1'], ['Morning — Dawn']],
    [{ kind: 'ordering' }, ['2', '1'], ['1. Dusk', '2. Dawn']],
  ])('tells the answer to %j', (given, answer, lines) => {
    expect(answerLines(question(given), answer, words)).toEqual(lines)
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
