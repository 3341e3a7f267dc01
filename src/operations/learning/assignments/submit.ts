import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { HandedIn } from '@/domain/learning/assignments/work'

import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { lateDays } from '@/domain/learning/assignments/due'
import { announce } from '@hooks/events/announce'

import { completeLesson } from '../complete'
import { percentNow } from '../rollUp'
import type { Draft } from './draft'

import { assignedTo } from './assigned'
import { draftFor } from './draft'

type Given = {
  learner: string
  lesson: string
  now?: Date
  number: number
  req: PayloadRequest
  tenant: string
  text: string
}

type Handed = { id: string; lateDays: number; text: string }

/** What was handed in under a number already. */
const handedIn = ({ learner, lesson, number, req }: Given): Promise<Handed | undefined> =>
  row<Handed>(
    req,
    sql`select id, late_days::int as "lateDays", coalesce(text, '') as text from submissions
        where learner_id = ${learner} and lesson_id = ${lesson} and number = ${number} and state <> 'draft'`,
  )

/** Lets one request at a time hand in a learner's work, until its transaction ends. */
const takeTurns = ({ learner, lesson, req }: Given) =>
  row(req, sql`select pg_advisory_xact_lock(hashtextextended(${`work:${learner}:${lesson}`}, 0))`)

/**
 * Hands in the text and the files of a draft, once: pressed twice, or sent again after a broken connection, the same
 * text under the same number answers what stands. When it was handed in, and how late, is by the server's clock. One that
 * waits for a grader is replaced by it. Completes a lesson whose rule that is. Null where there is no such assignment; throws
 * submissionEmpty, submissionClosed for another text, and assignmentClosed. Runs in the caller's transaction.
 */
export const submitWork = async (given: Given): Promise<HandedIn | null> => {
  const { learner, lesson, now = new Date(), req, tenant, text } = given
  await takeTurns(given)
  const stands = await handedIn(given)
  const opened = stands ? null : await draftFor({ ...given, now })
  const found = opened ?? (await assignedTo({ learner, lesson, now, req }))
  const done = opened ? await takeIn({ ...given, ...opened, now }) : stands
  if (!found || !done) {
    return null
  }
  if (done.text !== text) {
    throw new RuleError('submissionClosed')
  }
  const { seat } = found
  const completes = seat.completion.rule === 'submitted'
  if (completes) {
    await completeLesson({ req, seat, tenant })
  }

  return {
    id: done.id,
    completed: completes || Boolean(seat.kept?.completedAt),
    lateDays: done.lateDays,
    percent: completes ? await percentNow({ course: seat.course, learner, req }) : seat.percent,
  }
}

/** Turns the draft into a submission, and takes back what waits of the same work. */
const takeIn = async ({
  assignment,
  draft,
  due,
  now,
  req,
  tenant,
  text,
  zone,
  ...given
}: Draft & Given & { now: Date }): Promise<Handed> => {
  if (!assignment.takesText && text !== '') {
    throw new RuleError('fileNotAccepted')
  }
  const days = lateDays(due, now, zone)
  const written = await row(
    req,
    sql`update submissions set state = 'submitted', text = ${text}, submitted_at = ${now.toISOString()}, updated_at = now(),
          due_at = ${due?.toISOString() ?? null}, late_days = ${days}
        where id = ${draft.id} and state = 'draft' and (${text.trim() !== ''} or jsonb_array_length(files) > 0) returning id`,
  )
  if (!written) {
    throw new RuleError('submissionEmpty')
  }
  await row(
    req,
    sql`update submissions set state = 'replaced', updated_at = now()
        where learner_id = ${given.learner} and lesson_id = ${given.lesson} and number < ${given.number} and state = 'submitted'`,
  )
  await announce({ data: { submission: draft.id }, fact: 'submission.handedIn', req, tenant })

  return { id: draft.id, lateDays: days, text }
}
