import type {
  Answer,
  ClozeQuestion,
  EssayQuestion,
  NumberQuestion,
  Rule,
  TextQuestion,
} from './types'

import { numberIn } from './numbers'
import { acceptedIn, isAccepted, MOST_TYPED, textKey } from './words'

const typedOnce = (_: unknown, given: Answer): Answer | null =>
  given.length <= 1 && (given[0] ?? '').length <= MOST_TYPED ? given : null

/** One of the accepted answers, typed. */
export const shortText: Rule<TextQuestion> = {
  corrected: (stood, { accepted, exactAccents, exactCase, exactSpaces }) => ({
    ...stood,
    accepted,
    exactAccents,
    exactCase,
    exactSpaces,
  }),
  key: (question) => textKey(question.accepted, question),
  open: () => ({}),
  read: typedOnce,
  right: ({ accepted }) => acceptedIn(accepted).slice(0, 1),
  share: (question, [typed = '']) => Number(isAccepted(typed, question.accepted, question)),
}

/** What arithmetic on binary fractions may lose, as a share of the value. */
const ROUNDING = 1e-9

/** How far from the value a number may be. */
const slackOf = ({ tolerance, toleranceIn, value }: NumberQuestion): number => {
  const given = Math.max(0, tolerance ?? 0)
  const slack = toleranceIn === 'percent' ? (Math.abs(value) * given) / 100 : given

  return slack + ROUNDING * Math.max(Math.abs(value), slack)
}

/** A number within the tolerance of the value. */
export const number: Rule<NumberQuestion> = {
  corrected: (stood, { tolerance, toleranceIn, value }) => ({
    ...stood,
    tolerance,
    toleranceIn,
    value,
  }),
  key: ({ tolerance, toleranceIn, value }) => [value, tolerance ?? 0, toleranceIn ?? 'value'],
  open: ({ unit }) => ({ unit: unit ?? null }),
  read: typedOnce,
  right: ({ value }) => [String(value)],
  share: (question, [typed = '']) =>
    Number(Math.abs(numberIn(typed, question.unit) - question.value) <= slackOf(question)),
}

/** A text with gaps, each filled with one of its accepted answers. A share is the gaps filled rightly over all. */
export const cloze: Rule<ClozeQuestion> = {
  corrected: (stood, present) => {
    const now = new Map(present.gaps.map((gap) => [gap.id, gap]))
    const { exactAccents, exactCase, exactSpaces } = present

    return {
      ...stood,
      exactAccents,
      exactCase,
      exactSpaces,
      gaps: stood.gaps.map((gap) => ({
        ...gap,
        accepted: now.get(gap.id)?.accepted ?? gap.accepted,
      })),
    }
  },
  key: (question) => question.gaps.map(({ accepted }) => textKey(accepted, question)),
  open: ({ gaps, text }) => ({ gaps: gaps.length, text }),
  read: ({ gaps }, given) =>
    given.length <= gaps.length && given.every(({ length }) => length <= MOST_TYPED) ? given : null,
  right: ({ gaps }) => gaps.map(({ accepted }) => acceptedIn(accepted)[0] ?? ''),
  share: (question, given) => {
    const { gaps } = question
    const filled = gaps.filter(({ accepted }, at) =>
      isAccepted(given[at] ?? '', accepted, question),
    )

    return gaps.length > 0 ? filled.length / gaps.length : 0
  },
}

/** What is written into an essay at most. */
export const MOST_ESSAY = 20_000

/** Written freely: somebody reads it, unless nothing was written. */
export const essay: Rule<EssayQuestion> = {
  corrected: (stood, { guide }) => ({ ...stood, guide }),
  key: ({ guide }) => guide ?? null,
  open: ({ mostWords }) => ({ mostWords: mostWords ?? null }),
  read: (_, given) => (given.length <= 1 && (given[0] ?? '').length <= MOST_ESSAY ? given : null),
  right: () => [],
  share: (_, [text = '']) => (text.trim() ? null : 0),
}
