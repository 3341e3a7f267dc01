import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'

import type { Assigned } from './assigned'

import { whileActive } from '../activity'
import { assignedTo } from './assigned'

type Given = {
  learner: string
  lesson: string
  now?: Date
  /** Which submission is meant: a late word about one that was handed in changes nothing. */
  number: number
  req: PayloadRequest
  tenant: string
}

/**
 * The draft under a number, made of what was handed in before where there is none, and the lesson begun by it. Throws submissionClosed where that
 * number was handed in or is not the next, assignmentClosed where nothing can be handed in. Runs in the caller's transaction.
 */
const openDraft = async (
  { learner, lesson, number, req, tenant }: Given,
  { closed, next, seat }: Assigned,
): Promise<{ files: string[]; id: string }> => {
  if (number !== next) {
    throw new RuleError('submissionClosed')
  }
  if (closed) {
    throw new RuleError('assignmentClosed', { why: closed })
  }
  const { course, enrollment } = seat
  await row(
    req,
    whileActive(
      enrollment,
      sql`insert into progress (id, tenant_id, learner_id, lesson_id, course_id, enrollment_id, spans, seconds, share, position)
          values (uuidv7(), ${tenant}, ${learner}, ${lesson}, ${course}, ${enrollment}, '[]', 0, 0, 0)
          on conflict (tenant_id, learner_id, lesson_id) do nothing`,
    ),
  )
  const draft = await row<{ files: string[]; id: string }>(
    req,
    sql`insert into submissions (id, tenant_id, learner_id, lesson_id, course_id, enrollment_id, number, state, text, files, late_days, levels, remarks, thread, decisions, version)
        select uuidv7(), ${tenant}::uuid, ${learner}::uuid, ${lesson}::uuid, ${course}::uuid, ${enrollment}::uuid, ${number}, 'draft',
          coalesce(b.text, ''), coalesce(b.files, '[]'), 0, '{}', '[]', '[]', '[]', 0
        from (select 1) one left join submissions b
          on b.learner_id = ${learner} and b.lesson_id = ${lesson} and b.number = ${number - 1}
        on conflict (tenant_id, learner_id, lesson_id, number) do update set updated_at = now()
          where submissions.state = 'draft'
        returning id, files`,
  )
  if (!draft) {
    throw new RuleError('submissionClosed')
  }

  return draft
}

/** An assignment with the draft that its learner writes; `files` are ids, in their order. */
export type Draft = Assigned & { draft: { files: string[]; id: string } }

/** The draft under a number of an assignment; null where there is no such assignment. Throws submissionClosed and assignmentClosed. */
export const draftFor = async (given: Given): Promise<Draft | null> => {
  const assigned = await assignedTo({ ...given, now: given.now ?? new Date() })

  return assigned && { ...assigned, draft: await openDraft(given, assigned) }
}

/** Keeps the text of a draft as it is typed. Null where there is no such assignment; throws as `draftFor` does. */
export const keepText = async ({
  text,
  ...given
}: Given & { text: string }): Promise<null | { number: number }> => {
  const found = await draftFor(given)
  if (!found) {
    return null
  }
  if (!found.assignment.takesText && text !== '') {
    throw new RuleError('fileNotAccepted')
  }
  await row(
    given.req,
    sql`update submissions set text = ${text}, updated_at = now() where id = ${found.draft.id} and state = 'draft'`,
  )

  return { number: given.number }
}
