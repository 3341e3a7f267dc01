import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { Payload, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import { systemPool } from '@/database/hosts'
import { LASTING_ENROLLMENT } from '@/database/openEnrollments'
import { asTenant } from '@/database/scope'
import { inTransaction, row, rows } from '@/database/transaction'
import { isNews, nextOpening, ruleFor } from '@/domain/learning/entitlement'
import { announce, announceAll } from '@hooks/events/announce'

import type { EntitledCourse } from './entitlements'

import { entitledCourses } from './entitlements'
import { lessonsOf } from './seenLessons'

type Settling = {
  enrollment: string
  /** What made somebody look: what the learner did, the time, or that they have just come. */
  by: 'act' | 'enrollment' | 'time'
  now?: Date
  req: PayloadRequest
  tenant: string
}

type Held = {
  course: string
  isDripped: boolean
  isOpen: boolean
  learner: string
  since: null | string
}

/**
 * Writes down which lessons have opened to a learner by their rules, each once, and when the next one opens by
 * time; announces lessons.released with those that are news. Holds the enrollment, so that of several at once each
 * finds what is left. Runs in the caller's transaction.
 */
export const settleReleases = async ({
  by,
  enrollment,
  now = new Date(),
  req,
  tenant,
}: Settling): Promise<void> => {
  const held = await row<Held>(
    req,
    sql`select e.learner_id as learner, e.course_id as course, e.status = 'active' as "isOpen",
          to_json(e.next_release_at) #>> '{}' as since,
          exists (select 1 from ${lessonsOf('e')} l where l.is_dripped) as "isDripped"
        from enrollments e where e.id = ${enrollment} for no key update`,
  )
  if (!held) {
    return
  }
  const { course, isDripped, isOpen, learner, since } = held
  const asker = { isAuthor: false, learner }
  const [entitled] =
    isOpen && isDripped ? await entitledCourses({ asker, courses: [course], now, req }) : []
  const next = entitled ? nextOpening(entitled.entitled.values()) : null
  if (next !== since) {
    await rows(
      req,
      sql`update enrollments set next_release_at = ${next}::timestamptz where id = ${enrollment}`,
    )
  }
  const opened = entitled ? openedIn(entitled) : []
  if (!entitled || opened.length === 0) {
    return
  }
  const written = await rows<{ lesson: string }>(
    req,
    sql`insert into lesson_releases (id, tenant_id, enrollment_id, lesson_id, source)
        select uuidv7(), ${tenant}::uuid, ${enrollment}::uuid, l.id::uuid, 'rule'
        from jsonb_array_elements_text(${JSON.stringify(opened)}::jsonb) as l (id)
        on conflict (tenant_id, enrollment_id, lesson_id) do nothing returning lesson_id as lesson`,
  )
  const told = by === 'enrollment' ? [] : newsIn(entitled, { isAct: by === 'act', since })
  const lessons = written.map(({ lesson }) => lesson).filter((id) => told.includes(id))
  if (lessons.length > 0) {
    const data = { enrollment, lessons, source: 'rule' as const }
    await announce({ data, fact: 'lessons.released', req, tenant })
  }
}

/** Lessons with a rule that are open, and of which that is not written down yet. */
const openedIn = ({ entitled, sections }: EntitledCourse): string[] =>
  sections.flatMap((section) =>
    section.lessons
      .filter(
        ({ id, release, released }) =>
          (release ?? section.release) && !released && entitled.get(id)?.lock === null,
      )
      .map(({ id }) => id),
  )

const newsIn = (
  { sections, stands: { standing, zones } }: EntitledCourse,
  { isAct, since }: { isAct: boolean; since: null | string },
): string[] =>
  standing
    ? sections.flatMap((section) =>
        section.lessons
          .filter(
            (lesson) =>
              !lesson.isBegun &&
              isNews(
                { lesson: ruleFor(lesson, standing), section: ruleFor(section, standing) },
                { isAct, since: since ? new Date(since) : null, standing, zones },
              ),
          )
          .map(({ id }) => id),
      )
    : []

/** Enrollments looked at in one round. */
const AT_ONCE = 500

/**
 * Writes down and announces what has opened by `now` to everybody in every school, one learner by one transaction:
 * one that fails waits for the next minute and holds up no other. Answers how many were looked at.
 */
export const releaseDueLessons = async ({
  now = new Date(),
  payload,
}: {
  now?: Date
  payload: Payload
}): Promise<number> => {
  let count = 0
  for (;;) {
    const { rows: due } = await systemPool().query<{ id: string; tenant: string }>(
      `select id, tenant_id as tenant from enrollments where next_release_at <= $1
       order by next_release_at, id limit ${AT_ONCE}`,
      [now.toISOString()],
    )
    let failed = 0
    for (const { id, tenant } of due) {
      await asTenant(tenant, async () => {
        const req = await createLocalReq({}, payload)
        await inTransaction(req, () =>
          settleReleases({ by: 'time', enrollment: id, now, req, tenant }),
        )
      }).catch((error: unknown) => {
        failed += 1
        payload.logger.error({ enrollment: id, err: error }, 'Lessons could not be released.')
      })
    }
    count += due.length - failed
    if (due.length < AT_ONCE || failed > 0) {
      return count
    }
  }
}

/** Whose openings are to be reckoned anew: those of a course, of a learner in all courses, or of the whole school. */
export type Reckoned = { course: string } | { learner: string } | { school: string }

const reckoned = (of: Reckoned): SQL =>
  'course' in of
    ? sql`e.course_id = ${of.course}`
    : 'learner' in of
      ? sql`e.learner_id = ${of.learner}`
      : sql`e.tenant_id = ${of.school}`

/** Has learners looked at anew by the next minute, after a rule or a time zone changed; in the caller's transaction. */
export const lookAnew = async ({
  of,
  req,
}: {
  of: Reckoned
  req: PayloadRequest
}): Promise<void> => {
  await rows(
    req,
    sql`update enrollments e set next_release_at = least(e.next_release_at, now())
        where ${reckoned(of)} and ${LASTING_ENROLLMENT}
          and exists (select 1 from ${lessonsOf('e')} l where l.is_dripped)`,
  )
}

type Opening = {
  course: string
  /** Learners; null for all of the course. */
  learners: null | readonly string[]
  /** Lessons; null for all that have a rule. */
  lessons: null | readonly string[]
  notifies: boolean
  reason: string
  req: PayloadRequest
  tenant: string
}

/**
 * Opens lessons that rules hold back to learners of a course, for good, with a reason; answers how many learners
 * got something new. Opened twice is opened once. Runs in the caller's transaction.
 */
export const openLessons = async ({
  course,
  learners,
  lessons,
  notifies,
  reason,
  req,
  tenant,
}: Opening): Promise<number> => {
  const ids = (given: null | readonly string[]) =>
    sql`(select jsonb_array_elements_text(${JSON.stringify(given ?? [])}::jsonb))`
  const written = await rows<{ enrollment: string; lesson: string }>(
    req,
    sql`insert into lesson_releases (id, tenant_id, enrollment_id, lesson_id, source, reason, author_id)
        select uuidv7(), ${tenant}::uuid, e.id, l.id, 'staff', ${reason},
          (select u.id from users u where u.id = ${req.user?.id ?? null}::uuid and u.tenant_id = ${tenant}::uuid)
        from enrollments e join lateral ${lessonsOf('e')} l on l.is_dripped
        where e.course_id = ${course} and e.status <> 'revoked'
          and (${learners === null} or e.learner_id::text in ${ids(learners)})
          and (${lessons === null} or l.id::text in ${ids(lessons)})
        on conflict (tenant_id, enrollment_id, lesson_id) do nothing
        returning enrollment_id as enrollment, lesson_id as lesson`,
  )
  const by = Map.groupBy(written, ({ enrollment }) => enrollment)
  if (notifies && by.size > 0) {
    const data = [...by].map(([enrollment, opened]) => ({
      enrollment,
      lessons: opened.map(({ lesson }) => lesson),
      source: 'staff' as const,
    }))
    await announceAll({ data, fact: 'lessons.released', req, tenant })
  }

  return by.size
}
