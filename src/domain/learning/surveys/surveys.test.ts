import { describe, expect, it } from '@jest/globals'

import { surveyOf } from '../../catalog/lessons/survey'
import { RuleError } from '../../errors'
import { answersTo } from './answers'
import { npsOf, resultsOf } from './results'

const survey = surveyOf({
  isAnonymous: true,
  questions: [
    { id: 'r', blockType: 'surveyRating', isRequired: true, prompt: 'How was it?', steps: 5 },
    { id: 'n', blockType: 'surveyNps', prompt: 'Would you recommend it?' },
    {
      id: 's',
      blockType: 'surveySingle',
      options: [
        { id: 'a', text: 'Short' },
        { id: 'b', text: 'Long' },
      ],
      prompt: 'Length?',
    },
    {
      id: 'm',
      blockType: 'surveyMultiple',
      options: [
        { id: 'x', text: 'Films' },
        { id: 'y', text: 'Texts' },
      ],
      prompt: 'What helped?',
    },
    { id: 't', blockType: 'surveyText', prompt: 'Anything else?' },
    { id: 'half', blockType: 'surveyText' },
  ],
})

const refusal = (given: Record<string, unknown>): unknown => {
  try {
    return answersTo(survey, given)
  } catch (error) {
    return error instanceof RuleError ? [error.code, error.detail.question] : error
  }
}

describe('answers to a survey', () => {
  it('are kept as they were given, with the question as it was asked', () => {
    expect(answersTo(survey, { m: ['y', 'x'], n: 0, r: 4, s: 'b', t: '  More cups. ' })).toEqual([
      { kind: 'rating', prompt: 'How was it?', question: 'r', value: 4 },
      { kind: 'nps', prompt: 'Would you recommend it?', question: 'n', value: 0 },
      { kind: 'single', prompt: 'Length?', question: 's', value: [{ id: 'b', text: 'Long' }] },
      {
        kind: 'multiple',
        prompt: 'What helped?',
        question: 'm',
        value: [
          { id: 'x', text: 'Films' },
          { id: 'y', text: 'Texts' },
        ],
      },
      { kind: 'text', prompt: 'Anything else?', question: 't', value: 'More cups.' },
    ])
    expect(answersTo(survey, { m: [], n: null, r: 1, t: ' ' })).toHaveLength(1)
  })

  it.each([
    ['a required question without one', {}, ['surveyIncomplete', 'r']],
    ['a step beyond the scale', { r: 6 }, ['answerUnknown', 'r']],
    ['half a step', { r: 2.5 }, ['answerUnknown', 'r']],
    ['an eleven', { n: 11, r: 1 }, ['answerUnknown', 'n']],
    ['an option of another question', { r: 1, s: 'x' }, ['answerUnknown', 's']],
    ['an option twice', { m: ['x', 'x'], r: 1 }, ['answerUnknown', 'm']],
    ['one option where many may be', { m: 'x', r: 1 }, ['answerUnknown', 'm']],
    ['a text that is too long', { r: 1, t: 'x'.repeat(301) }, ['answerUnknown', 't']],
    ['no question of it', { other: 1, r: 1 }, ['answerUnknown', 'other']],
  ])('are refused for %s', (_, given, refused) => {
    expect(refusal(given)).toEqual(refused)
  })
})

describe('the results', () => {
  it('count each answer, and share it among those who answered', () => {
    const given = [
      answersTo(survey, { m: ['x', 'y'], n: 10, r: 5, s: 'a', t: 'Good' }),
      answersTo(survey, { m: ['x'], n: 3, r: 2 }),
    ]
    const [rating, nps, single, multiple, text] = resultsOf(survey, given)

    expect(rating).toMatchObject({ answered: 2, mean: 3.5 })
    expect(rating?.tallies.map(({ count }) => count)).toEqual([0, 1, 0, 0, 1])
    expect(nps).toMatchObject({ answered: 2, nps: 0 })
    expect(single?.tallies).toMatchObject([{ count: 1, share: 1, text: 'Short' }, { count: 0 }])
    expect(multiple?.tallies).toMatchObject([
      { count: 2, share: 1 },
      { count: 1, share: 0.5 },
    ])
    expect(text).toMatchObject({ tallies: [], texts: ['Good'] })
  })

  it('keep what was chosen and can be chosen no more', () => {
    const given = [answersTo(survey, { r: 5, s: 'b' })]
    const changed = {
      ...survey,
      questions: survey.questions.map((one) =>
        one.kind === 'single' ? { ...one, options: one.options.slice(0, 1) } : one,
      ),
    }
    expect(resultsOf(changed, given)[2]?.tallies).toMatchObject([
      { count: 0, text: 'Short' },
      { count: 1, text: 'Long' },
    ])
  })

  it.each([
    [[10, 9, 8, 7, 6], 20],
    [[10, 10], 100],
    [[0, 6], -100],
    [[7, 8], 0],
    [[], null],
  ])('call %j a score of %j', (given, score) => {
    expect(npsOf(given)).toBe(score)
  })
})
