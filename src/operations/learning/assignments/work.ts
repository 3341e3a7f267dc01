import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Submission, Work } from '@/domain/learning/assignments/work'

import { rows } from '@/database/transaction'

import { assignedTo } from './assigned'
import { FEEDBACK, SUBMISSION } from './columns'
import { feedbackFor, openedFor, type ReadFeedback, type ReadFile } from './links'

/**
 * A learner's work in an assignment, by the server's clock. Null where there is no such lesson, or it is none;
 * throws lessonLocked, lessonNotYet and accessEnded.
 */
export const readWork = async ({
  learner,
  lesson,
  now = new Date(),
  req,
  tenant,
}: {
  learner: string
  lesson: string
  now?: Date
  req: PayloadRequest
  tenant: string
}): Promise<null | Work> => {
  const assigned = await assignedTo({ learner, lesson, now, req })
  if (!assigned) {
    return null
  }
  const { assignment, closed, due, next, zone } = assigned
  const found = await rows<
    Omit<Submission, 'feedback' | 'files'> & { feedback: ReadFeedback; files: ReadFile[] }
  >(
    req,
    sql`select ${SUBMISSION}, ${FEEDBACK} as feedback from submissions s
        where s.learner_id = ${learner} and s.lesson_id = ${lesson} order by s.number`,
  )
  const asked = { account: learner, now, tenant }
  const shown = found.map(({ feedback, files, ...one }) => ({
    ...one,
    feedback: feedback.gradedAt || feedback.thread.length > 0 ? feedbackFor(asked)(feedback) : null,
    files: files.map(openedFor(asked)),
  }))
  const last = shown.at(-1) ?? { files: [], text: '' }

  return {
    assignment,
    closed,
    draft: closed ? null : { files: last.files, text: last.text },
    due: due?.toISOString() ?? null,
    next,
    now: now.getTime(),
    submissions: shown.filter(({ state }) => state !== 'draft'),
    zone,
  }
}
