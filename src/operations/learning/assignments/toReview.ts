import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { KeptAssignment } from '@/domain/catalog/lessons/assignment'
import type { Decision, ToReview } from '@/domain/learning/assignments/review'

import { row } from '@/database/transaction'
import { assignmentOf } from '@/domain/catalog/lessons/assignment'

import type { ReadFeedback, ReadFile } from './links'

import { DECISIONS, FEEDBACK, SUBMISSION } from './columns'
import { lessonOfWork } from '../seenLessons'
import { KEPT_ASSIGNMENT } from './kept'
import { feedbackFor, openedFor } from './links'

type Read = {
  decisions: Decision[]
  feedback: ReadFeedback
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
        from submissions s cross join lateral ${lessonOfWork({ learner: sql`s.learner_id`, lesson: sql`s.lesson_id` })} l join users u on u.id = s.learner_id
        where s.id = ${id} and s.state <> 'draft'`,
  )
  if (!read) {
    return null
  }
  const { decisions, feedback, files, isLast, kept, learner, lesson, version, ...submission } = read
  const assignment = assignmentOf(kept)
  const asked = { account, now, tenant }

  return {
    id,
    assignment,
    decisions,
    feedback: feedbackFor(asked)(feedback),
    lesson,
    mayReturn: isLast && assignment.resubmission !== 'none',
    submission: { ...submission, files: files.map(openedFor(asked)), learner },
    version,
  }
}
