import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { PathStep } from '@/domain/catalog/pathSteps'
import type { Walk } from '@/domain/learning/paths'

import { inTransaction, row, rows } from '@/database/transaction'
import { walked } from '@/domain/learning/paths'
import { courseOffers } from '@/operations/commerce/courseOffers'
import { missingBefore } from '@/operations/commerce/prerequisites'
import { announce } from '@hooks/events/announce'

import { enroll } from './enroll'

type Given = { learner: string; path: string; req: PayloadRequest; tenant: string }

type Standing = {
  completed: string[]
  /** Courses in which the learner has a place, whatever became of it. */
  enrolled: string[]
  gone: string[]
  steps: PathStep[]
}

/** The steps of a published path, and how the learner stands to each of their courses; undefined where there is none. */
const standingOn = ({ learner, path, req }: Omit<Given, 'tenant'>): Promise<Standing | undefined> =>
  row<Standing>(
    req,
    sql`select p.steps,
          array(select e.course_id::text from enrollments e where e.learner_id = ${learner}
            and e.completed_at is not null and e.course_id::text = any(s.courses)) as completed,
          array(select e.course_id::text from enrollments e where e.learner_id = ${learner}
            and e.course_id::text = any(s.courses)) as enrolled,
          array(select one from unnest(s.courses) one where not exists (select 1 from courses c
            where c.id::text = one and c._status = 'published' and c.deleted_at is null)) as gone
        from paths p cross join lateral (
          select array(select step ->> 'course' from jsonb_array_elements(p.steps) step where step ->> 'course' is not null) as courses) s
        where p.id = ${path} and p._status = 'published'`,
  )

const walkOf = ({ completed, gone, steps }: Standing): Walk =>
  walked({
    completed: new Set(completed),
    gone: new Set(gone),
    steps: steps.filter(({ course }) => Boolean(course)),
  })

/**
 * Enrolls a learner in those courses of open steps that are free and have no prerequisite missing, once each; what was
 * ended stays ended. Courses that are sold come by their own offers.
 */
const openSteps = async (
  { enrolled }: Standing,
  { steps }: Walk,
  { learner, req, tenant }: Omit<Given, 'path'>,
): Promise<void> => {
  const courses = steps
    .filter(({ course, state }) => state === 'open' && !enrolled.includes(course))
    .map(({ course }) => course)
  const free = (await courseOffers({ courses, req })).filter(
    ({ amount, courses: opened, isOnRequest, terms }) =>
      amount === 0 && opened.length === 1 && !isOnRequest && terms === null,
  )
  for (const course of courses) {
    const offer = free.find((one) => one.course === course)
    if (offer && (await missingBefore({ courses: [course], learner, req })).length === 0) {
      await enroll({
        access: offer.access,
        course,
        learner,
        order: null,
        req,
        source: 'free',
        tenant,
      })
    }
  }
}

/**
 * Brings a learner's place on a path up to date: opens what its rules open, writes down how far they are, and completes
 * the path once, whoever asks at the same time. Nothing for who has not joined. In the caller's transaction.
 */
const settle = async ({ learner, path, req, tenant }: Given): Promise<void> => {
  const member = await row<{ id: string }>(
    req,
    sql`select id from path_members where learner_id = ${learner} and path_id = ${path} for no key update`,
  )
  const standing = member && (await standingOn({ learner, path, req }))
  if (!member || !standing) {
    return
  }
  const walk = walkOf(standing)
  await openSteps(standing, walk, { learner, req, tenant })
  await rows(
    req,
    sql`update path_members set percent = ${walk.percent}, updated_at = now() where id = ${member.id} and percent <> ${walk.percent}`,
  )
  const completed =
    walk.isComplete &&
    (await row(
      req,
      sql`update path_members set completed_at = now(), updated_at = now()
          where id = ${member.id} and completed_at is null returning id`,
    ))
  if (completed) {
    await announce({ data: { member: member.id }, fact: 'path.completed', req, tenant })
  }
}

/** Puts a learner on a published path, once, and opens its first steps; false where there is no such path. In the caller's transaction. */
export const joinPath = async (given: Given): Promise<boolean> => {
  const { learner, path, req, tenant } = given
  const found = await row(
    req,
    sql`select 1 from paths where id = ${path} and _status = 'published' for share`,
  )
  if (!found) {
    return false
  }
  await rows(
    req,
    sql`insert into path_members (id, tenant_id, learner_id, path_id, percent)
        values (uuidv7(), ${tenant}, ${learner}, ${path}, 0)
        on conflict (tenant_id, learner_id, path_id) do nothing`,
  )
  await settle(given)

  return true
}

/** Brings every path up to date that the learner of an enrollment is on, after they completed its course. */
export const settlePathsOf = async ({
  enrollment,
  req,
  tenant,
}: Pick<Given, 'req' | 'tenant'> & { enrollment: string }): Promise<void> => {
  const found = await rows<{ learner: string; path: string }>(
    req,
    sql`select m.learner_id as learner, m.path_id as path from enrollments e
        join path_members m on m.learner_id = e.learner_id where e.id = ${enrollment} order by m.id`,
  )
  for (const one of found) {
    await settle({ ...one, req, tenant })
  }
}

/** Brings everybody on a path up to date after it was changed; each in a transaction of their own. */
export const settleMembers = async ({
  path,
  req,
  tenant,
}: Omit<Given, 'learner'>): Promise<void> => {
  const members = await rows<{ learner: string }>(
    req,
    sql`select learner_id as learner from path_members where path_id = ${path} order by id`,
  )
  for (const { learner } of members) {
    await inTransaction(req, () => settle({ learner, path, req, tenant }))
  }
}

/** A step as its learner sees it; `needs` names the course, or how many, that it waits for. */
type OwnStep = {
  course: string
  isEnrolled: boolean
  state: 'done' | 'locked' | 'open'
}

/** A learner's place on a path. */
export type OwnPath = {
  /** Serial of the certificate; null where there is none. */
  certificate: null | string
  completedAt: null | string
  isMember: boolean
  percent: number
  steps: OwnStep[]
}

/** How a learner stands on a path, joined or not; null where there is no such path. */
export const ownPath = async ({
  learner,
  path,
  req,
}: Omit<Given, 'tenant'>): Promise<null | OwnPath> => {
  const standing = await standingOn({ learner, path, req })
  if (!standing) {
    return null
  }
  const member = await row<{ certificate: null | string; completedAt: null | string }>(
    req,
    sql`select to_json(m.completed_at) #>> '{}' as "completedAt",
          (select c.serial from certificates c where c.member_id = m.id and c.revoked_at is null) as certificate
        from path_members m where m.learner_id = ${learner} and m.path_id = ${path}`,
  )
  const walk = walkOf(standing)

  return {
    certificate: member?.certificate ?? null,
    completedAt: member?.completedAt ?? null,
    isMember: Boolean(member),
    percent: walk.percent,
    steps: walk.steps.map(({ course, state }) => ({
      course,
      isEnrolled: standing.enrolled.includes(course),
      state,
    })),
  }
}
