import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { KeptAssignment } from '@/domain/catalog/lessons/assignment'
import type { Decision, Feedback, ToReview } from '@/domain/learning/assignments/review'

import { row } from '@/database/transaction'
import { assignmentOf } from '@/domain/catalog/lessons/assignment'

import type { ReadFile } from './links'

import { DECISIONS, FEEDBACK, SUBMISSION } from './columns'
import { KEPT_ASSIGNMENT } from './kept'
import { openedFor } from './links'

type Read = {
  decisions: Decision[]
  feedback: Feedback
  isLast: boolean
  kept: KeptAssignment
  learner: string
  lesson: string
  version: number
} & Omit<ToReview['submission'], 'files'> & { files: ReadFile[] }

/** A submission that was handed in, for a grader, who is lent its files; null where there is none. */
export const toReview = async ({
  id,
  account,
  now = new Date(),
  req,
  tenant,
}: {
  account: string
  id: string
  now?: Date
  req: PayloadRequest
  tenant: string
}): Promise<null | ToReview> => {
  const read = await row<Read>(
    req,
    sql`select ${SUBMISSION}, ${KEPT_ASSIGNMENT} as kept, u.name as learner, l.title as lesson, s.version::int as version,
          ${FEEDBACK} as feedback, ${DECISIONS} as decisions,
          not exists (select 1 from submissions n where n.learner_id = s.learner_id and n.lesson_id = s.lesson_id
            and n.number > s.number and n.state <> 'draft') as "isLast"
        from submissions s join lessons l on l.id = s.lesson_id join users u on u.id = s.learner_id
        where s.id = ${id} and s.state <> 'draft'`,
  )
  if (!read) {
    return null
  }
  const { decisions, feedback, files, isLast, kept, learner, lesson, version, ...submission } = read
  const assignment = assignmentOf(kept)

  return {
    id,
    assignment,
    decisions,
    feedback,
    lesson,
    mayReturn: isLast && assignment.resubmission !== 'none',
    submission: { ...submission, files: files.map(openedFor({ account, now, tenant })), learner },
    version,
  }
}
