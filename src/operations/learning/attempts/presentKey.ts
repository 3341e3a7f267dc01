import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Question } from '@/domain/learning/grading'
import type { BankVersion } from '@/domain/learning/questions/versions'

import { rows } from '@/database/transaction'
import { isBankItem, isPool } from '@/domain/catalog/bank'
import { idOf } from '@/domain/ids'
import { keyVersion } from '@/domain/learning/questions/versions'

import type { QuizItem } from './bank'

import { isOwn } from './bank'

type Versions = { key: string; question: string; versions: BankVersion[] }

/** By whose key a question is graded: the id of the bank's, and which version; points null for its own. */
type Key = { points: null | number; question: string; version: number }

/** How a quiz has a question of the bank now: which version it is pinned to, and the points; null where it does not ask it any more. */
const askedAs = (
  { bank }: Question,
  question: string,
  items: readonly QuizItem[],
): null | { pinned: null | number; points: null | number } => {
  const item = items
    .filter(isBankItem)
    .find((one) => one.question && idOf(one.question) === question)
  if (item) {
    return { pinned: item.version ?? null, points: item.points ?? null }
  }
  const pool = items.filter(isPool).find(({ id }) => id === bank?.pool)

  return pool ? { pinned: null, points: pool.points ?? null } : null
}

const keyOf = (
  stood: Question,
  items: readonly QuizItem[],
  bank: readonly Versions[],
): Key | null => {
  const known = bank.find(({ key, question }) =>
    stood.bank ? question === stood.bank.question : key === stood.id,
  )
  const as = known && askedAs(stood, known.question, items)

  return (
    (as && {
      points: as.points,
      question: known.question,
      // What a quiz asked before it went into the bank is what the bank had of it first.
      version: keyVersion({
        asked: stood.bank?.version ?? 1,
        pinned: as.pinned,
        versions: known.versions,
      }),
    }) ??
    null
  )
}

/**
 * What tells, for the questions of attempts at a quiz, how they stand with their key by now: those of the quiz as
 * `items` have them, those of the bank in the version that corrects the one they were asked in. Two statements where
 * the bank has any of them.
 */
export const presentKeys = async ({
  attempts,
  items,
  req,
}: {
  attempts: readonly { questions: readonly Question[] }[]
  items: readonly QuizItem[]
  req: PayloadRequest
}): Promise<(questions: readonly Question[]) => Question[]> => {
  const own = items.filter(isOwn)
  const isElsewhere = ({ id }: Question) => own.every((one) => one.id !== id)
  const asked = attempts.flatMap(({ questions }) => questions.filter(isElsewhere))
  const bank = items.every(isOwn) || asked.length === 0 ? [] : await versionsOf(asked, req)
  const keys = asked.flatMap((stood) => keyOf(stood, items, bank) ?? [])
  const bodies = keys.length > 0 ? await bodiesOf(keys, req) : new Map<string, Question>()

  return (questions) => [
    ...own,
    ...questions.filter(isElsewhere).flatMap((stood): Question[] => {
      const key = keyOf(stood, items, bank)
      const body = key && bodies.get(`${key.question}:${key.version}`)

      return body ? [{ ...body, id: stood.id, points: key.points ?? body.points }] : []
    }),
  ]
}

const versionsOf = (asked: readonly Question[], req: PayloadRequest): Promise<Versions[]> => {
  const ids = [...new Set(asked.flatMap(({ bank }) => bank?.question ?? []))]
  const keys = [...new Set(asked.flatMap(({ id, bank }) => (bank ? [] : [id])))]

  return rows<Versions>(
    req,
    sql`select b.id as question, b.key, (select json_agg(json_build_object('number', v.number, 'corrects', coalesce(v.corrects, false)))
          from bank_versions v where v.question_id = b.id) as versions
        from bank_questions b where b.id = any(${sql.param(ids)}::uuid[]) or b.key = any(${sql.param(keys)}::text[])`,
  )
}

const bodiesOf = async (
  keys: readonly Key[],
  req: PayloadRequest,
): Promise<Map<string, Question>> => {
  const found = await rows<{ body: Question; name: string }>(
    req,
    sql`select v.question_id || ':' || v.number as name, v.body from bank_versions v
        where (v.question_id, v.number) in (
          select k.question, k.version from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k(question uuid, version numeric))`,
  )

  return new Map(found.map(({ name, body }) => [name, body]))
}
