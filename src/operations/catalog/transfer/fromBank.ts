import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Fields } from '@/domain/catalog/transfer/carried'

import { rows } from '@/database/transaction'
import type { Pool } from '@/domain/catalog/bank'

import { isBankItem, isPool } from '@/domain/catalog/bank'
import { COURSE_REF } from '@/domain/catalog/transfer/packed'
import { idOf } from '@/domain/ids'

import { DRAWN_FROM, filterOf } from '../bank'

type Quiz = Fields & { id: string }
type Item = { blockType: string; id: string }
type Version = { body: object & { points: number }; question: string; version: number }

const itemsOf = ({ questions }: Quiz): Item[] =>
  Array.isArray(questions) ? (questions as Item[]) : []

/**
 * Quizzes with the questions of the bank that they name as questions of their own, in the version they ask: another
 * school has no such bank. A pool draws from the questions that come along with the course (`drawnFrom`). One statement.
 */
export const withBankQuestions = async <One extends Quiz>(
  quizzes: readonly One[],
  req: PayloadRequest,
): Promise<One[]> => {
  const named = quizzes.flatMap((quiz) =>
    itemsOf(quiz)
      .filter(isBankItem)
      .map(({ question }) => idOf(question)),
  )
  const versions = await rows<Version & { isNewest: boolean }>(
    req,
    sql`select v.question_id as question, v.number::int as version, v.body, v.number = b.version as "isNewest"
        from bank_versions v join bank_questions b on b.id = v.question_id
        where v.question_id::text = any(${sql.param(named)}::text[])`,
  )
  const own = (item: Item): Item[] => {
    if (isPool(item)) {
      return [{ ...item, course: { $ref: COURSE_REF } } as Item]
    }
    if (!isBankItem(item)) {
      return [item]
    }
    const found = versions.find(
      ({ isNewest, question, version }) =>
        question === idOf(item.question) && (item.version ? version === item.version : isNewest),
    )

    return found
      ? [
          {
            ...found.body,
            id: item.id,
            points: item.points ?? found.body.points,
          } as unknown as Item,
        ]
      : []
  }

  return quizzes.map((quiz) => ({ ...quiz, questions: itemsOf(quiz).flatMap(own) }))
}

/** Ids of the questions from which the pools of quizzes may draw, in the order in which they were made. */
export const drawnFrom = async (
  quizzes: readonly Quiz[],
  req: PayloadRequest,
): Promise<string[]> => {
  const pools = quizzes.flatMap((quiz) => itemsOf(quiz).filter<Pool & Item>(isPool))
  const found = await rows<{ id: string }>(
    req,
    sql`select distinct b.id
        from jsonb_to_recordset(${JSON.stringify(pools.map(filterOf))}::jsonb) as p(course uuid, tags text[], whole boolean)
        join bank_questions b on ${DRAWN_FROM} order by b.id`,
  )

  return found.map(({ id }) => id)
}
