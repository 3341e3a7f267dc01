import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres'

import type { KeptAssignment } from '@/domain/catalog/lessons/assignment'
import type { Language } from '@/operations/translation/textIn'

import { OPEN_ENROLLMENT } from '@/database/openEnrollments'
import { assignmentOf } from '@/domain/catalog/lessons/assignment'
import { dueOf, isLate } from '@/domain/learning/assignments/due'

import { KEPT_ASSIGNMENT } from './assignments/kept'
import { OPENED } from './entitlements'
import { titleIn } from './outline'
import { lessonsOf } from './seenLessons'

/** An assignment that its learner has to hand in, or hand in once more. */
export type DueWork = {
  course: { slug: string; title: string }
  /** By when, ISO 8601; null for what was given back without a day. */
  due: null | string
  isLate: boolean
  isReturned: boolean
  lesson: string
  title: string
}

/** What `workToDo` answers of one assignment. */
export type ReadWork = Pick<DueWork, 'course' | 'isReturned' | 'lesson' | 'title'> & {
  again: null | string
  enrolledAt: string
  kept: KeptAssignment
  releasedAt: null | string
  zone: string
}

/** Assignments looked at for one learner. */
const MOST_READ = 100

/** Of these, what is shown. */
const MOST_SHOWN = 5

/** Assignments that are open to a learner and wait for them: due some day, or given back; a statement of `ReadWork`. */
export const workToDo = (learner: string, language: Language): SQL => sql`
  select l.id as lesson, ${titleIn(language, 'lessons', 'l')} as title,
    json_build_object('slug', c.slug, 'title', ${titleIn(language, 'courses', 'c')}) as course,
    ${KEPT_ASSIGNMENT} as kept, to_json(e.created_at) #>> '{}' as "enrolledAt",
    (select to_json(r.created_at) #>> '{}' from lesson_releases r where r.enrollment_id = e.id and r.lesson_id = l.id) as "releasedAt",
    (select coalesce(t.settings_time_zone, 'UTC') from tenants t where t.id = e.tenant_id) as zone,
    last.state is not null as "isReturned", to_json(last.again_at) #>> '{}' as again
  from enrollments e
  join courses c on c.id = e.course_id
  join lateral ${lessonsOf('e', { whole: true })} l on l.kind = 'assignment'
  left join progress p on p.lesson_id = l.id and p.learner_id = e.learner_id
  left join lateral (
    select s.state, s.again_at from submissions s
    where s.learner_id = e.learner_id and s.lesson_id = l.id and s.state <> 'draft' order by s.number desc limit 1
  ) last on true
  where e.learner_id = ${learner} and ${OPEN_ENROLLMENT} and ${OPENED}
    and (last.state = 'returned' or (last.state is null and l.assignment_due <> 'none'))
  order by l.id limit ${MOST_READ}`

const dueWork = (
  { again, course, enrolledAt, isReturned, kept, lesson, releasedAt, title, zone }: ReadWork,
  now: Date,
): DueWork[] => {
  const assignment = assignmentOf(kept)
  const first = dueOf(assignment, {
    enrolledAt: new Date(enrolledAt),
    releasedAt: releasedAt === null ? null : new Date(releasedAt),
    zone,
  })
  const wanted = again === null ? null : new Date(again)
  const due = isReturned ? wanted : first
  const late = isLate(due, now)
  const isClosed = late && assignment.late === 'refused'

  return isClosed || (due === null && !isReturned)
    ? []
    : [{ course, due: due?.toISOString() ?? null, isLate: late, isReturned, lesson, title }]
}

/** What of it can still be handed in, the most pressing first; what was given back without a day comes last. */
export const dueWorks = (read: readonly ReadWork[], now: Date): DueWork[] =>
  read
    .flatMap((one) => dueWork(one, now))
    .toSorted((one, other) =>
      one.due === other.due ? 0 : (one.due ?? '~') < (other.due ?? '~') ? -1 : 1,
    )
    .slice(0, MOST_SHOWN)
