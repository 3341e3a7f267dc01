import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { EnrollmentAction } from '@/domain/learning/enrollmentChanges'

import { rows } from '@/database/transaction'
import { SHOWN_COURSE } from '@/operations/catalog/shownCourse'
import { languageOf } from '@/operations/translation/reading'

import { titleIn } from './outline'

/** One enrollment as its learner's profile lists it. Moments are ISO 8601. */
export type CourseHistory = {
  /** What staff changed, and why; the newest first. */
  changes: { action: EnrollmentAction; at: string; reason: string }[]
  completedAt: null | string
  course: { isShown: boolean; slug: string; title: string }
  enrolledAt: string
  enrollment: string
  percent: number
  /** When the order behind it was paid; null for what nobody bought. */
  purchasedAt: null | string
  status: 'active' | 'expired' | 'paused' | 'revoked'
}

/** Everything a learner was ever enrolled in, as the rows of enrollments and orders say, the newest first. */
export const courseHistory = async ({
  learner,
  req,
}: {
  learner: string
  req: PayloadRequest
}): Promise<CourseHistory[]> => {
  const language = await languageOf(req)

  return rows<CourseHistory>(
    req,
    sql`select e.id as enrollment, e.status, e.percent::int as percent, to_json(e.completed_at) #>> '{}' as "completedAt",
          to_json(e.created_at) #>> '{}' as "enrolledAt", to_json(o.paid_at) #>> '{}' as "purchasedAt",
          json_build_object('slug', c.slug, 'isShown', ${SHOWN_COURSE}, 'title', ${titleIn(language, 'courses', 'c')}) as course,
          (select coalesce(json_agg(json_build_object('action', h.action, 'at', h.created_at, 'reason', h.reason) order by h.id desc), '[]'::json)
            from enrollment_changes h where h.enrollment_id = e.id) as changes
        from enrollments e join courses c on c.id = e.course_id left join orders o on o.id = e.order_id
        where e.learner_id = ${learner} order by e.created_at desc, e.id desc`,
  )
}

/** Of that, what others see of whoever shows their courses: those they have, and whether they finished. */
export type ShownCourse = Pick<CourseHistory, 'completedAt' | 'course'>

/** The courses that a person has now, or has finished, without how far they are and when they bought them. */
export const shownCourses = (history: readonly CourseHistory[]): ShownCourse[] =>
  history
    .filter(({ completedAt, status }) => status === 'active' || completedAt !== null)
    .map(({ completedAt, course }) => ({ completedAt, course }))
