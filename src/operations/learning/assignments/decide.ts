import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { KeptAssignment } from '@/domain/catalog/lessons/assignment'
import type { Given, Worth } from '@/domain/learning/assignments/reviews'
import type { Completion } from '@/domain/learning/completion'

import { row } from '@/database/transaction'
import { assignmentOf } from '@/domain/catalog/lessons/assignment'
import { lastMinuteOf } from '@/domain/learning/assignments/due'
import { rubricPoints, worthOf } from '@/domain/learning/assignments/reviews'
import { RuleError } from '@/domain/errors'
import { announce } from '@hooks/events/announce'

import { completeLesson } from '../complete'
import { completionIn } from '../lessonContent'
import { lessonOfWork } from '../seenLessons'
import { KEPT_ASSIGNMENT } from './kept'

type Asked = {
  /** By the end of which day (ISO 8601) it is wanted again, where it is given back; null where that is open. */
  again?: null | string
  by: string
  given: Given
  id: string
  /** Whether it is given back, to be handed in once more, rather than graded. */
  isReturned: boolean
  now?: Date
  req: PayloadRequest
  tenant: string
  /** How it stood when it was read. */
  version: number
}

type Read = {
  course: string
  enrollment: string
  files: string[]
  isLast: boolean
  kept: KeptAssignment
  lateDays: number
  learner: string
  lesson: string
  rule: null | string
  zone: string
}

const readFor = ({ id, req }: Asked): Promise<Read | undefined> =>
  row<Read>(
    req,
    sql`select ${KEPT_ASSIGNMENT} as kept, s.late_days::int as "lateDays", s.files, s.learner_id as learner, s.lesson_id as lesson,
          s.course_id as course, s.enrollment_id as enrollment, l.completion_rule as rule,
          (select coalesce(t.settings_time_zone, 'UTC') from tenants t where t.id = l.tenant_id) as zone,
          not exists (select 1 from submissions n where n.learner_id = s.learner_id and n.lesson_id = s.lesson_id
            and n.number > s.number and n.state <> 'draft') as "isLast"
        from submissions s cross join lateral ${lessonOfWork({ learner: sql`s.learner_id`, lesson: sql`s.lesson_id` })} l where s.id = ${id} and s.state <> 'draft'`,
  )

/** What was said, as far as it fits the work: a grade has points, and remarks stand on files of it. */
const checked = (
  { given, isReturned }: Asked,
  { files, isLast, kept, lateDays }: Read,
): null | Worth => {
  const assignment = assignmentOf(kept)
  const computed = rubricPoints(assignment, given.levels)
  if (given.remarks.some(({ file }) => !files.includes(file))) {
    throw new RuleError('remarkUnknown')
  }
  if (isReturned && (!isLast || assignment.resubmission === 'none')) {
    throw new RuleError('notReturnable')
  }
  const points = given.points ?? computed
  if (points === null && !isReturned) {
    throw new RuleError('pointsMissing')
  }

  return points === null ? null : worthOf({ assignment, lateDays, points })
}

/** Until when work that is given back is wanted again, by the school's clock. Throws dueInPast. */
const wantedAgain = (
  { again, isReturned, now = new Date() }: Asked,
  { zone }: Read,
): Date | null => {
  const until = isReturned && again ? lastMinuteOf(again, zone) : null
  if (until && until <= now) {
    throw new RuleError('dueInPast')
  }

  return until
}

/**
 * Grades a submission, or gives it back, once for each state of it: of two graders the second is told submissionGraded, and
 * changes nothing. A grade may be changed later; what was decided before stays in its trail. A pass completes a lesson whose
 * rule that is, and is never taken back. Null where there is no such submission; throws notReturnable, pointsMissing,
 * pointsBeyond, levelUnknown, remarkUnknown and dueInPast. Runs in the caller's transaction.
 */
export const decide = async (
  asked: Asked,
): Promise<null | { version: number; worth: null | Worth }> => {
  const { id, by, given, isReturned, now = new Date(), req, tenant, version } = asked
  const read = await readFor(asked)
  if (!read) {
    return null
  }
  const worth = checked(asked, read)
  const again = wantedAgain(asked, read)
  const state = isReturned ? 'returned' : 'graded'
  const decision = { at: now.toISOString(), by, score: worth?.score ?? null, state }
  const written = await row<{ version: number }>(
    req,
    sql`update submissions s set state = ${state}, points = ${worth?.points ?? null}, score = ${worth?.score ?? null}, percent = ${worth?.percent ?? null},
          passed = ${worth?.passed ?? null}, comment = ${given.comment}, levels = ${JSON.stringify(given.levels)}::jsonb,
          remarks = ${JSON.stringify(given.remarks)}::jsonb, decisions = decisions || ${JSON.stringify([decision])}::jsonb,
          graded_at = ${now.toISOString()}, again_at = ${again?.toISOString() ?? null}, replied_at = null, version = version + 1, updated_at = now()
        where s.id = ${id} and s.version = ${version} and s.state in ('submitted', 'returned', 'graded') returning s.version::int as version`,
  )
  if (!written) {
    throw new RuleError('submissionGraded')
  }
  await announce({
    data: { submission: id, version: written.version },
    fact: 'submission.reviewed',
    req,
    tenant,
  })
  const completion: Completion = completionIn({ kind: 'assignment', length: null, rule: read.rule })
  if (!isReturned && worth?.passed && completion.rule === 'passed') {
    await completeLesson({ req, seat: read, tenant })
  }

  return { version: written.version, worth }
}
