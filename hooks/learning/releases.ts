import type { CollectionAfterChangeHook, CollectionBeforeDeleteHook } from 'payload'

import type { ScheduledTask } from '@hooks/events/reaction'

import { sql } from '@payloadcms/db-postgres'

import { row, rows } from '@/database/transaction'
import { idOf } from '@/domain/ids'
import { lookAnew, releaseDueLessons, settleReleases } from '@/operations/learning/releases'
import { countStanding } from '@/operations/learning/roster/standings'
import { reaction } from '@hooks/events/reaction'

const EVERY_MINUTE = '* * * * *'

/** Writes down what is open to a new learner by rules that are met already; of that nobody is told. */
export const settleOnEnrollmentCreated = reaction({
  name: 'settleOnEnrollmentCreated',
  on: 'enrollment.created',
  run: ({ data: { enrollment }, req, tenant }) =>
    settleReleases({ by: 'enrollment', enrollment, req, tenant }),
})

/** Releases what waited for a lesson that is completed. */
export const settleOnLessonCompleted = reaction({
  name: 'settleOnLessonCompleted',
  on: 'lesson.completed',
  run: ({ data: { enrollment }, req, tenant }) =>
    settleReleases({ by: 'act', enrollment, req, tenant }),
})

/** Releases what waited for a grade, and counts the learner anew: one job, so that handing in sends no more statements. */
export const settleOnAttemptGraded = reaction({
  name: 'settleOnAttemptGraded',
  on: 'attempt.graded',
  run: async ({ data: { attempt }, req, tenant }) => {
    const found = await row<{ enrollment: string }>(
      req,
      sql`select enrollment_id as enrollment from quiz_attempts where id = ${attempt}`,
    )
    if (found) {
      await settleReleases({ by: 'act', enrollment: found.enrollment, req, tenant })
      await countStanding({ ...found, req })
    }
  },
})

/** Reckons anew when lessons open to those whose clock shows another time now. */
export const lookAnewOnZoneChanged = reaction({
  name: 'lookAnewOnZoneChanged',
  on: 'zone.changed',
  run: ({ data: { account }, req, tenant }) =>
    lookAnew({ of: account ? { learner: account } : { school: tenant }, req }),
})

/** Releases what opens by time, within a minute of it. */
export const releaseEveryMinute: ScheduledTask = {
  name: 'releaseDueLessons',
  cron: EVERY_MINUTE,
  run: async ({ req: { payload } }) => {
    await releaseDueLessons({ payload })
  },
}

type Relation = string | { id: string }
type Ruled = {
  _status?: string
  course?: Relation
  deletedAt?: null | string
  release?: unknown
  section?: Relation
}

const facts = ({ _status, course, deletedAt, release, section }: Partial<Ruled>): string =>
  JSON.stringify([
    _status,
    course && idOf(course),
    deletedAt ?? null,
    release ?? null,
    section && idOf(section),
  ])

/** Looks at the learners of a course anew when a rule of it came, went or changed, or a lesson with one did. */
export const lookAnewOnRuleChange: CollectionAfterChangeHook<Ruled & { id: string }> = async ({
  doc,
  previousDoc,
  req,
}) => {
  const isDraft = doc._status === 'draft' && previousDoc?._status !== 'published'
  if (!isDraft && doc.course && facts(doc) !== facts(previousDoc ?? {})) {
    await lookAnew({ of: { course: idOf(doc.course) }, req })
  }
}

/** What was opened of a lesson goes with it: nobody has begun a lesson that is removed for good. */
export const forgetReleases: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await rows(req, sql`delete from lesson_releases where lesson_id::text = ${String(id)}`)
}
