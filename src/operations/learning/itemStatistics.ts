import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Figures } from '@/domain/learning/itemStatistics'

import { row, rows } from '@/database/transaction'
import { figuresOf } from '@/domain/learning/itemStatistics'

import type { CountedItem, CountedResults } from './countQuizzes'

/** A question with what its responses say of it; `quiz` where it is listed with others of the same question. */
export type ItemStatistics = Figures &
  Omit<CountedItem, 'options' | 'tally'> & {
    answers: {
      chosen: number
      discrimination: null | number
      id: string
      isRight: boolean
      share: number
      text: string
    }[]
    quiz: { id: string; title: string }
  }

export type Statistics = {
  attempts: number
  /** ISO 8601; null where nothing was counted yet. */
  countedAt: null | string
  items: ItemStatistics[]
  /** Shares of attempts, 0 to 1, by tenths of the points. */
  results: { mean: null | number; passed: null | number; tenths: number[] }
}

type Kept = {
  attempts: number
  countedAt: string
  id: string
  items: CountedItem[]
  results: CountedResults
  title: string
}

const NOTHING: Statistics = {
  attempts: 0,
  countedAt: null,
  items: [],
  results: { mean: null, passed: null, tenths: Array<number>(10).fill(0) },
}

const ofItem = (
  { options, tally, ...item }: CountedItem,
  quiz: ItemStatistics['quiz'],
): ItemStatistics => {
  const right = options.filter(({ isRight }) => isRight).map(({ id }) => id)
  const figures = figuresOf(tally, right)

  return {
    ...item,
    ...figures,
    answers: options.map((option) => ({
      ...option,
      ...(figures.options[option.id] ?? { chosen: 0, discrimination: null, share: 0 }),
    })),
    quiz,
  }
}

const KEPT = sql`select q.id, q.title, s.attempts::int as attempts, to_json(s.counted_at) #>> '{}' as "countedAt", s.items, s.results
  from quiz_statistics s join quizzes q on q.id = s.quiz_id`

/** How the questions of a quiz did, by what was counted last. */
export const quizStatistics = async ({
  quiz,
  req,
}: {
  quiz: string
  req: PayloadRequest
}): Promise<Statistics> => {
  const kept = await row<Kept>(req, sql`${KEPT} where q.id::text = ${quiz}`)
  if (!kept) {
    return NOTHING
  }
  const { id, attempts, countedAt, items, results, title } = kept
  const mean = (sum: number) => (attempts > 0 ? sum / attempts : null)

  return {
    attempts,
    countedAt,
    items: items.map((item) => ofItem(item, { id, title })),
    results: {
      mean: mean(results.percent / 100),
      passed: mean(results.passed),
      tenths: results.tenths.map((count) => mean(count) ?? 0),
    },
  }
}

/** How a question of the bank did, in each of its versions and in each quiz that asked it, the newest version first. */
export const bankStatistics = async ({
  question,
  req,
}: {
  question: string
  req: PayloadRequest
}): Promise<ItemStatistics[]> => {
  const found = await rows<Kept>(
    req,
    sql`${KEPT} where s.items @> jsonb_build_array(jsonb_build_object('bank', ${question}::text)) order by q.title, q.id`,
  )

  return found
    .flatMap(({ id, items, title }) =>
      items.filter(({ bank }) => bank === question).map((item) => ofItem(item, { id, title })),
    )
    .toSorted((one, other) => other.version - one.version)
}
