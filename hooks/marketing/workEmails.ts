import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Locale } from '@/domain/tenancy/locales'

import { row } from '@/database/transaction'
import { lessonOfWork } from '@/operations/learning/seenLessons'
import { queueEmail } from '@/operations/mail/queueEmail'
import { schoolOf } from '@/operations/tenancy/school'
import { textInTheirs } from '@/operations/translation/textIn'
import { reaction } from '@hooks/events/reaction'

type Told = {
  assignment: string
  course: string
  email: string
  lesson: string
  locale: Locale | null
  name: string
  slug: string
}

/** What a learner is told of their work, once for each time that `occasion` names. */
const tellOfWork = async ({
  occasion,
  req,
  submission,
  tenant,
}: {
  occasion: string
  req: PayloadRequest
  submission: string
  tenant: string
}): Promise<void> => {
  const school = await schoolOf({ req, tenant })
  const theirs = { locale: sql`u.locale`, tenant: sql`s.tenant_id` }
  const found = await row<Told>(
    req,
    sql`select u.email, u.locale, u.name, c.slug, l.id as lesson,
          ${textInTheirs(theirs, 'courses', { field: 'title', of: sql`c.id`, own: sql`c.title` })} as course,
          ${textInTheirs(theirs, 'lessons', { field: 'title', kept: sql`l.kept_texts`, of: sql`l.id`, own: sql`l.title` })} as assignment
        from submissions s join users u on u.id = s.learner_id
          cross join lateral ${lessonOfWork({ learner: sql`s.learner_id`, lesson: sql`s.lesson_id` })} l
          join courses c on c.id = l.course_id
        where s.id = ${submission}`,
  )
  if (!found || !school) {
    return
  }
  const { name, slug, assignment, course, email, lesson, locale } = found
  await queueEmail({
    data: { name, assignment, course, url: `${school.origin}/learn/${slug}/${lesson}` },
    key: `workReviewed:${submission}:${occasion}`,
    locale: locale ?? school.locale,
    req,
    template: 'workReviewed',
    to: email,
  })
}

/** Tells a learner that their work was graded or given back, once for each decision. */
export const tellOnSubmissionReviewed = reaction({
  name: 'tellOnSubmissionReviewed',
  on: 'submission.reviewed',
  run: ({ data: { submission, version }, req, tenant }) =>
    tellOfWork({ occasion: String(version), req, submission, tenant }),
})

/** Tells a learner that somebody wrote about their work, once for each word. */
export const tellOnSubmissionAnswered = reaction({
  name: 'tellOnSubmissionAnswered',
  on: 'submission.answered',
  run: ({ data: { number, submission }, req, tenant }) =>
    tellOfWork({ occasion: `word-${number}`, req, submission, tenant }),
})
