import { describe, expect, it } from '@jest/globals'

import type { Question } from './grading'

import { EMPTY, figuresOf, responsesOf, tallied } from './itemStatistics'

type Row = [share: number, rest: null | number, chosen?: string[]]

const tallyOf = (responses: readonly Row[]) =>
  responses.reduce(
    (tally, [share, rest, chosen = []]) =>
      tallied(tally, { chosen, isAnswered: true, rest, share }),
    EMPTY,
  )

const times = (count: number, row: Row): Row[] => Array.from({ length: count }, () => row)

describe('difficulty and discrimination', () => {
  // By hand: with x = 1 1 0 0 and r = .8 .6 .4 .2 the means are .5 and .5, the deviations .5 and √.05,
  // the covariance (.8 + .6) / 4 − .25 = .1, and so r = .1 / (.5 · .2236) = .8944.
  it.each<{ difficulty: number; discrimination: null | number; name: string; responses: Row[] }>([
    {
      name: 'a question that the strong get right',
      difficulty: 0.5,
      discrimination: 0.8944,
      responses: [
        [1, 0.8],
        [1, 0.6],
        [0, 0.4],
        [0, 0.2],
      ],
    },
    {
      name: 'one that the weak get right',
      difficulty: 0.5,
      discrimination: -0.8944,
      responses: [
        [0, 0.8],
        [0, 0.6],
        [1, 0.4],
        [1, 0.2],
      ],
    },
    {
      name: 'one that has nothing to do with the rest',
      difficulty: 0.5,
      discrimination: 0,
      responses: [
        [1, 0.8],
        [0, 0.8],
        [1, 0.2],
        [0, 0.2],
      ],
    },
    {
      name: 'one with half points',
      difficulty: 0.5,
      discrimination: 1,
      responses: [
        [0, 0.3],
        [0.5, 0.5],
        [1, 0.7],
      ],
    },
    {
      name: 'one that everybody gets right',
      difficulty: 1,
      discrimination: null,
      responses: [
        [1, 0.8],
        [1, 0.2],
      ],
    },
    {
      name: 'the only question of its quiz',
      difficulty: 0.5,
      discrimination: null,
      responses: [
        [1, null],
        [0, null],
      ],
    },
  ])('are right for $name', ({ difficulty, discrimination, responses }) => {
    const figures = figuresOf(tallyOf(responses), [])

    expect(figures.difficulty).toBeCloseTo(difficulty, 10)
    if (discrimination === null) {
      expect(figures.discrimination).toBeNull()
    } else {
      expect(figures.discrimination).toBeCloseTo(discrimination, 4)
    }
  })

  it('say nothing of what nobody was asked', () => {
    expect(figuresOf(EMPTY, [])).toMatchObject({ asked: 0, difficulty: null, flags: [] })
  })
})

describe('flags', () => {
  it.each<{ flags: string[]; name: string; responses: Row[] }>([
    {
      name: 'too hard',
      flags: ['tooHard'],
      responses: [...times(5, [1, 0.9]), ...times(25, [0, 0.3])],
    },
    { name: 'too easy', flags: ['tooEasy'], responses: [...times(29, [1, 0.9]), [0, 0.3]] },
    {
      name: 'negative',
      flags: ['negative'],
      responses: [...times(15, [1, 0.2]), ...times(15, [0, 0.9])],
    },
    {
      name: 'nothing, as exactly one in five is not too hard',
      flags: [],
      responses: [...times(6, [1, 0.9]), ...times(24, [0, 0.3])],
    },
    {
      name: 'nothing from too few',
      flags: [],
      responses: [...times(4, [1, 0.9]), ...times(25, [0, 0.3])],
    },
    {
      // Of thirty, the five who chose b have a mean rest of .9, all together .53.
      name: 'a distractor of the strong',
      flags: ['distractor'],
      responses: [
        ...times(10, [1, 0.9, ['a']]),
        ...times(5, [0, 0.9, ['b']]),
        ...times(15, [0, 0.1, ['c']]),
      ],
    },
    {
      name: 'nothing where four chose it',
      flags: [],
      responses: [
        ...times(11, [1, 0.9, ['a']]),
        ...times(4, [0, 0.9, ['b']]),
        ...times(15, [0, 0.1, ['c']]),
      ],
    },
  ])('say: $name', ({ flags, responses }) => {
    expect(figuresOf(tallyOf(responses), ['a']).flags).toEqual(flags)
  })
})

describe('answers of a choice', () => {
  it('are counted each, with how their choice goes with the rest', () => {
    // p(a) = .5, mean rest of a .7, of all .5, σ = √.05: r = (.7 − .5) / √.05 · √(.5/.5) = .8944.
    const { options } = figuresOf(
      tallyOf([
        [1, 0.8, ['a']],
        [1, 0.6, ['a']],
        [0, 0.4, ['b']],
        [0, 0.2, []],
      ]),
      ['a'],
    )

    expect(options.a).toMatchObject({ chosen: 2, share: 0.5 })
    expect(options.a?.discrimination).toBeCloseTo(0.8944, 4)
    // p(b) = .25, mean .4: cov = .1 − .125 = −.025; σ's √.1875 and √.05: −.2582.
    expect(options.b?.discrimination).toBeCloseTo(-0.2582, 4)
  })
})

describe('the responses of an attempt', () => {
  const choice = (id: string, points: number): Question => ({
    id,
    answers: [
      { id: `${id}r`, isRight: true, text: 'Right' },
      { id: `${id}w`, text: 'Wrong' },
    ],
    blockType: 'singleChoice',
    points,
    prompt: id,
  })

  it('leave the question itself out of its rest, by points', () => {
    const responses = responsesOf({
      chosen: { a: ['ar'], b: ['bw'] },
      marks: {},
      questions: [choice('a', 1), choice('b', 2), choice('c', 1)],
    })

    expect(responses).toEqual([
      { chosen: ['ar'], isAnswered: true, rest: 0, share: 1 },
      { chosen: ['bw'], isAnswered: true, rest: 0.5, share: 0 },
      { chosen: [], isAnswered: false, rest: 1 / 3, share: 0 },
    ])
  })
})
