import { createHash } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Marks } from '@/domain/learning/grading'
import type { Result } from '@/domain/learning/regrading'
import type { Changed, GivenMark } from '@/domain/learning/remarking'

import { row, rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { gradeAttempt } from '@/domain/learning/grading'
import { changedMarks, remarked } from '@/domain/learning/remarking'
import { announce, announceAll } from '@hooks/events/announce'

import type { Attempt } from './attempts/attempt'

import { ATTEMPT, chosenIn } from './attempts/attempt'
import { completeLesson, takeBackLesson } from './complete'

type Given = {
  by: string
  id: string
  marks: Readonly<Record<string, GivenMark>>
  now?: Date
  /** Why, in words that the learner reads. */
  reason: string
  req: PayloadRequest
  tenant: string
  /** The marks that the grader looked at, as `versionOf` names them. */
  version: string
}

/** Names the marks of an attempt as they stand; they have another name once any of them is changed. */
export const versionOf = (marks: Marks): string =>
  createHash('sha256').update(JSON.stringify(marks)).digest('base64url').slice(0, 22)

/**
 * Changes marks that were given, with a reason: the points of the attempt, its pass and its lesson follow, what was changed is
 * kept as a row of `regrades`, and the learner is told. Of two graders the second is told marksChanged, and changes nothing.
 * A lesson that was completed by the pass is open again where nothing else passed it and its course is not completed.
 * Null where there is no such attempt; throws marksIncomplete while it waits to be graded, and for what `changedMarks` refuses.
 * Runs in the caller's transaction.
 */
export const remarkAttempt = async ({
  now = new Date(),
  ...given
}: Given): Promise<null | Result> => {
  const { id, by, req, version } = given
  const attempt = await row<Attempt>(req, sql`${ATTEMPT} where a.id = ${id} for no key update of a`)
  if (!attempt) {
    return null
  }
  if (attempt.waits) {
    throw new RuleError('marksIncomplete')
  }
  if (versionOf(attempt.marks) !== version) {
    throw new RuleError('marksChanged')
  }
  const { marks, questions, result: before } = attempt
  const changed = changedMarks({ given: given.marks, marks, questions })
  if (changed.length === 0) {
    return before
  }
  const all = {
    ...marks,
    ...Object.fromEntries(
      changed.map(({ question, to }) => [question, { ...to, at: now.toISOString(), by }]),
    ),
  }
  const after = remarked(
    before,
    gradeAttempt({ ...attempt, chosen: chosenIn(attempt.answers), marks: all }),
  )
  await rows(
    req,
    sql`update quiz_attempts set marks = ${JSON.stringify(all)}::jsonb, marked_at = ${now.toISOString()}, score = ${after.score},
          percent = ${after.percent}, passed = ${after.passed}, updated_at = now() where id = ${id}`,
  )
  await writeDown({ ...given, after, attempt, before, changed })
  await follow({ ...given, after, attempt, before })

  return after
}

type Done = Given & { after: Result; attempt: Attempt; before: Result }

/** One row of `regrades`, under the fact that tells of it. */
const writeDown = async ({
  id,
  after,
  attempt,
  before,
  by,
  changed,
  reason,
  req,
  tenant,
}: Done & { changed: Changed[] }): Promise<void> => {
  const [event] = await announceAll({
    data: [{ attempt: id }],
    fact: 'attempt.remarked',
    req,
    tenant,
  })
  await rows(
    req,
    sql`insert into regrades (id, tenant_id, attempt_id, quiz_id, learner_id, event_id, actor_id, reason, marks,
          before_score, before_max_score, before_percent, before_passed, after_score, after_max_score, after_percent, after_passed)
        values (uuidv7(), ${tenant}::uuid, ${id}::uuid, ${attempt.quiz}::uuid, ${attempt.learner}::uuid, ${event}::uuid,
          (select u.id from users u where u.id = ${by}::uuid and u.tenant_id = ${tenant}::uuid), ${reason}, ${JSON.stringify(changed)}::jsonb,
          ${before.score}, ${before.maxScore}, ${before.percent}, ${before.passed},
          ${after.score}, ${after.maxScore}, ${after.percent}, ${after.passed})`,
  )
}

/** What stands by the result of the attempt. */
const follow = async ({ id, after, attempt, before, req, tenant }: Done): Promise<void> => {
  await announce({ data: { attempt: id }, fact: 'attempt.graded', req, tenant })
  if (attempt.inFilm) {
    return
  }
  if (after.passed) {
    await completeLesson({ req, seat: attempt, tenant })
  } else if (before.passed) {
    await takeBackLesson({ req, seat: attempt, tenant })
  }
}
