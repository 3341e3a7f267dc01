import { sql } from '@payloadcms/db-postgres'

import type { Locale } from '@/domain/tenancy/locales'

import { OPEN_ENROLLMENT } from '@/database/openEnrollments'
import { row } from '@/database/transaction'
import { editionOf, lessonsOf, sectionsIn } from '@/operations/learning/seenLessons'
import { queueEmail } from '@/operations/mail/queueEmail'
import { schoolOf } from '@/operations/tenancy/school'
import { textInTheirs } from '@/operations/translation/textIn'
import { reaction } from '@hooks/events/reaction'

type Told = {
  course: string
  email: string
  lessons: { id: string; title: string }[]
  locale: Locale | null
  name: string
  slug: string
}

const theirs = { locale: sql`u.locale`, tenant: sql`e.tenant_id` }

/** Mails a learner which lessons have opened: one mail for what opened together. */
export const mailLearnerOnLessonsReleased = reaction({
  name: 'mailLearnerOnLessonsReleased',
  on: 'lessons.released',
  run: async ({ data: { enrollment, lessons }, event, req, tenant }) => {
    const school = await schoolOf({ req, tenant })
    const found = await row<Told>(
      req,
      sql`select u.email, u.locale, u.name, c.slug,
            ${textInTheirs(theirs, 'courses', { field: 'title', of: sql`c.id`, own: sql`c.title` })} as course,
            (select json_agg(json_build_object('id', l.id,
                'title', ${textInTheirs(theirs, 'lessons', { field: 'title', kept: sql`l.kept_texts`, of: sql`l.id`, own: sql`l.title` })})
                order by s._sections_sections_order collate "C" nulls last, l._lessons_lessons_order collate "C" nulls last)
              from ${lessonsOf('e')} l
              join ${sectionsIn({ course: sql`e.course_id`, edition: editionOf('e') })} s on s.id = l.section_id
              where l.id::text in (select jsonb_array_elements_text(${JSON.stringify(lessons)}::jsonb))) as lessons
          from enrollments e join users u on u.id = e.learner_id join courses c on c.id = e.course_id
          where e.id = ${enrollment} and ${OPEN_ENROLLMENT}`,
    )
    const [first] = found?.lessons ?? []
    if (!school || !found || !first) {
      return
    }
    const { name, slug, course, email, locale } = found
    await queueEmail({
      data: {
        name,
        course,
        lessons: found.lessons.map(({ title }) => title),
        url: `${school.origin}/learn/${slug}/${first.id}`,
      },
      key: `lessonsOpened:${event}`,
      locale: locale ?? school.locale,
      req,
      template: 'lessonsOpened',
      to: email,
    })
  },
})
