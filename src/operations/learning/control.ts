import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { MissingCourse } from '@/operations/commerce/prerequisites'
import type { EnrollmentAction, Term } from '@/domain/learning/enrollmentChanges'
import type { Standing } from '@/domain/learning/entitlement'

import { row, rows } from '@/database/transaction'
import { addDays } from '@/domain/commerce/calendar'
import { extendFrom, unionOf } from '@/domain/commerce/access'
import { missingBefore } from '@/operations/commerce/prerequisites'
import { RuleError } from '@/domain/errors'
import { leaveQueues, requirePlaces } from '@/operations/commerce/cohortPlaces'
import { canChange } from '@/domain/learning/enrollmentChanges'
import { announce } from '@hooks/events/announce'

import { grantsOf, holdEnrollment, insertGrant } from './enroll'

type Work = {
  notifies: boolean
  /** Why, in words that the learner reads. */
  reason: string
  req: PayloadRequest
  tenant: string
}

type Change = Work & {
  action: EnrollmentAction
  /** Into which cohort, where the action is to enroll or to move; null is into none. */
  cohort: null | string
  term: Term
}

type Held = {
  cohort: null | string
  course: string
  id: string
  learner: string
  pausedAt: null | string
  status: Standing['status']
}

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
    await changeOne(one, change)
  }

  return concerned.length
}

/** The course of a cohort. Throws cohortClosed where the school has no such one. */
const courseOfCohort = async (cohort: string, req: PayloadRequest): Promise<string> => {
  const found = await row<{ course: string }>(
    req,
    sql`select course_id as course from cohorts where id = ${cohort}`,
  )
  if (!found) {
    throw new RuleError('cohortClosed')
  }

  return found.course
}

/** Progress, attempts and all else of the learner hang on the enrollment, and stay as they are. */
const moveTo = async (
  req: PayloadRequest,
  { cohort, enrollment }: { cohort: null | string; enrollment: string },
): Promise<void> => {
  const moved = await row<{ learner: string }>(
    req,
    sql`update enrollments set updated_at = now(), next_release_at = now(), cohort_id = ${cohort}::uuid where id = ${enrollment}
        returning learner_id as learner`,
  )
  if (moved && cohort) {
    await leaveQueues({ cohorts: [cohort], learner: moved.learner, req })
  }
}

const changeOne = async (held: Pick<Held, 'id' | 'pausedAt'>, change: Change): Promise<void> => {
  const { action, cohort, req } = change
  const { id } = held
  const written = await writeDown(id, change)
  switch (action) {
    case 'enroll':
      await moveTo(req, { cohort, enrollment: id })
      await grant({ ...change, change: written, enrollment: id })
      break
    case 'extend':
      await grant({ ...change, change: written, enrollment: id })
      break
    case 'move':
      await moveTo(req, { cohort, enrollment: id })
      break
    case 'pause':
      await setStatus(req, id, sql`'paused', paused_at = now()`)
      break
    case 'remove':
      await setStatus(req, id, sql`'revoked', paused_at = null`)
      break
    case 'resume':
      await resume(held, req)
      break
  }
  await tellUntil(written, id, req)
}

const setStatus = (req: PayloadRequest, enrollment: string, status: ReturnType<typeof sql>) =>
  rows(
    req,
    sql`update enrollments set updated_at = now(), next_release_at = now(), status = ${status} where id = ${enrollment}`,
  )

/** Time that ran while access was paused is given back. */
const resume = async (
  { id, pausedAt }: Pick<Held, 'id' | 'pausedAt'>,
  req: PayloadRequest,
): Promise<void> => {
  await rows(
    req,
    sql`update access_grants set ends_at = ends_at + (now() - ${pausedAt}::timestamptz), updated_at = now()
        where enrollment_id = ${id} and ends_at > ${pausedAt}::timestamptz`,
  )
  await setStatus(
    req,
    id,
    sql`'active', paused_at = null, access_until = case when access_until > ${pausedAt}::timestamptz
      then access_until + (now() - ${pausedAt}::timestamptz) else access_until end`,
  )
}

const endOf = (term: Term, from: Date): Date | null => {
  if (term === 'forever') {
    return null
  }

  return 'days' in term ? addDays(from, term.days) : new Date(term.until)
}

/** Opens, or opens for longer, by a grant of its own; whoever had been removed begins anew. */
const grant = async ({
  action,
  change,
  enrollment,
  req,
  tenant,
  term,
}: Pick<Change, 'action' | 'req' | 'tenant' | 'term'> & {
  change: string
  enrollment: string
}): Promise<void> => {
  if (action === 'enroll') {
    await rows(
      req,
      sql`update access_grants set ends_at = least(ends_at, now()), updated_at = now() where enrollment_id = ${enrollment}`,
    )
  }
  const at = new Date()
  const earlier = await grantsOf(req, enrollment)
  const endsAt = endOf(term, extendFrom(at, earlier))
  await insertGrant({ at, endsAt, enrollment, key: `staff:${change}`, order: null, req, tenant })
  const until = unionOf([...earlier, { endsAt }])
  await rows(
    req,
    sql`update enrollments set access_until = ${until?.toISOString() ?? null}, updated_at = now(), next_release_at = now(),
          status = case when status = 'paused' then status else 'active' end
        where id = ${enrollment}`,
  )
}

const writeDown = async (
  enrollment: string,
  { action, cohort, notifies, reason, req, tenant }: Change,
): Promise<string> => {
  const written = await row<{ id: string }>(
    req,
    sql`insert into enrollment_changes (id, tenant_id, enrollment_id, action, cohort_id, reason, author_id)
        values (uuidv7(), ${tenant}, ${enrollment}, ${action}, ${cohort}::uuid, ${reason},
          (select u.id from users u where u.id = ${req.user?.id ?? null}::uuid and u.tenant_id = ${tenant}::uuid))
        returning id`,
  )
  if (!written) {
    throw new Error('A change of an enrollment was not written down.')
  }
  await announce({
    data: { change: written.id, notifies },
    fact: 'enrollment.changed',
    req,
    tenant,
  })

  return written.id
}

const tellUntil = (change: string, enrollment: string, req: PayloadRequest) =>
  rows(
    req,
    sql`update enrollment_changes set until = (select e.access_until from enrollments e where e.id = ${enrollment})
        where id = ${change}`,
  )

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
      await changeOne({ id: held.id, pausedAt: null }, { ...work, action: 'enroll' })
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
