import type { ScheduledTask } from '@hooks/events/reaction'

import { sql } from '@payloadcms/db-postgres'

import type { PayloadRequest } from 'payload'

import { row } from '@/database/transaction'
import { countStanding, countStandings } from '@/operations/learning/roster/standings'
import { uncount } from '@/operations/learning/roster/uncount'
import { reaction } from '@hooks/events/reaction'

/** Counts a learner anew whose attempt waits for a grader. */
export const countOnAttemptHandedIn = reaction({
  name: 'countOnAttemptHandedIn',
  on: 'attempt.handedIn',
  run: async ({ data: { attempt }, req }) => {
    const found = await row<{ enrollment: string }>(
      req,
      sql`select enrollment_id as enrollment from quiz_attempts where id = ${attempt}`,
    )
    if (found) {
      await countStanding({ ...found, req })
    }
  },
})

const countOfSubmission = async ({
  req,
  submission,
}: {
  req: PayloadRequest
  submission: string
}) => {
  const found = await row<{ enrollment: string }>(
    req,
    sql`select enrollment_id as enrollment from submissions where id = ${submission}`,
  )
  if (found) {
    await countStanding({ ...found, req })
  }
}

/** Counts a learner anew who handed work in. */
export const countOnSubmissionHandedIn = reaction({
  name: 'countOnSubmissionHandedIn',
  on: 'submission.handedIn',
  run: ({ data, req }) => countOfSubmission({ ...data, req }),
})

/** Counts a learner anew whose work was graded or given back. */
export const countOnSubmissionReviewed = reaction({
  name: 'countOnSubmissionReviewed',
  on: 'submission.reviewed',
  run: ({ data, req }) => countOfSubmission({ ...data, req }),
})

/** Counts a learner anew to whose talk about a submission a grader replied. */
export const countOnSubmissionAnswered = reaction({
  name: 'countOnSubmissionAnswered',
  on: 'submission.answered',
  run: ({ data, req }) => countOfSubmission({ ...data, req }),
})

/** Counts a learner anew to whom something opened that is due so many days later. */
export const countOnLessonsReleased = reaction({
  name: 'countOnLessonsReleased',
  on: 'lessons.released',
  run: ({ data: { enrollment }, req }) => countStanding({ enrollment, req }),
})

/** Has everybody counted anew for whom another moment is due by the school's clock. */
export const uncountOnZoneChanged = reaction({
  name: 'uncountOnZoneChanged',
  concerns: ({ account }) => account === null,
  on: 'zone.changed',
  run: ({ req, tenant }) => uncount({ req, school: tenant }),
})

/** Counts within a minute whoever is new, or was touched by a change of content. */
export const countStandingsEveryMinute: ScheduledTask = {
  name: 'countStandings',
  cron: '* * * * *',
  run: ({ req: { payload } }) => countStandings({ payload }),
}
