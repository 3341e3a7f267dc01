import type { PayloadRequest } from 'payload'

import type { Entitlement } from '@/domain/learning/entitlement'
import type { Standing } from '@/domain/learning/standing'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { AUTHORS } from '@/domain/identity/roles'

import { entitledCourses } from './entitlements'

/** The answer for each lesson of a course, as staff read it. */
export type Explained = {
  course: string
  learner: string
  sections: {
    id: string
    lessons: ({ id: string; title: string } & Entitlement)[]
    title: string
  }[]
  standing: null | Standing
  /** In which the learner's dates are counted. */
  timeZone: string
}

/** What is open of a course to a learner, and why, or why not, as staff may ask. Null where one of them is not here. */
export const explainCourse = async ({
  course,
  learner,
  now,
  req,
}: {
  course: string
  learner: string
  now?: Date
  req: PayloadRequest
}): Promise<Explained | null> => {
  const account = await row<{ isAuthor: boolean }>(
    req,
    sql`select exists (select 1 from users_roles r where r.parent_id = u.id
          and r.value::text in (select jsonb_array_elements_text(${JSON.stringify(AUTHORS)}::jsonb))) as "isAuthor"
        from users u where u.id = ${learner}`,
  )
  const asker = account && { isAuthor: account.isAuthor, learner }
  const [found] = asker ? await entitledCourses({ asker, courses: [course], now, req }) : []
  if (!found) {
    return null
  }
  const { entitled, sections, stands } = found

  return {
    course,
    learner,
    sections: sections.map(({ id, lessons, title }) => ({
      id,
      lessons: lessons.flatMap((lesson) => {
        const said = entitled.get(lesson.id)

        return said ? [{ id: lesson.id, title: lesson.title, ...said }] : []
      }),
      title,
    })),
    standing: stands.standing,
    timeZone: stands.zones.learner ?? stands.zones.school,
  }
}
