import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'
import { canChange } from '@/domain/learning/enrollmentChanges'
import { requirePlaces } from '@/operations/commerce/cohortPlaces'

import type { Held } from './apply'
import type { Change } from './record'

import { applyChange } from './apply'
import { courseOfCohort } from './courseOfCohort'

/**
 * Does one thing to each of some enrollments, with a reason that stays in their history; those to which it would do
 * nothing, and those of another course than the cohort they are to move to, are passed over. Answers how many were
 * changed; throws cohortFull where there are not enough places for all of them. Runs in the caller's transaction.
 */
export const changeEnrollments = async ({
  enrollments,
  ...change
}: Change & { enrollments: readonly string[] }): Promise<number> => {
  const { action, cohort, req } = change
  const held = await rows<Held>(
    req,
    sql`select id, status, learner_id as learner, course_id as course, cohort_id as cohort, to_json(paused_at) #>> '{}' as "pausedAt" from enrollments
        where id::text in (select jsonb_array_elements_text(${JSON.stringify(enrollments)}::jsonb))
        order by id for no key update`,
  )
  const home = action === 'move' && cohort ? await courseOfCohort(cohort, req) : null
  const concerned = held.filter(
    (one) =>
      canChange(action, one.status) &&
      (action !== 'move' || (one.cohort !== cohort && (!home || one.course === home))),
  )
  if (home && cohort) {
    await requirePlaces({
      cohorts: [cohort],
      learners: concerned.map(({ learner }) => learner),
      req,
    })
  }
  for (const one of concerned) {
    await applyChange(one, change)
  }

  return concerned.length
}
