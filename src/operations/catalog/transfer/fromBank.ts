import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Fields } from '@/domain/catalog/transfer/carried'

import { rows } from '@/database/transaction'
import { isBankItem, isPool } from '@/domain/catalog/bank'
import { idOf } from '@/domain/ids'

type Quiz = Fields & { id: string }
type Item = { blockType: string; id: string }
type Version = { body: object & { points: number }; question: string; version: number }

const itemsOf = ({ questions }: Quiz): Item[] =>
  Array.isArray(questions) ? (questions as Item[]) : []

/**
 * Quizzes with the questions of the bank that they name as questions of their own, in the version they ask: another
 * school has no such bank. A pool keeps its tags, by which that school's own bank is drawn from. One statement.
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
      return [{ ...item, course: null } as Item]
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
