import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ImageFile, Picture } from '@/domain/media/pictures'

import { row, rows } from '@/database/transaction'
import { SHOWN_ROLES } from '@/domain/catalog/team'
import { shownRating } from '@/domain/learning/reviews'
import { pictureOf } from '@/domain/media/pictures'
import { pictureColumn } from '@/operations/media/pictureColumns'
import { languageOf } from '@/operations/translation/reading'
import { textIn } from '@/operations/translation/textIn'
import { translator } from '@/operations/translation/translate'

import type { ListedCourse } from './listedCourses'

import { listedCourses } from './listedCourses'

type Certification = { issuer: null | string; title: string; year: null | number }
type Taught = { place: null | string; role: string; since: null | number; until: null | number }

/** Everything the public page of an instructor says. */
export type InstructorPage = {
  bio: null | string
  certifications: Certification[]
  courses: ListedCourse[]
  credentials: string[]
  headline: null | string
  history: Taught[]
  id: string
  name: string
  photo: null | Picture
  /** Stars of all their courses together, to one decimal place; null where nobody gave any. */
  rating: null | { average: number; count: number }
  slug: string
  /** Accounts that are or were enrolled in any of their courses. */
  students: number
  website: null | string
}

type Read = Omit<InstructorPage, 'courses' | 'credentials' | 'photo' | 'rating'> & {
  average: null | number
  count: number
  courseIds: string[]
  credentials: null | string
  photo: ImageFile | null
}

/** Members `t` of a team whom the pages of its course name. */
const SHOWN = sql`t.state = 'accepted' and t.role in (${sql.join(
  SHOWN_ROLES.map((role) => sql`${role}`),
  sql`, `,
)})`

/** Courses `c` that the account `user` teaches, alone or with others, and that visitors see. */
const taughtBy = (user: ReturnType<typeof sql>) => sql`
  select c.id from courses c where c._status = 'published' and c.deleted_at is null
    and (c.instructor_id = ${user} or exists (
      select 1 from courses_rels r where r.parent_id = c.id and r.path = 'coInstructors' and r.users_id = ${user})
      or exists (select 1 from course_team t where t.course_id = c.id and t.account_id = ${user} and ${SHOWN}))`

/** The profile of a slug with its courses and sums; null where the school shows none. Four statements. */
export const instructorPage = async ({
  slug,
  req,
}: {
  req: PayloadRequest
  slug: string
}): Promise<InstructorPage | null> => {
  const found = await row<Read>(
    req,
    sql`select i.id, i.slug, i.name, i.headline, i.bio, i.credentials, i.website, ${pictureColumn(await languageOf(req))} as photo,
          (select coalesce(json_agg(json_build_object('id', x.id, 'title', x.title, 'issuer', x.issuer, 'year', x.year::int)
            order by x._order), '[]'::json) from instructors_certifications x where x._parent_id = i.id) as certifications,
          (select coalesce(json_agg(json_build_object('id', x.id, 'role', x.role, 'place', x.place, 'since', x.since::int,
            'until', x.until::int) order by x._order), '[]'::json) from instructors_history x where x._parent_id = i.id) as history,
          (select coalesce(json_agg(t.id), '[]'::json) from (${taughtBy(sql`i.user_id`)}) t) as "courseIds",
          (select count(distinct e.learner_id)::int from enrollments e
            where e.status <> 'revoked' and e.course_id in (${taughtBy(sql`i.user_id`)})) as students,
          s.average, s.count
        from instructors i
        left join media m on m.id = i.photo_id
        left join lateral (select avg(r.stars)::float8 as average, count(*)::int as count from reviews r
          where r.status = 'published' and r.course_id in (${taughtBy(sql`i.user_id`)})) s on true
        where i.slug = ${slug} and i.is_published`,
  )
  if (!found) {
    return null
  }
  const translate = await translator(req, { instructors: [found.id] })
  const { average, count, courseIds, credentials, photo, ...rest } = translate(
    'instructors',
    found.id,
    found,
  )

  return {
    ...rest,
    courses:
      courseIds.length > 0
        ? await listedCourses({ ids: courseIds, limit: courseIds.length, req })
        : [],
    credentials: (credentials ?? '').split('\n').flatMap((line) => line.trim() || []),
    photo: pictureOf(photo),
    rating: average === null ? null : { average: shownRating(average), count },
  }
}

/** Who teaches a course, as its page shows them; `slug` is null where they have no page of their own. */
export type Teacher = {
  headline: null | string
  name: string
  photo: null | Picture
  slug: null | string
}

/** Those who teach a course, the first one first; one statement. */
export const courseTeachers = async ({
  course,
  req,
}: {
  course: string
  req: PayloadRequest
}): Promise<Teacher[]> => {
  const language = await languageOf(req)
  const text = (field: 'headline' | 'name') =>
    textIn(language, 'instructors', { field, of: sql`i.id`, own: sql`i.${sql.identifier(field)}` })
  const found = await rows<Omit<Teacher, 'photo'> & { photo: ImageFile | null }>(
    req,
    sql`select coalesce(${text('name')}, u.name) as name, i.slug, ${text('headline')} as headline, ${pictureColumn(language)} as photo
        from (select c.instructor_id as id, -1 as place from courses c where c.id = ${course} and c.instructor_id is not null
          union all
          select r.users_id, r."order" from courses_rels r
          where r.parent_id = ${course} and r.path = 'coInstructors' and r.users_id is not null
            and r.users_id is distinct from (select instructor_id from courses where id = ${course})
          union all
          select t.account_id, 1000 + row_number() over (order by t.answered_at) from course_team t
          where t.course_id = ${course} and ${SHOWN}
            and t.account_id is distinct from (select instructor_id from courses where id = ${course})
            and not exists (select 1 from courses_rels r where r.parent_id = ${course} and r.path = 'coInstructors'
              and r.users_id = t.account_id)) t
        join users u on u.id = t.id
        left join instructors i on i.user_id = u.id and i.is_published
        left join media m on m.id = i.photo_id
        order by t.place`,
  )

  return found.map((teacher) => ({ ...teacher, photo: pictureOf(teacher.photo) }))
}
