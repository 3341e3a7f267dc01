import type { PayloadRequest } from 'payload'

import { createHash } from 'node:crypto'

import type { Question } from '@/domain/learning/grading'

import { isBankItem, isPool } from '@/domain/catalog/bank'
import { idOf } from '@/domain/ids'

import type { QuizItem } from '../attempts/bank'

import { readBank, wishesOf } from '../attempts/bank'

/** Where a question stands in a learner's own order of a pool. */
const rankOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * What each pool among the items of a film asks a learner, by the pool's id, which is also the question's: one question, and the same
 * whenever it is looked at, as long as the bank has it. No two pools ask the same, nor what another item asks by name, unless there is no
 * other. A pool that finds nothing has none.
 */
export const drawnFor = async ({
  items,
  learner,
  req,
}: {
  items: readonly QuizItem[]
  learner: null | string
  req: PayloadRequest
}): Promise<Map<string, Question>> => {
  const pools = items.filter(isPool)
  const wishes = await wishesOf({ items: pools, req })
  const taken = new Set(
    items.filter(isBankItem).flatMap(({ question }) => (question ? [idOf(question)] : [])),
  )
  const draws = wishes.flatMap(({ id: pool, from }) => {
    const order = from
      .map(({ question }) => ({ question, rank: rankOf(`${learner}:${pool}:${question}`) }))
      .toSorted((one, other) => (one.rank < other.rank ? -1 : 1))
      .map(({ question }) => question)
    const question = order.find((one) => !taken.has(one)) ?? order[0]
    if (question !== undefined) {
      taken.add(question)
    }

    return question === undefined ? [] : [{ pool, question }]
  })
  const read = await readBank(
    draws.map((draw) => ({ ...draw, points: null, version: null })),
    req,
  )

  return new Map(
    draws.flatMap(({ pool, question }): [string, Question][] => {
      const body = read.get(question)
      const points = pools.find(({ id }) => id === pool)?.points ?? body?.points ?? 1

      return body?.bank
        ? [[pool, { ...body, id: pool, bank: { ...body.bank, key: body.id, pool }, points }]]
        : []
    }),
  )
}
