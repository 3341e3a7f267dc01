import type { CollectionBeforeDeleteHook, PayloadRequest } from 'payload'
import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'

import { refusal } from './refusals'

const refuseIf = async (req: PayloadRequest, studied: SQL): Promise<void> => {
  const found = await row<{ title: null | string }>(req, studied)
  if (found) {
    throw refusal({ code: 'inUse', req, title: found.title ?? '' })
  }
}

/** 409 inUse for a lesson that a learner has begun: what they did in it refers to it. */
export const keepStudiedLesson: CollectionBeforeDeleteHook = ({ id, req }) =>
  refuseIf(
    req,
    sql`select l.title from lessons l where l.id::text = ${String(id)}
          and (exists (select 1 from progress p where p.lesson_id = l.id)
            or exists (select 1 from quiz_attempts a where a.lesson_id = l.id))`,
  )

/** 409 inUse for a quiz that somebody took. */
export const keepTakenQuiz: CollectionBeforeDeleteHook = ({ id, req }) =>
  refuseIf(
    req,
    sql`select q.title from quizzes q where q.id::text = ${String(id)}
          and exists (select 1 from quiz_attempts a where a.quiz_id = q.id)`,
  )
