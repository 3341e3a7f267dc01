import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ImageFile, Picture } from '@/domain/media/pictures'

import {
  accessEndOf,
  BEFORE_START,
  LASTING_ENROLLMENT,
  OPEN_ENROLLMENT,
} from '@/database/openEnrollments'
import { rows } from '@/database/transaction'
import { pictureOf } from '@/domain/media/pictures'
import { pictureColumn } from '@/operations/media/pictureColumns'
import { SHOWN_COURSE } from '@/operations/catalog/shownCourse'
import { languageOf } from '@/operations/translation/reading'

import { OPENED } from './entitlements'
import { LESSON_ORDER, SECTION_ORDER, titleIn } from './outline'
import { editionOf, lessonsOf, sectionsIn } from './seenLessons'

/** A course on its learner's dashboard. */
export type DashboardCourse = {
  /** Until when it is open; null is for good. */
  accessUntil: null | string
  /** The group that it is taken with, and whether that is still to start; null for who learns at their own pace. */
  cohort: null | { isBefore: boolean; name: string; startsAt: string }
  completedAt: null | string
  course: { cover: null | Picture; id: string; isShown: boolean; slug: string; title: string }
  enrollment: string
  /** Whether the time of its access is over. */
  hasEnded: boolean
  /** Whether it ends within a week. */
  isEndingSoon: boolean | null
  /** Whether staff have paused it. */
  isPaused: boolean
  /** When the learner was last in the course; null before the first time. */
  lastSeenAt: null | string
  /** Where to go on: the unfinished lesson that was open last, else the first unfinished one. */
  next: null | { id: string; kind: string; title: string }
  /** When the next lesson opens by time, where every open one is done; null where none waits for time. */
  opensAt: null | string
  percent: number
}

type Read = Omit<DashboardCourse, 'course'> & {
  course: Omit<DashboardCourse['course'], 'cover'> & { cover: ImageFile | null }
  /** How many courses of a library the learner has beside those that are shown. */
  further: number
}

/** How many courses of a library are shown to a learner who has not looked into them. */
const UNTOUCHED = 12

/** Enrollments `e` with when their learner was last there; of a library's that were never looked into, those of which `place` is small. */
const OF_LEARNER = (learner: string): SQL =>
  sql`(select x.*, seen.at as seen_at, l.is_untouched,
         case when l.is_untouched then row_number() over (partition by l.is_untouched order by x.created_at desc, x.id) end as place,
         greatest(count(*) filter (where l.is_untouched) over () - ${UNTOUCHED}, 0)::int as further
       from enrollments x
       left join lateral (select max(p.updated_at) as at from progress p where p.enrollment_id = x.id) seen on true
       cross join lateral (select x.source = 'subscription' and x.status = 'active' and seen.at is null and x.cohort_id is null and not exists (
         select 1 from order_lines o where o.order_id = x.order_id and o.course_id = x.course_id) as is_untouched) l
       where x.learner_id = ${learner} and x.status in ('active', 'paused'))`

type Asked = {
  /** The slug of the one that is looked for. */
  course?: string
  learner: string
  req: PayloadRequest
}

/** A learner's courses, the one that was open last first and those whose access ended last, in one statement. */
export const readDashboard = async (asked: Asked): Promise<DashboardCourse[]> =>
  (await read(asked, asked.course === undefined ? sql`true` : sql`c.slug = ${asked.course}`))
    .courses

/** The same without most of what a library opened that was never looked into; `further` is how many courses were left out. */
export const dashboardCourses = (
  asked: Asked,
): Promise<{ courses: DashboardCourse[]; further: number }> =>
  read(asked, sql`(e.place is null or e.place <= ${UNTOUCHED})`)

const read = async (
  { learner, req }: Asked,
  which: SQL,
): Promise<{ courses: DashboardCourse[]; further: number }> => {
  const language = await languageOf(req)

  const found = await rows<Read>(
    req,
    sql`select e.id as enrollment, e.percent::int as percent, to_json(e.completed_at) #>> '{}' as "completedAt",
          to_json(${accessEndOf('e')}) #>> '{}' as "accessUntil", e.status = 'active' and not (${LASTING_ENROLLMENT}) as "hasEnded", e.status = 'paused' as "isPaused",
          e.access_until > now() and e.access_until <= now() + interval '7 days' as "isEndingSoon",
          (select json_build_object('name', k.name, 'startsAt', k.starts_at, 'isBefore', ${BEFORE_START})
            from cohorts k where k.id = e.cohort_id) as cohort,
          json_build_object('id', c.id, 'slug', c.slug, 'isShown', ${SHOWN_COURSE}, 'title', ${titleIn(language, 'courses', 'c')}, 'cover', ${pictureColumn(language)}) as course,
          to_json(e.seen_at) #>> '{}' as "lastSeenAt", e.further, next.lesson as next,
          case when next.lesson is null and ${OPEN_ENROLLMENT} and e.next_release_at > now() then to_json(e.next_release_at) #>> '{}' end as "opensAt"
        from ${OF_LEARNER(learner)} e
        join courses c on c.id = e.course_id
        left join media m on m.id = c.cover_id
        left join lateral (
          select json_build_object('id', l.id, 'title', ${titleIn(language, 'lessons', 'l')}, 'kind', l.kind) as lesson
          from ${lessonsOf('e')} l
          join lateral ${sectionsIn({ course: sql`e.course_id`, edition: editionOf('e') })} s on s.id = l.section_id
          left join progress p on p.lesson_id = l.id and p.learner_id = e.learner_id
          where p.completed_at is null and (${OPEN_ENROLLMENT})
            and ${OPENED}
          order by p.updated_at desc nulls last, ${SECTION_ORDER}, ${LESSON_ORDER} limit 1
        ) next on true
        where ${which}
        order by "hasEnded", e.seen_at desc nulls last, e.created_at desc, e.id`,
  )

  const all = found.map((entry) => shown(entry))

  return { courses: all.map(({ entry }) => entry), further: all[0]?.further ?? 0 }
}

const shown = ({
  course: { cover, ...course },
  further,
  ...entry
}: Read): { entry: DashboardCourse; further: number } => ({
  entry: { ...entry, course: { ...course, cover: pictureOf(cover) } },
  further,
})
