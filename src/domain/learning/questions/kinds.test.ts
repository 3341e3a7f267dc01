import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { Answer, Question } from './types'

import { checkChosen, gradeAttempt } from '../grading'
import { withPresentKey } from '../regrading'
import { arranged } from './arrange'
import { ruleOf, withoutKey } from './rules'

const common = { id: 'q', explanation: 'KEY explained', points: 4, prompt: 'What is it?' }

const QUESTIONS = {
  cloze: {
    ...common,
    blockType: 'cloze',
    gaps: [
      { id: 'g1', accepted: 'KEYstraight\nKEYdirect' },
      { id: 'g2', accepted: 'KEYSun' },
    ],
    partial: true,
    text: 'Light travels in [1] lines from the [2].',
  },
  matching: {
    ...common,
    blockType: 'matching',
    distractors: [{ id: 'd1', text: 'Noon' }],
    pairs: [
      { id: 'p1', left: 'East', right: 'Dawn' },
      { id: 'p2', left: 'West', right: 'Dusk' },
      { id: 'p3', left: 'Occident', right: 'Dusk' },
      { id: 'p4', left: 'Nadir', right: 'Night' },
    ],
    partial: true,
    shown: ['d1', 'p2', 'p4', 'p1'],
  },
  multiple: {
    ...common,
    answers: [
      { id: 'a', feedback: 'KEY said of a', isRight: true, text: 'One' },
      { id: 'b', isRight: true, text: 'Two' },
      { id: 'c', isRight: false, text: 'Three' },
    ],
    blockType: 'multipleChoice',
    partial: true,
  },
  number: { ...common, blockType: 'number', tolerance: 0.1, unit: 'm', value: 31_415.5 },
  ordering: {
    ...common,
    blockType: 'ordering',
    items: [
      { id: 'i1', text: 'Dawn' },
      { id: 'i2', text: 'Noon' },
      { id: 'i3', text: 'Dusk' },
      { id: 'i4', text: 'Night' },
      { id: 'i5', text: 'Midnight' },
    ],
    partial: true,
    shown: ['i3', 'i1', 'i5', 'i2', 'i4'],
  },
  shortText: { ...common, accepted: 'KEYCafé\nKEYcoffee house', blockType: 'shortText' },
  single: {
    ...common,
    answers: [
      { id: 'a', isRight: true, text: 'One' },
      { id: 'b', isRight: false, text: 'Two' },
    ],
    blockType: 'singleChoice',
  },
  trueFalse: { ...common, blockType: 'trueFalse', feedbackTrue: 'KEY said of true', isTrue: true },
} as const satisfies Record<string, Question>

const ALL: readonly Question[] = Object.values(QUESTIONS)

const pointsOf = (question: Question, answer: Answer, given: object = {}): number =>
  gradeAttempt({
    chosen: { q: answer },
    passMark: 50,
    questions: [{ ...question, ...given }],
  }).score

describe('the fixed test set', () => {
  it.each<[keyof typeof QUESTIONS, Answer, number, object?]>([
    ['single', ['a'], 4],
    ['single', ['b'], 0],
    ['single', [], 0],
    ['multiple', ['b', 'a'], 4],
    ['multiple', ['a'], 2],
    ['multiple', ['a', 'c'], 0],
    ['multiple', ['a', 'b', 'c'], 2],
    ['multiple', ['c'], 0],
    ['multiple', ['a'], 0, { partial: false }],
    ['trueFalse', ['true'], 4],
    ['trueFalse', ['false'], 0],
    ['trueFalse', ['false'], 4, { isTrue: null }],
    ['trueFalse', [], 0, { isTrue: false }],
    ['shortText', ['keycafe'], 4],
    ['shortText', ['  KEYCOFFEE   house '], 4],
    ['shortText', ['keycoffeehouse'], 0],
    ['shortText', [''], 0],
    ['shortText', ['keycafe'], 0, { exactAccents: true }],
    ['shortText', ['keycafé'], 0, { exactCase: true }],
    ['shortText', ['KEYcoffee  house'], 0, { exactSpaces: true }],
    ['shortText', ['שלום'], 4, { accepted: 'שָׁלוֹם' }],
    ['shortText', ['мои'], 0, { accepted: 'мой' }],
    ['shortText', ['ежик'], 4, { accepted: 'Ёжик' }],
    ['shortText', ["it's"], 4, { accepted: 'It’s' }],
    ['number', ['31415.5'], 4],
    ['number', ['31,415.6'], 4],
    ['number', ['31415,41 m'], 4],
    ['number', ['31415.61'], 0],
    ['number', ['about 31415'], 0],
    ['number', ['0.3'], 4, { tolerance: 0, value: 0.1 + 0.2 }],
    ['number', ['95'], 4, { tolerance: 5, toleranceIn: 'percent', value: 100 }],
    ['number', ['94.9'], 0, { tolerance: 5, toleranceIn: 'percent', value: 100 }],
    ['number', ['-95'], 4, { tolerance: 5, toleranceIn: 'percent', value: -100 }],
    ['cloze', ['keydirect', 'keysun'], 4],
    ['cloze', ['keydirect', ''], 2],
    ['cloze', ['keysun', 'keydirect'], 0],
    ['cloze', ['keydirect', 'moon'], 0, { partial: false }],
    ['matching', ['4', '2', '2', '3'], 4],
    ['matching', ['4', '2', '', '1'], 2],
    ['matching', ['4', '2', '2', '1'], 0, { partial: null }],
    ['ordering', ['2', '4', '1', '5', '3'], 4],
    ['ordering', ['4', '1', '5', '3', '2'], 3],
    ['ordering', ['3', '5', '1', '4', '2'], 0],
    ['ordering', ['4', '2', '1', '5', '3'], 0, { partial: false }],
  ])('%s answered %j earns %d of 4', (kind, answer, points, given = {}) => {
    expect(pointsOf(QUESTIONS[kind], answer, given)).toBe(points)
  })

  it('keeps thirds to hundredths, and gives a pass at the mark all the same', () => {
    const gaps = ['1', '2', '3'].map((id) => ({ id, accepted: id }))
    const question: Question = { ...QUESTIONS.cloze, gaps, points: 1, text: '[1] [2] [3]' }

    expect(pointsOf(question, ['1'])).toBe(0.33)
    expect(pointsOf(question, ['1', '2'])).toBe(0.67)
    expect(pointsOf(question, ['1', '2', '3'])).toBe(1)
  })
})

describe('an answer', () => {
  it.each<[keyof typeof QUESTIONS, Answer]>([
    ['single', ['z']],
    ['multiple', ['a', 'z']],
    ['trueFalse', ['maybe']],
    ['trueFalse', ['true', 'false']],
    ['shortText', ['x'.repeat(501)]],
    ['shortText', ['one', 'two']],
    ['number', ['1', '2']],
    ['cloze', ['a', 'b', 'c']],
    ['matching', ['5', '1']],
    ['matching', ['p1']],
    ['matching', ['1', '1', '1', '1', '1']],
    ['ordering', ['1', '2', '3', '4']],
    ['ordering', ['1', '1', '2', '3', '4']],
    ['ordering', ['i1', 'i2', 'i3', 'i4', 'i5']],
  ])('that %s cannot have is refused: %j', (kind, answer) => {
    expect(() => checkChosen([QUESTIONS[kind]], { q: answer })).toThrow('answerUnknown')
  })

  it('to two gaps may be the same', () => {
    expect(checkChosen([QUESTIONS.cloze], { q: ['x', 'x'] })).toEqual({ q: ['x', 'x'] })
  })
})

/** Any of the questions as an attempt may ask it. */
const asked = fc
  .tuple(fc.constantFrom(...ALL), fc.integer(), fc.boolean())
  .map(([question, seed, answers]) =>
    arranged([question], { answers, questions: true }, seed).at(0),
  )
  .filter((question) => question !== undefined)

/** An answer that may be right in part, of ids and texts that the question knows, or of anything. */
const answerTo = (question: Question): fc.Arbitrary<Answer> => {
  const right = ruleOf(question).right(question)
  const known = withoutKey(question).answers.map(({ id }) => id)

  return fc.oneof(
    fc.constant(right),
    fc.shuffledSubarray([...right]),
    fc.shuffledSubarray(known),
    fc.array(fc.oneof(fc.constantFrom('', ...right, ...known), fc.string()), { maxLength: 6 }),
  )
}

describe('grading', () => {
  it('gives the right answer all its points, and any answer something from nothing to all', () => {
    fc.assert(
      fc.property(
        asked.chain((question) => fc.tuple(fc.constant(question), answerTo(question))),
        ([question, answer]) => {
          const { read, right } = ruleOf(question)
          const whole = right(question)

          expect(read(question, whole)).toEqual(whole)
          expect(pointsOf(question, whole)).toBe(question.points)
          expect(pointsOf(question, answer)).toBeGreaterThanOrEqual(0)
          expect(pointsOf(question, answer)).toBeLessThanOrEqual(question.points)
        },
      ),
    )
  })

  it('is the same in whatever order questions and answers are asked and chosen', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['a', 'b', 'c']), fc.integer(), (picked, seed) => {
        const [question = QUESTIONS.multiple] = arranged(
          [QUESTIONS.multiple],
          { answers: true, questions: true },
          seed,
        )

        expect(pointsOf(question, picked)).toBe(pointsOf(QUESTIONS.multiple, picked.toSorted()))
      }),
    )
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const many = ALL.map((question, n) => ({ ...question, id: `q${n}` }))
        const shuffled = arranged(many, { answers: true, questions: true }, seed)
        const chosen = Object.fromEntries(
          shuffled.map((question, n) => [
            question.id,
            n % 2 ? ruleOf(question).right(question) : [],
          ]),
        )
        const score = (questions: Question[]) =>
          gradeAttempt({ chosen, passMark: 50, questions }).score

        expect(score(shuffled.toReversed())).toBe(score(shuffled))
      }),
    )
  })
})

describe('an attempt’s own order', () => {
  it('is the same for the same seed, holds every question, and differs between seeds', () => {
    const many = Array.from({ length: 20 }, (_, n) => ({ ...QUESTIONS.single, id: `q${n}` }))
    const ids = (seed: number) =>
      arranged(many, { answers: true, questions: true }, seed).map(({ id }) => id)

    expect(ids(7)).toEqual(ids(7))
    expect(ids(7).toSorted()).toEqual(many.map(({ id }) => id).toSorted())
    expect(ids(7)).not.toEqual(ids(8))
    expect(arranged(many, { answers: false, questions: false }, 7)).toEqual(many)
  })

  it('never shows items in their right order', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const two = { ...QUESTIONS.ordering, items: QUESTIONS.ordering.items.slice(0, 2) }
        const [question = two] = arranged([two], { answers: false, questions: false }, seed)

        expect(ruleOf(question).right(question)).toEqual(['2', '1'])
      }),
    )
  })

  it('puts every answer in every place about as often', () => {
    const counts = [0, 0, 0]
    for (let seed = 0; seed < 3000; seed += 1) {
      const [question] = arranged([QUESTIONS.multiple], { answers: true, questions: false }, seed)
      const place = question ? withoutKey(question).answers.findIndex(({ id }) => id === 'a') : 0
      counts[place] = (counts[place] ?? 0) + 1
    }

    expect(Math.min(...counts)).toBeGreaterThan(900)
    expect(Math.max(...counts)).toBeLessThan(1100)
  })
})

describe('a question shown to a learner', () => {
  it.each(ALL.map((question) => [question.blockType, question] as const))(
    'of the kind %s holds nothing of its key, nor ids that tell in which order it was written',
    (_, question) => {
      const shown = JSON.stringify(withoutKey(question))

      expect(shown).not.toMatch(/KEY|isRight|isTrue|accepted|tolerance|31415|"match"|shown/)
      expect(shown).not.toMatch(/"[ipdg]\d"/)
    },
  )

  it('is the same whichever answer is right', () => {
    const { matching, ordering, trueFalse } = QUESTIONS
    const swapped: Question = {
      ...matching,
      pairs: matching.pairs.map((pair, n) => ({ ...pair, match: n ? 'p1' : 'p4' })),
    }

    expect(withoutKey(swapped)).toEqual(withoutKey(matching))
    expect(withoutKey({ ...ordering, items: ordering.items.toReversed() })).toEqual(
      withoutKey(ordering),
    )
    expect(withoutKey({ ...trueFalse, isTrue: false })).toEqual(withoutKey(trueFalse))
  })
})

describe('a corrected key', () => {
  it.each<[string, Question, Question, Answer]>([
    ['true or false', QUESTIONS.trueFalse, { ...QUESTIONS.trueFalse, isTrue: false }, ['false']],
    [
      'accepted words',
      QUESTIONS.shortText,
      { ...QUESTIONS.shortText, accepted: 'Bistro' },
      ['Bistro'],
    ],
    ['a number', QUESTIONS.number, { ...QUESTIONS.number, value: 2 }, ['2']],
    [
      'gaps',
      QUESTIONS.cloze,
      {
        ...QUESTIONS.cloze,
        gaps: [...QUESTIONS.cloze.gaps].map((gap) => ({ ...gap, accepted: gap.id })),
        text: 'Reworded',
      },
      ['g1', 'g2'],
    ],
    [
      'pairs',
      QUESTIONS.matching,
      {
        ...QUESTIONS.matching,
        pairs: QUESTIONS.matching.pairs.map((pair) => ({
          ...pair,
          right: { Dawn: 'Dusk', Dusk: 'Dawn', Night: 'Noon' }[pair.right],
        })),
        shown: undefined,
      },
      ['2', '4', '4', '1'],
    ],
    [
      'an order',
      QUESTIONS.ordering,
      { ...QUESTIONS.ordering, items: QUESTIONS.ordering.items.toReversed(), shown: undefined },
      ['3', '5', '1', '4', '2'],
    ],
  ])('of %s is the key of what was asked before it', (_, stood, present, right) => {
    const [after] = withPresentKey({ present: [present], questions: [stood] }) ?? []

    expect(after && pointsOf(after, right)).toBe(4)
    expect(after && withoutKey(after)).toEqual(withoutKey(stood))
    expect(after && withPresentKey({ present: [present], questions: [after] })).toBeNull()
    expect(withPresentKey({ present: [stood], questions: [stood] })).toBeNull()
  })

  it('is not taken over where what is right was never shown', () => {
    const { matching, ordering } = QUESTIONS
    const unseen = matching.pairs.map((pair) => ({ ...pair, right: 'Never shown' }))

    expect(
      withPresentKey({ present: [{ ...matching, pairs: unseen }], questions: [matching] }),
    ).toBeNull()
    expect(
      withPresentKey({
        present: [{ ...ordering, items: ordering.items.slice(1) }],
        questions: [ordering],
      }),
    ).toBeNull()
  })
})
