import { sql } from '@payloadcms/db-postgres'

import type { MissingCourse } from '@/operations/commerce/prerequisites'
import type { Term } from '@/domain/learning/enrollmentChanges'
import type { Standing } from '@/domain/learning/standing'

import { rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { canChange } from '@/domain/learning/enrollmentChanges'
import { requirePlaces } from '@/operations/commerce/cohortPlaces'
import { missingBefore } from '@/operations/commerce/prerequisites'
import { announce } from '@hooks/events/announce'

import type { Work } from './record'

import { holdEnrollment } from '../enroll'
import { applyChange } from './apply'
import { courseOfCohort } from './courseOfCohort'

type Enrolled = {
  changed: number
  missing: { courses: MissingCourse[]; email: string }[]
  unknown: string[]
}

type Enrolling = Work & {
  /** In which they get a place; null for who is to learn at their own pace. */
  cohort: null | string
  course: string
  /** Addresses of accounts of the school. */
  emails: readonly string[]
  /** Whether those are enrolled too who have not completed what comes before the course. */
  ignoresPrerequisites: boolean
  term: Term
}

/**
 * Enrolls accounts in a course, with a reason; who is in it already is passed over. Answers how many were enrolled,
 * the addresses of no account, and those of accounts for which a prerequisite is missing, unless that is ignored.
 * Throws cohortClosed for a cohort of another course, and cohortFull where it has not enough places for all of them.
 * Runs in the caller's transaction.
 */
export const enrollByStaff = async ({
  course,
  emails,
  ignoresPrerequisites,
  ...work
}: Enrolling): Promise<Enrolled> => {
  const { cohort, req, tenant } = work
  if (cohort && (await courseOfCohort(cohort, req)) !== course) {
    throw new RuleError('cohortClosed')
  }
  const wanted = [...new Set(emails.map((email) => email.trim().toLowerCase()))]
  const found = await rows<{ email: string; learner: string }>(
    req,
    sql`select u.id as learner, lower(u.email) as email from users u where u.status = 'active'
          and lower(u.email) in (select jsonb_array_elements_text(${JSON.stringify(wanted)}::jsonb)) order by u.id`,
  )
  let changed = 0
  const missing: Enrolled['missing'] = []
  for (const { email, learner } of found) {
    const before = ignoresPrerequisites
      ? []
      : await missingBefore({ courses: [course], learner, req })
    if (before.length > 0) {
      missing.push({ courses: before, email })
      continue
    }
    const held = await holdEnrollment({
      course,
      learner,
      order: null,
      req,
      source: 'staff',
      tenant,
    })
    const status = held.isNew ? null : (held.status as Standing['status'])
    if (canChange('enroll', status)) {
      await requirePlaces({ cohorts: cohort ? [cohort] : [], learners: [learner], req })
      await applyChange({ id: held.id, pausedAt: null }, { ...work, action: 'enroll' })
      changed += 1
    }
    if (held.isNew) {
      const data = { enrollment: held.id }
      await announce({ data, fact: 'enrollment.created', req, tenant })
    }
  }
  const known = found.map(({ email }) => email)

  return { changed, missing, unknown: wanted.filter((email) => !known.includes(email)) }
}
