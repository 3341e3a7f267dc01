import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { BankItem, Pool } from '@/domain/catalog/bank'
import type { Question } from '@/domain/learning/grading'
import type { PoolWish } from '@/domain/learning/questions/draw'

import { rows } from '@/database/transaction'
import { isBankItem, isPool } from '@/domain/catalog/bank'
import { idOf } from '@/domain/ids'
import { drawn } from '@/domain/learning/questions/draw'
import { DRAWN_FROM, filterOf } from '@/operations/catalog/bank'

/** What a quiz has in its list: a question of its own, one of the bank, or a pool to draw from. */
export type QuizItem = BankItem | Pool | Question

/** Whether an item is a question of the quiz's own. */
export const isOwn = (item: QuizItem): item is Question => !isBankItem(item) && !isPool(item)

type Asking = {
  items: readonly QuizItem[]
  /** Whose earlier attempts a draw looks at; without one, nobody's. */
  learner?: string
  random: () => number
  req: PayloadRequest
}

/** A question to be read: of the bank, in a version or the newest; worth `points`, or its own. */
type Wanted = {
  points: null | number
  pool: null | string
  question: string
  version: null | number
}

/**
 * The questions that an attempt at these items asks, in their order: a pool's are drawn now. What is read from the
 * bank is held until the transaction ends, so that a key corrected at this moment is either copied or regrades the
 * copy. A question that is gone, and a pool that nothing matches, are left out. No statement where no item is of the
 * bank, and two at most else.
 */
export const questionsAsked = async ({
  items,
  learner,
  random,
  req,
}: Asking): Promise<Question[]> => {
  if (items.every(isOwn)) {
    return [...items]
  }
  const draw = drawn(await wishesOf({ items, learner, req }), random)
  const wanted = (item: QuizItem): Wanted[] => {
    if (isPool(item)) {
      const points = item.points ?? null

      return (draw.get(item.id) ?? []).map((question) => ({
        points,
        pool: item.id,
        question,
        version: null,
      }))
    }

    return isBankItem(item) && item.question ? [wantedBy(item)] : []
  }
  const read = await readBank(items.flatMap(wanted), req)

  return items.flatMap((item) =>
    isOwn(item) ? [item] : wanted(item).flatMap(({ question }) => read.get(question) ?? []),
  )
}

const wantedBy = ({ points, question, version }: BankItem): Wanted => ({
  points: points ?? null,
  pool: null,
  question: idOf(question),
  version: version ?? null,
})

/** What each pool may draw: neither what the quiz asks by name, nor a copy of one of its own questions. */
export const wishesOf = async ({
  items,
  learner,
  req,
}: Omit<Asking, 'random'>): Promise<PoolWish[]> => {
  const pools = items.filter(isPool)
  if (pools.length === 0) {
    return []
  }
  const named = items
    .filter(isBankItem)
    .flatMap(({ question }) => (question ? [idOf(question)] : []))
  const own = items.filter(isOwn).map(({ id }) => id)
  const filters = pools.map((pool) => ({ ...filterOf(pool), pool: pool.id }))
  const found = await rows<{ pool: string; question: string; seen: number }>(
    req,
    sql`with seen as (
          select coalesce(asked -> 'bank' ->> 'key', asked ->> 'id') as key, count(*)::int as times
          from quiz_attempts a cross join jsonb_array_elements(a.questions) asked
          where a.learner_id = ${learner ?? null}::uuid group by 1)
        select p.pool, b.id as question, coalesce(s.times, 0) as seen
        from jsonb_to_recordset(${JSON.stringify(filters)}::jsonb) as p(pool text, course uuid, tags text[], whole boolean)
        join bank_questions b on ${DRAWN_FROM}
        left join seen s on s.key = b.key
        where b.id::text <> all(${sql.param(named)}::text[]) and b.key <> all(${sql.param(own)}::text[])
        order by b.id`,
  )

  return pools.map(({ id, count }) => ({
    id,
    count,
    from: found.filter(({ pool }) => pool === id),
  }))
}

/** Questions of the bank as an attempt keeps them, by their ids in the bank. */
export const readBank = async (
  wanted: readonly Wanted[],
  req: PayloadRequest,
): Promise<Map<string, Question>> => {
  if (wanted.length === 0) {
    return new Map()
  }
  const read = await rows<{ body: Question; number: number; question: string }>(
    req,
    sql`select b.id as question, v.number::int as number, v.body
        from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w(question uuid, version numeric)
        join bank_questions b on b.id = w.question
        join bank_versions v on v.question_id = b.id and v.number = coalesce(w.version, b.version)
        for share of b`,
  )

  return new Map(
    read.flatMap(({ body, number, question }): [string, Question][] => {
      const asked = wanted.find((one) => one.question === question)

      return asked
        ? [
            [
              question,
              {
                ...body,
                bank: { question, version: number, ...(asked.pool && { pool: asked.pool }) },
                points: asked.points ?? body.points,
              },
            ],
          ]
        : []
    }),
  )
}
