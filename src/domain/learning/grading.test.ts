import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { Question } from './grading'

import { checkChosen, gradeAttempt, reviewed, withoutKey } from './grading'
import { regradeAttempt } from './regrading'

const single: Question = {
  id: 'q1',
  answers: [
    { id: 'a', isRight: true, text: 'Yes' },
    { id: 'b', isRight: false, text: 'No' },
  ],
  blockType: 'singleChoice',
  explanation: 'Because.',
  points: 1,
  prompt: 'Is it?',
}
const multiple: Question = {
  id: 'q2',
  answers: [
    { id: 'a', isRight: true, text: 'One' },
    { id: 'b', isRight: true, text: 'Two' },
    { id: 'c', isRight: null, text: 'Three' },
  ],
  blockType: 'multipleChoice',
  points: 3,
  prompt: 'Which?',
}
const questions = [single, multiple]

describe('an attempt', () => {
  it.each([
    ['everything right', { q1: ['a'], q2: ['b', 'a'] }, 4, 100],
    ['one of two right answers', { q1: ['a'], q2: ['a'] }, 1, 25],
    ['a wrong answer besides the right ones', { q2: ['a', 'b', 'c'] }, 0, 0],
    ['both of a single choice', { q1: ['a', 'b'], q2: ['a', 'b'] }, 3, 75],
    ['nothing answered', {}, 0, 0],
  ])('with %s is all or nothing on each question', (_title, chosen, score, percent) => {
    expect(gradeAttempt({ chosen, passMark: 70, questions })).toMatchObject({
      maxScore: 4,
      passed: percent >= 70,
      percent,
      score,
    })
  })

  it('passes at exactly the pass mark, though the shown percentage is rounded', () => {
    const three = [single, { ...single, id: 'q3' }, { ...single, id: 'q4' }]
    const chosen = { q1: ['a'], q3: ['a'] }

    expect(gradeAttempt({ chosen, passMark: 66, questions: three }).passed).toBe(true)
    expect(gradeAttempt({ chosen, passMark: 67, questions: three }).passed).toBe(false)
    expect(gradeAttempt({ chosen: { q2: ['a', 'b'] }, passMark: 75, questions }).passed).toBe(true)
  })

  it('says of each question whether it was right, and why', () => {
    const { results } = gradeAttempt({ chosen: { q1: ['a'] }, passMark: 50, questions })

    expect(results).toEqual([
      { points: 1, question: 'q1', right: true, waits: false },
      { points: 0, question: 'q2', right: false, waits: false },
    ])
  })

  it('tells the explanation, and the right answer only where it may be seen', () => {
    const chosen = { q1: ['a'] }
    const grade = gradeAttempt({ chosen, passMark: 50, questions })
    const said = [{ ...single, explanation: 'Darum.' }, multiple]
    const told = (showsKey: boolean) =>
      reviewed({ chosen, grade, questions, said, showsKey }).results.map(
        ({ explanation, key }) => ({ explanation, key }),
      )

    expect(told(false)).toEqual([
      { explanation: 'Darum.', key: null },
      { explanation: null, key: null },
    ])
    expect(told(true)).toEqual([
      { explanation: 'Darum.', key: ['a'] },
      { explanation: null, key: ['a', 'b'] },
    ])
  })

  it('of a quiz without questions is not passed', () => {
    expect(gradeAttempt({ chosen: {}, passMark: 0, questions: [] }).passed).toBe(false)
  })

  it.each([
    [{ q9: ['a'] }],
    [{ q1: ['c'] }],
    [JSON.parse('{"__proto__":["a"]}') as Record<string, string[]>],
  ])('refuses answers it does not have: %j', (chosen) => {
    expect(() => checkChosen(questions, chosen)).toThrow('answerUnknown')
  })

  it('gives one of its points for a question only when exactly the right answers are chosen', () => {
    fc.assert(
      fc.property(fc.subarray(['a', 'b', 'c']), (picked) => {
        const { score } = gradeAttempt({ chosen: { q2: picked }, passMark: 70, questions })

        expect(score).toBe(picked.toSorted().join('') === 'ab' ? 3 : 0)
      }),
    )
  })
})

describe('a question shown to a learner', () => {
  it('holds nothing that gives the answer away', () => {
    const shown = JSON.stringify(questions.map(withoutKey))

    expect(shown).not.toMatch(/isRight|Because/)
    expect(shown).toContain('Which?')
  })
})

describe('what a person must read', () => {
  const essay: Question = { id: 'q5', blockType: 'essay', points: 5, prompt: 'Why?' }
  const chosen = { q1: ['a'], q5: ['Because.'] }
  const mark = { at: '2026-05-01T12:00:00.000Z', by: 'x', comment: null, points: 4 }
  const given = { chosen, passMark: 70, questions: [single, essay] }

  it('earns nothing and waits until it is marked, and then what its grader gave', () => {
    expect(gradeAttempt(given)).toMatchObject({
      passed: false,
      results: [{ waits: false }, { points: 0, right: false, waits: true }],
      score: 1,
      waits: true,
    })
    expect(gradeAttempt({ ...given, marks: { q5: mark } })).toMatchObject({
      passed: true,
      score: 5,
      waits: false,
    })
  })

  it('waits for nobody where nothing was written, and is never worth more than it is', () => {
    expect(gradeAttempt({ ...given, chosen: { q5: [' '] } })).toMatchObject({
      score: 0,
      waits: false,
    })
    expect(gradeAttempt({ ...given, marks: { q5: { ...mark, points: 50 } } }).score).toBe(6)
  })

  it('keeps its marks when the key of another question is corrected', () => {
    const before = { maxScore: 6, passed: false, percent: 0, score: 0 }
    const questions = [{ ...single, points: 3 }, essay]

    expect(
      regradeAttempt({ before, chosen, marks: { q5: mark }, passMark: 70, questions }),
    ).toEqual({ maxScore: 8, passed: true, percent: 87, score: 7 })
  })
})
