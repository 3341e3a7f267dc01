import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { Question } from './grading'
import type { ChoiceQuestion } from './questions/types'

import { gradeAttempt } from './grading'
import { regradeAttempt, withPresentKey } from './regrading'

const question = (
  id: string,
  right: string,
  given: Partial<ChoiceQuestion> = {},
): ChoiceQuestion => ({
  id,
  answers: ['a', 'b', 'c'].map((answer) => ({
    id: answer,
    isRight: right.includes(answer),
    text: `Answer ${answer}`,
  })),
  blockType: 'singleChoice',
  points: 1,
  prompt: `Question ${id}`,
  ...given,
})

const rightOf = (questions: null | readonly Question[]) =>
  questions?.map((one) =>
    (one as ChoiceQuestion).answers
      .filter(({ isRight }) => isRight)
      .map(({ id }) => id)
      .join(''),
  )

describe('the questions of an attempt under the present key', () => {
  it('take the right answers, the points and the explanation, and keep what the learner was shown', () => {
    const stood = question('one', 'a', { explanation: 'Because of a.' })
    const present = question('one', 'b', {
      answers: ['c', 'b', 'a'].map((id) => ({ id, isRight: id === 'b', text: 'Reworded' })),
      explanation: 'Because of b.',
      points: 3,
      prompt: 'Reworded',
    })

    expect(withPresentKey({ present: [present], questions: [stood] })).toEqual([
      question('one', 'b', { explanation: 'Because of b.', points: 3 }),
    ])
  })

  it.each([
    ['the key is the same', question('one', 'a')],
    ['only the words differ', question('one', 'a', { prompt: 'Reworded' })],
    ['the question was removed', question('other', 'b')],
    ['the question is of another kind', question('one', 'b', { blockType: 'multipleChoice' })],
    [
      'the only right answer was never shown',
      question('one', '', { answers: [{ id: 'new', isRight: true, text: 'New' }] }),
    ],
  ])('are as they were where %s', (_title, present) => {
    expect(withPresentKey({ present: [present], questions: [question('one', 'a')] })).toBeNull()
  })

  it('keep the key of what was removed, and do not grow by what was added', () => {
    const questions = [question('one', 'a'), question('two', 'a')]
    const present = [question('two', 'b'), question('three', 'c')]

    expect(rightOf(withPresentKey({ present, questions }))).toEqual(['a', 'b'])
  })

  it('count an answer that was removed as right no more', () => {
    const stood = question('one', 'ab', { blockType: 'multipleChoice' })
    const present = { ...stood, answers: stood.answers.filter(({ id }) => id !== 'b') }

    expect(rightOf(withPresentKey({ present: [present], questions: [stood] }))).toEqual(['a'])
  })

  it('take an unmarked answer for a wrong one, as grading does', () => {
    const stood = question('one', 'a')
    const present = {
      ...stood,
      answers: stood.answers.map((one) => ({ ...one, isRight: one.isRight || null })),
    }

    expect(withPresentKey({ present: [present], questions: [stood] })).toBeNull()
  })

  it('differ no more once they are corrected', () => {
    const right = fc.constantFrom('a', 'b', 'c', 'ab', 'bc', 'abc')
    const points = fc.integer({ max: 5, min: 1 })
    fc.assert(
      fc.property(right, right, points, (old, now, worth) => {
        const questions = [question('one', old)]
        const present = [question('one', now, { points: worth })]
        const correct = withPresentKey({ present, questions }) ?? questions

        expect(rightOf(correct)).toEqual([now])
        expect(withPresentKey({ present, questions: correct })).toBeNull()
      }),
    )
  })
})

describe('a regraded attempt', () => {
  const chosen = { one: ['b'], two: ['a'] }
  const questions = [question('one', 'a'), question('two', 'a')]
  const before = { maxScore: 2, passed: false, percent: 50, score: 1 }

  it('gets the points it should have had, and the pass that goes with them', () => {
    const fixed = [question('one', 'b', { points: 3 }), question('two', 'a')]

    expect(regradeAttempt({ before, chosen, passMark: 70, questions: fixed })).toEqual({
      maxScore: 4,
      passed: true,
      percent: 100,
      score: 4,
    })
  })

  it('keeps a pass once given, though the points go down', () => {
    const passed = { ...before, passed: true, percent: 100, score: 2 }

    expect(regradeAttempt({ before: passed, chosen, passMark: 70, questions })).toEqual({
      maxScore: 2,
      passed: true,
      percent: 50,
      score: 1,
    })
  })

  it('is worth what the same answers would have been worth under that key at once', () => {
    const key = fc.constantFrom('a', 'b', 'c')
    fc.assert(
      fc.property(key, key, key, (old, now, picked) => {
        const graded = (right: string) => {
          const { maxScore, passed, percent, score } = gradeAttempt({
            chosen: { one: [picked] },
            passMark: 50,
            questions: [question('one', right)],
          })

          return { maxScore, passed, percent, score }
        }
        const [first, fair] = [graded(old), graded(now)]

        expect(
          regradeAttempt({
            before: first,
            chosen: { one: [picked] },
            passMark: 50,
            questions: [question('one', now)],
          }),
        ).toEqual({ ...fair, passed: fair.passed || first.passed })
      }),
    )
  })
})
