import type { ChoiceQuestion, Rule, TrueFalseQuestion } from './types'

import { shuffled } from './shuffle'

const rightIn = ({ answers }: ChoiceQuestion): string[] =>
  answers.filter(({ isRight }) => isRight).map(({ id }) => id)

/**
 * One right answer, or all of several. A share of several is right chosen less wrong chosen, over all right ones,
 * and never below nothing.
 */
export const choice: Rule<ChoiceQuestion> = {
  arranged: (question, { answers, random }) =>
    answers ? { ...question, answers: shuffled(question.answers, random) } : question,
  corrected: (stood, present) => {
    const now = new Map(present.answers.map((answer) => [answer.id, answer]))
    const answers = stood.answers.map((answer) => ({
      ...answer,
      feedback: now.get(answer.id)?.feedback ?? answer.feedback,
      isRight: Boolean(now.get(answer.id)?.isRight),
    }))

    return answers.some(({ isRight }) => isRight) ? { ...stood, answers } : null
  },
  feedback: ({ answers }, chosen) =>
    answers.flatMap(({ id, feedback }) => (chosen.includes(id) && feedback) || []),
  key: ({ answers }) =>
    answers.map(({ feedback, isRight }) => [Boolean(isRight), feedback ?? null]),
  open: ({ answers }) => ({
    answers: answers.map(({ id, picture, text }) => ({ id, picture: picture ?? null, text })),
  }),
  read: ({ answers }, given) => {
    const known = new Set(answers.map(({ id }) => id))

    return given.every((id) => known.has(id)) ? [...new Set(given)] : null
  },
  right: rightIn,
  share: (question, given) => {
    const right = rightIn(question)
    const picked = new Set(given)
    const hits = right.filter((id) => picked.has(id)).length
    const share = right.length > 0 ? Math.max(0, hits - (picked.size - hits)) / right.length : 0

    return question.blockType === 'singleChoice' && share < 1 ? 0 : share
  },
}

/** One of two answers, `true` and `false`. */
export const trueFalse: Rule<TrueFalseQuestion> = {
  corrected: (stood, { feedbackFalse, feedbackTrue, isTrue }) => ({
    ...stood,
    feedbackFalse,
    feedbackTrue,
    isTrue,
  }),
  feedback: ({ feedbackFalse, feedbackTrue }, [given]) => {
    const said = given === 'true' ? feedbackTrue : given === 'false' ? feedbackFalse : null

    return said ? [said] : []
  },
  key: ({ feedbackFalse, feedbackTrue, isTrue }) => [
    Boolean(isTrue),
    feedbackFalse ?? null,
    feedbackTrue ?? null,
  ],
  open: () => ({}),
  read: (_, given) =>
    given.length <= 1 && given.every((one) => one === 'true' || one === 'false') ? given : null,
  right: ({ isTrue }) => [String(Boolean(isTrue))],
  share: ({ isTrue }, [given]) => Number(given === String(Boolean(isTrue))),
}
