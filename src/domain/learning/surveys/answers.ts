import type { Survey, SurveyOption, SurveyQuestion } from '../../catalog/lessons/survey'

import { SURVEY_TEXT } from '../../catalog/lessons/survey'
import { RuleError } from '../../errors'

/** What was answered: a step, the chosen options as they read, or a text. */
type SurveyValue = number | SurveyOption[] | string

/** One answer with the question as it was asked; what was not answered is not among them. */
export type SurveyAnswer = {
  kind: SurveyQuestion['kind']
  prompt: string
  question: string
  value: SurveyValue
}

const refused = (question: string): RuleError => new RuleError('answerUnknown', { question })

const chosen = (question: { id: string; options: SurveyOption[] }, ids: readonly unknown[]) => {
  const found = question.options.filter(({ id }) => ids.includes(id))
  if (found.length !== ids.length) {
    throw refused(question.id)
  }

  return found
}

/** What was given for a question, as it is kept; null where nothing was. Throws answerUnknown for what cannot be its answer. */
const valueOf = (question: SurveyQuestion, given: unknown): null | SurveyValue => {
  if (given === undefined || given === null || given === '') {
    return null
  }
  if (question.kind === 'text') {
    const most = question.isLong ? SURVEY_TEXT.long : SURVEY_TEXT.short
    if (typeof given !== 'string' || given.length > most) {
      throw refused(question.id)
    }

    return given.trim() || null
  }
  if (question.kind === 'nps' || question.kind === 'rating') {
    const fits =
      typeof given === 'number' &&
      Number.isInteger(given) &&
      given >= question.least &&
      given <= question.most
    if (!fits) {
      throw refused(question.id)
    }

    return given
  }
  if (question.kind === 'single') {
    return chosen(question, [given])
  }
  if (!Array.isArray(given)) {
    throw refused(question.id)
  }

  return given.length > 0 ? chosen(question, given) : null
}

/**
 * What is kept of the answers to a survey, by its questions as they stand. Throws answerUnknown for an answer that its
 * question cannot have, or to no question of it, and surveyIncomplete where a required one has none.
 */
export const answersTo = (
  { questions }: Survey,
  given: Readonly<Record<string, unknown>>,
): SurveyAnswer[] => {
  const strange = Object.keys(given).find((id) => questions.every((one) => one.id !== id))
  if (strange !== undefined) {
    throw refused(strange)
  }

  return questions.flatMap((question) => {
    const { id, isRequired, kind, prompt } = question
    const value = valueOf(question, given[id])
    if (value === null && isRequired) {
      throw new RuleError('surveyIncomplete', { question: id })
    }

    return value === null ? [] : [{ kind, prompt, question: id, value }]
  })
}
