import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { GivenMark, MarkChange } from '@/domain/learning/remarking'
import type { Result } from '@/domain/learning/regrading'

import { row, rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'

import type { Attempt } from './attempts/attempt'
import type { AnswerToRead } from './attemptToGrade'

import { ATTEMPT } from './attempts/attempt'
import { readAnswers } from './attemptToGrade'
import { versionOf } from './remarkAttempt'

/** An answer that was marked, with its mark. */
type MarkedAnswer = AnswerToRead & { given: GivenMark }

/** A graded attempt as somebody reads it who may change its marks. */
export type MarkedAttempt = Result & {
  answers: MarkedAnswer[]
  /** What was changed before, the newest first. */
  changes: MarkChange[]
  id: string
  passMark: number
  version: string
}

/** What became of an attempt's marks, the newest first; moments are ISO 8601. */
export const changesOf = (attempt: string, req: PayloadRequest): Promise<MarkChange[]> =>
  rows<MarkChange>(
    req,
    sql`select r.reason, u.name as by, to_json(r.created_at) #>> '{}' as at,
          json_build_object('score', r.before_score::float8, 'maxScore', r.before_max_score::float8,
            'percent', r.before_percent::float8, 'passed', r.before_passed) as before,
          json_build_object('score', r.after_score::float8, 'maxScore', r.after_max_score::float8,
            'percent', r.after_percent::float8, 'passed', r.after_passed) as after
        from regrades r left join users u on u.id = r.actor_id
        where r.attempt_id = ${attempt}::uuid and r.reason is not null order by r.created_at desc, r.id desc`,
  )

/** A graded attempt with the marks it has; null where there is none. Throws marksIncomplete while it waits to be graded. */
export const markedAttempt = async ({
  id,
  req,
}: {
  id: string
  req: PayloadRequest
}): Promise<MarkedAttempt | null> => {
  const attempt = await row<Attempt>(req, sql`${ATTEMPT} where a.id = ${id}`)
  if (!attempt) {
    return null
  }
  if (attempt.waits) {
    throw new RuleError('marksIncomplete')
  }
  const { marks, passMark, result } = attempt

  return {
    ...result,
    id,
    answers: readAnswers(attempt).flatMap((answer) => {
      const mark = Object.hasOwn(marks, answer.question) ? marks[answer.question] : undefined

      return mark ? [{ ...answer, given: { comment: mark.comment, points: mark.points } }] : []
    }),
    changes: await changesOf(id, req),
    passMark,
    version: versionOf(marks),
  }
}
