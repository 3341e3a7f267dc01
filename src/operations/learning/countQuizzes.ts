import type { Payload, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import type { Marks, Question } from '@/domain/learning/grading'
import type { Tally } from '@/domain/learning/itemStatistics'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { row, rows } from '@/database/transaction'
import { EMPTY, responsesOf, tallied } from '@/domain/learning/itemStatistics'
import { ruleOf } from '@/domain/learning/questions/rules'

import type { Answered } from './attempts/attempt'

import { chosenIn } from './attempts/attempt'

/** A question in one of its versions, as it was asked last, with the sums over its responses. */
export type CountedItem = {
  /** Id of the question of the bank; null for one of the quiz's own. */
  bank: null | string
  kind: Question['blockType']
  options: { id: string; isRight: boolean; text: string }[]
  prompt: string
  question: string
  tally: Tally
  /** 0 for a question of the quiz's own, which has no versions. */
  version: number
}

/** Of all attempts: how many passed, and how many had each tenth of the points, from below 10 to 90 and more per cent. */
export type CountedResults = { passed: number; percent: number; tenths: number[] }

type Counted = {
  answers: Answered
  id: string
  marks: Marks
  passed: boolean
  percent: number
  questions: Question[]
}

/** How many attempts are read at once. */
const BATCH = 200

const BEGINNING = '00000000-0000-0000-0000-000000000000'

/** What is committed while a count runs may be dated this long before; it is counted the next time, in seconds. */
const OVERLAP = 60

type Given = { quiz: string; req: PayloadRequest; tenant: string }

/**
 * Counts the questions of a quiz anew from every attempt that was handed in and wholly graded, in steps of two hundred,
 * and keeps the outcome. Runs any number of times; of two at once either's outcome is right.
 */
const countQuiz = async ({ quiz, req, tenant }: Given): Promise<void> => {
  const items = new Map<string, CountedItem>()
  const results: CountedResults = { passed: 0, percent: 0, tenths: Array<number>(10).fill(0) }
  const began = await row<{ at: string }>(
    req,
    sql`select to_json(now() - make_interval(secs => ${OVERLAP})) #>> '{}' as at`,
  )
  let attempts = 0
  for (let after: null | string = BEGINNING; after;) {
    const batch: Counted[] = await nextAttempts({ after, quiz, req })
    attempts += batch.length
    batch.forEach((attempt) => {
      addResult(results, attempt)
      addItems(items, attempt)
    })
    after = batch.length < BATCH ? null : (batch.at(-1)?.id ?? null)
  }
  await rows(
    req,
    sql`insert into quiz_statistics (id, tenant_id, quiz_id, attempts, counted_at, results, items)
        values (uuidv7(), ${tenant}, ${quiz}, ${attempts}, ${began?.at ?? null}::timestamptz,
          ${JSON.stringify(results)}::jsonb, ${JSON.stringify([...items.values()])}::jsonb)
        on conflict (tenant_id, quiz_id) do update set attempts = excluded.attempts, counted_at = excluded.counted_at,
          results = excluded.results, items = excluded.items, updated_at = now()`,
  )
}

const nextAttempts = ({
  after,
  quiz,
  req,
}: Omit<Given, 'tenant'> & { after: string }): Promise<Counted[]> =>
  rows<Counted>(
    req,
    sql`select id, answers, coalesce(marks, '{}') as marks, coalesce(passed, false) as passed,
          coalesce(percent, 0)::float8 as percent, questions
        from quiz_attempts
        where quiz_id = ${quiz} and submitted_at is not null and not coalesce(waits, false) and id > ${after}
        order by id limit ${BATCH}`,
  )

const addResult = (results: CountedResults, { passed, percent }: Counted): void => {
  const tenth = Math.min(9, Math.floor(percent / 10))
  results.passed += Number(passed)
  results.percent += percent
  results.tenths[tenth] = (results.tenths[tenth] ?? 0) + 1
}

/** What may be chosen in a question, as it was asked. */
const optionsOf = (question: Question): CountedItem['options'] => {
  const right = ruleOf(question).right(question)
  if (question.blockType === 'trueFalse') {
    return ['true', 'false'].map((id) => ({ id, isRight: right.includes(id), text: id }))
  }

  return question.blockType === 'singleChoice' || question.blockType === 'multipleChoice'
    ? question.answers.map(({ id, text }) => ({ id, isRight: right.includes(id), text }))
    : []
}

const addItems = (
  items: Map<string, CountedItem>,
  { answers, marks, questions }: Counted,
): void => {
  const responses = responsesOf({ chosen: chosenIn(answers), marks, questions })
  questions.forEach((question, at) => {
    const response = responses[at]
    const version = question.bank?.version ?? 0
    const id = question.bank?.key ?? question.id
    const name = `${id}:${version}`
    if (response) {
      items.set(name, {
        bank: question.bank?.question ?? null,
        kind: question.blockType,
        options: optionsOf(question),
        prompt: question.prompt,
        question: id,
        tally: tallied(items.get(name)?.tally ?? EMPTY, response),
        version,
      })
    }
  })
}

/** Quizzes with attempts that changed lately, and since they were counted. */
const STALE = `select distinct a.quiz_id as quiz, a.tenant_id as tenant from quiz_attempts a
  left join quiz_statistics s on s.quiz_id = a.quiz_id
  where a.updated_at > now() - interval '7 days' and a.submitted_at is not null
    and (s.counted_at is null or a.updated_at > s.counted_at)
  limit 500`

/** Counts what changed since it was counted, in all schools; one that fails holds up no other. */
export const countStale = async ({ payload }: { payload: Payload }): Promise<void> => {
  const { rows: stale } = await systemPool().query<{ quiz: string; tenant: string }>(STALE)
  for (const { quiz, tenant } of stale) {
    await asTenant(tenant, async () =>
      countQuiz({ quiz, req: await createLocalReq({}, payload), tenant }),
    ).catch((error: unknown) => {
      payload.logger.error({ err: error, quiz }, 'A quiz could not be counted.')
    })
  }
}
