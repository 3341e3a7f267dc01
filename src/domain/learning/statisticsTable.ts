import type { Flag } from './itemStatistics'

type Answer = {
  chosen: number
  discrimination: null | number
  isRight: boolean
  share: number
  text: string
}

type Item = {
  answered: number
  answers: readonly Answer[]
  asked: number
  difficulty: null | number
  discrimination: null | number
  flags: readonly Flag[]
  kind: string
  prompt: string
  version: number
}

const HEAD = [
  'question',
  'kind',
  'version',
  'answer',
  'right',
  'asked',
  'answered',
  'chosen',
  'share',
  'difficulty',
  'discrimination',
  'flags',
]

/** A cell by RFC 4180; one that a spreadsheet would take for a formula is kept from it by an apostrophe (OWASP, CSV injection). */
const cell = (value: null | number | string): string => {
  if (typeof value === 'number') {
    return String(Math.round(value * 10_000) / 10_000)
  }
  const text = /^[=+\-@\t\r]/.test(value ?? '') ? `'${value}` : (value ?? '')

  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Statistics as a table between commas: a line for each question, and one for each of its answers below it. */
export const statisticsTable = (items: readonly Item[]): string => {
  const lines = items.flatMap(({ answers, prompt, version, ...item }) => [
    [
      prompt,
      item.kind,
      version,
      null,
      null,
      item.asked,
      item.answered,
      null,
      null,
      item.difficulty,
      item.discrimination,
      item.flags.join(' '),
    ],
    ...answers.map((answer) => [
      prompt,
      item.kind,
      version,
      answer.text,
      Number(answer.isRight),
      item.asked,
      null,
      answer.chosen,
      answer.share,
      null,
      answer.discrimination,
      null,
    ]),
  ])

  return `\uFEFF${[HEAD, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
}
