import type { Survey } from '../../catalog/lessons/survey'
import type { SurveyAnswer } from './answers'

type Reply = { answers: readonly SurveyAnswer[]; name: null | string; submittedAt: null | string }

type Given = {
  isAnonymous: boolean
  questions: readonly Pick<Survey['questions'][number], 'id' | 'prompt'>[]
  replies: readonly Reply[]
}

/** A cell of a table that spreadsheets open: quoted, and never taken for a formula. */
const cell = (value: string): string =>
  `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`

const said = ({ value }: SurveyAnswer): string =>
  Array.isArray(value) ? value.map(({ text }) => text).join('; ') : String(value)

/** Answers as CSV (RFC 4180) with a mark for UTF-8: a learner in each line, without a name where the survey is anonymous. */
export const surveyTable = ({ isAnonymous, questions, replies }: Given): string => {
  const head = [...(isAnonymous ? [] : ['Name', 'Time']), ...questions.map(({ prompt }) => prompt)]
  const body = replies.map(({ name, answers, submittedAt }) => [
    ...(isAnonymous ? [] : [name ?? '', submittedAt ?? '']),
    ...questions.map(({ id }) => {
      const answer = answers.find(({ question }) => question === id)

      return answer ? said(answer) : ''
    }),
  ])

  return `\uFEFF${[head, ...body].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
}
