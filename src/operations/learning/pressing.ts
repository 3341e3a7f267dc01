import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Language } from '@/operations/translation/textIn'

import { OPEN_ENROLLMENT } from '@/database/openEnrollments'
import { row } from '@/database/transaction'
import { languageOf } from '@/operations/translation/reading'

import type { WaitedFor } from './waitedFor'

import { titleIn } from './outline'
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

/** What waits for a learner, or for what a learner waits: attempts to hand in, the most pressing first, and places in cohorts. */
export type Pressing = { attempts: DueAttempt[]; waiting: WaitedFor[] }

/** What a learner still has to hand in and can, and the queues that they are in, in one statement. */
export const pressingOf = async ({
  learner,
  req,
}: {
  learner: string
  req: PayloadRequest
}): Promise<Pressing> => {
  const language = await languageOf(req)
  const found = await row<Pressing>(
    req,
    sql`select (select coalesce(json_agg(d), '[]'::json) from (${dueAttempts(learner, language)}) d) as attempts,
          (select coalesce(json_agg(w), '[]'::json) from (${waitedFor(learner, language)}) w) as waiting`,
  )

  return found ?? { attempts: [], waiting: [] }
}

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
