import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
} from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row, rows } from '@/database/transaction'
import { tagLine } from '@/domain/catalog/bank'
import { idOf } from '@/domain/ids'

import { refusal } from './refusals'

type Body = { id?: null | string; prompt?: null | string }
type BankQuestion = {
  corrects?: boolean | null
  id: string
  key?: null | string
  question?: Body[] | null
  tags?: null | string
  tenant?: string | { id: string }
  title?: null | string
  version?: null | number
}
type Stored = { key: null | string; question: Body[] | null; version: number }

/** Tags as they are kept, by which pools find them. */
export const tidyTags: CollectionBeforeChangeHook<BankQuestion> = ({ data }) =>
  data.tags === undefined ? data : { ...data, tags: tagLine(data.tags) }

/** The same with its fields in one order, and without those that say nothing. */
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.map(plain)
  }
  if (typeof value !== 'object' || value === null) {
    return value
  }

  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== null && part !== undefined)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, part]) => [name, plain(part)]),
  )
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(plain(one)) === JSON.stringify(plain(other))

/** How long a title in lists is. */
const LONGEST_TITLE = 160

/**
 * Numbers the version that a change of the question makes; the row is held, so that of two changes at once each gets
 * its own. A question keeps the id that it had in its quiz, by which earlier attempts know it, unless the bank has it.
 */
export const nextVersion: CollectionBeforeChangeHook<BankQuestion> = async ({
  data,
  originalDoc,
  req,
}) => {
  const stored = originalDoc?.id
    ? await row<Stored>(
        req,
        sql`select key, question, coalesce(version, 0)::int as version from bank_questions where id = ${originalDoc.id} for update`,
      )
    : undefined
  const [body] = data.question ?? stored?.question ?? []
  if (!body) {
    return data
  }
  const id = body.id && (body.id === stored?.key || !(await isTaken(body.id))) ? body.id : newId()
  const question = [{ ...body, id }]
  const isChanged = !stored || !isSame(question, stored.question)

  async function isTaken(key: string): Promise<boolean> {
    return Boolean(await row(req, sql`select 1 from bank_questions where key = ${key}`))
  }

  return {
    ...data,
    key: id,
    question,
    title: (body.prompt ?? '').trim().slice(0, LONGEST_TITLE),
    version: (stored?.version ?? 0) + Number(isChanged),
  }
}

const newId = (): string => crypto.randomUUID().replaceAll('-', '').slice(0, 24)

/** Whoever asks, where their account is of the school: staff of the platform are of none. */
const authorIn = (tenant: string, { user }: PayloadRequest): null | string =>
  user?.tenant && idOf(user.tenant) === tenant ? user.id : null

/** Keeps what a change made as a version of its own. */
export const keepVersion: CollectionAfterChangeHook<BankQuestion> = async ({
  doc,
  previousDoc,
  req,
}) => {
  const [body] = doc.question ?? []
  if (body && doc.version && doc.version !== previousDoc?.version) {
    await rows(
      req,
      sql`insert into bank_versions (id, tenant_id, question_id, number, corrects, body, author_id)
          values (uuidv7(), ${idOf(doc.tenant ?? '')}, ${doc.id}, ${doc.version}, ${Boolean(doc.corrects)},
            ${JSON.stringify(body)}::jsonb, ${authorIn(idOf(doc.tenant ?? ''), req)})`,
    )
  }

  return doc
}

/** 409 asked for a question that quizzes name, published or in a draft; else its versions go with it. */
export const keepAskedQuestion: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const asked = sql`jsonb_build_array(jsonb_build_object('blockType', 'bankQuestion', 'question', ${String(id)}::text))`
  const found = await row<{ count: number; title: null | string }>(
    req,
    sql`select b.title, (select count(*)::int from quizzes q where q.questions @> ${asked}
            or exists (select 1 from _quizzes_v v where v.parent_id = q.id and v.latest and v.version_questions @> ${asked})) as count
        from bank_questions b where b.id::text = ${String(id)} for update`,
  )
  if (found && found.count > 0) {
    throw refusal({ code: 'asked', count: found.count, req, title: found.title ?? '' })
  }
  await rows(req, sql`delete from bank_versions where question_id::text = ${String(id)}`)
}
