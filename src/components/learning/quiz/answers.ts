import type { Answer, Chosen, OpenQuestion } from '@/domain/learning/questions/types'

/** The answer after one of a list was pressed: it takes the place of the other, or is added or taken away. */
export const pressed = (
  kind: OpenQuestion['kind'],
  given: Answer,
  answer: string,
): readonly string[] => {
  if (kind !== 'multipleChoice') {
    return [answer]
  }

  return given.includes(answer) ? given.filter((one) => one !== answer) : [...given, answer]
}

/** The answer with `text` in its place among `count`. */
export const filledIn = (given: Answer, place: number, text: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => (at === place ? text : (given[at] ?? '')))

/** Ids of the questions that have no whole answer yet, in their order. */
export const unanswered = (
  questions: readonly Pick<OpenQuestion, 'gaps' | 'id' | 'sides'>[],
  chosen: Chosen,
): string[] =>
  questions.flatMap(({ id, gaps, sides }) => {
    const given = (chosen[id] ?? []).filter((one) => one.trim()).length

    return given < (gaps ?? sides?.length ?? 1) ? [id] : []
  })

/** Words that an answer is told in, of the reader's language. */
export type AnswerWords = { decimalSign: ',' | '.'; no: string; yes: string }

/** An answer as its reader says it, a line for each part; no lines where nothing is answered. */
export const answerLines = (
  { answers, gaps, kind, sides = [], unit }: OpenQuestion,
  given: Answer,
  { decimalSign, no, yes }: AnswerWords,
): string[] => {
  const textOf = (id: string | undefined) => answers.find((one) => one.id === id)?.text ?? ''
  switch (kind) {
    case 'cloze':
      return given.some((one) => one.trim())
        ? Array.from({ length: gaps ?? 0 }, (_, at) => `[${at + 1}] ${given[at] || '…'}`)
        : []
    case 'essay':
    case 'shortText':
      return given[0]?.trim() ? [given[0]] : []
    case 'matching':
      return given.some(Boolean)
        ? sides.map(({ text }, at) => `${text} — ${textOf(given[at]) || '…'}`)
        : []
    case 'multipleChoice':
    case 'singleChoice':
      return answers.filter(({ id }) => given.includes(id)).map(({ text }) => text)
    case 'number':
      return given[0]?.trim()
        ? [[given[0].replace('.', decimalSign), unit].filter(Boolean).join(' ')]
        : []
    case 'ordering':
      return given.map((id, at) => `${at + 1}. ${textOf(id)}`)
    case 'trueFalse':
      return given[0] ? [given[0] === 'true' ? yes : no] : []
  }
}

/** Time left as `1:02:03` or `2:03`, from ms; never below nothing. */
export const timeLeft = (ms: number): string => {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const [first = 0, ...rest] = parts[0] ? parts : parts.slice(1)

  return [first, ...rest.map((part) => String(part).padStart(2, '0'))].join(':')
}
