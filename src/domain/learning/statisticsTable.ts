import type { Flag } from './itemStatistics'

import { CSV_MARK, csvLine } from '../csv'

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

  return `${CSV_MARK}${[HEAD, ...lines].map(csvLine).join('')}`
}
