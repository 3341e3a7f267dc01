import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Language } from '@/operations/translation/textIn'

import { OPEN_ENROLLMENT } from '@/database/openEnrollments'
import { row } from '@/database/transaction'
import { languageOf } from '@/operations/translation/reading'

import type { DueWork, ReadWork } from './dueWork'
import type { UnpaidPlan } from './unpaidPlans'
import type { WaitedFor } from './waitedFor'

import { dueWorks, workToDo } from './dueWork'
import { OPENED } from './entitlements'
import { titleIn } from './outline'
import { lessonsOf } from './seenLessons'
import { unpaidPlans } from './unpaidPlans'
import { waitedFor } from './waitedFor'

/** A quiz that its learner has begun and not handed in. Moments are ISO 8601. */
export type DueAttempt = {
  attempt: string
  course: { slug: string; title: string }
  /** When it is graded as it stands; null where the quiz has no limit. */
  deadlineAt: null | string
  lesson: string
  quiz: string
}

/** A live session that is on, or will be within two weeks. Moments are ISO 8601. */
export type LiveSoon = {
  course: { slug: string; title: string }
  endsAt: string
  lesson: string
  startsAt: string
  title: string
}

/** What a school told the learners of a course; `at` is ISO 8601. */
export type CourseNews = {
  at: string
  author: null | string
  course: { slug: string; title: string }
  id: string
  message: string
}

/**
 * What waits for a learner, or for what a learner waits: attempts and assignments to hand in, the most pressing first; live
 * sessions in their order; news of courses, the newest first; and places in cohorts.
 */
export type Pressing = {
  attempts: DueAttempt[]
  live: LiveSoon[]
  news: CourseNews[]
  /** What could not be charged of subscriptions and plans that still run. */
  unpaid: UnpaidPlan[]
  waiting: WaitedFor[]
  work: DueWork[]
}

type Read = Omit<Pressing, 'work'> & { work: ReadWork[] }

/** What a learner still has to hand in and can, what is on, what was said, and the queues that they are in, in one statement. */
export const pressingOf = async ({
  learner,
  now = new Date(),
  req,
}: {
  learner: string
  now?: Date
  req: PayloadRequest
}): Promise<Pressing> => {
  const language = await languageOf(req)
  const found = await row<Read>(
    req,
    sql`select ${list(dueAttempts(learner, language))} as attempts, ${list(workToDo(learner, language))} as work,
          ${list(liveSoon(learner, language))} as live, ${list(courseNews(learner, language))} as news,
          ${list(waitedFor(learner, language))} as waiting, ${unpaidPlans(learner)} as unpaid`,
  )
  const { work, ...rest } = found ?? NOTHING

  return { ...rest, work: dueWorks(work, now) }
}

const NOTHING: Read = { attempts: [], live: [], news: [], unpaid: [], waiting: [], work: [] }

const list = (statement: SQL): SQL =>
  sql`(select coalesce(json_agg(x), '[]'::json) from (${statement}) x)`

const liveSoon = (learner: string, language: Language): SQL => sql`
  select l.id as lesson, ${titleIn(language, 'lessons', 'l')} as title,
    to_json(l.live_starts_at) #>> '{}' as "startsAt", to_json(l.live_ends_at) #>> '{}' as "endsAt",
    json_build_object('slug', c.slug, 'title', ${titleIn(language, 'courses', 'c')}) as course
  from enrollments e
  join courses c on c.id = e.course_id
  join lateral ${lessonsOf('e')} l on l.kind = 'live'
  left join progress p on p.lesson_id = l.id and p.learner_id = e.learner_id
  where e.learner_id = ${learner} and ${OPEN_ENROLLMENT} and ${OPENED}
    and l.live_ends_at > now() and l.live_starts_at < now() + interval '14 days'
  order by l.live_starts_at, l.id limit 5`

const courseNews = (learner: string, language: Language): SQL => sql`
  select n.id, n.message, to_json(n.created_at) #>> '{}' as at, a.name as author,
    json_build_object('slug', c.slug, 'title', ${titleIn(language, 'courses', 'c')}) as course
  from enrollments e
  join course_updates n on n.course_id = e.course_id and n.created_at > e.created_at
    and n.created_at > now() - interval '30 days'
  join courses c on c.id = e.course_id
  left join users a on a.id = n.author_id
  where e.learner_id = ${learner} and ${OPEN_ENROLLMENT}
  order by n.created_at desc, n.id limit 3`

const dueAttempts = (learner: string, language: Language): SQL => sql`
  select a.id as attempt, to_json(a.deadline_at) #>> '{}' as "deadlineAt", l.id as lesson, ${titleIn(language, 'quizzes', 'q')} as quiz,
    json_build_object('slug', c.slug, 'title', ${titleIn(language, 'courses', 'c')}) as course
  from quiz_attempts a
  join enrollments e on e.id = a.enrollment_id and ${OPEN_ENROLLMENT}
  join lessons l on l.id = a.lesson_id
  join courses c on c.id = l.course_id
  join quizzes q on q.id = a.quiz_id
  where a.learner_id = ${learner} and a.submitted_at is null
    and (a.deadline_at is null or a.deadline_at > now())
  order by a.deadline_at nulls last, a.id`
