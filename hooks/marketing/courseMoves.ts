import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Template } from '@/domain/mail/templates'
import type { Step } from '@/domain/catalog/publication/workflow'
import type { Locale } from '@/domain/tenancy/locales'
import type { Point } from '@/domain/catalog/publication/checklist'

import { row, rows } from '@/database/transaction'
import { spokenIn } from '@/domain/tenancy/spoken'
import { MANAGERS } from '@/domain/identity/roles'
import { queueEmails } from '@/operations/mail/queueEmails'
import { schoolOf } from '@/operations/tenancy/school'
import { reaction } from '@hooks/events/reaction'

type CourseMail = Extract<
  Template,
  'courseAnswered' | 'courseApproved' | 'courseReturned' | 'courseSubmitted'
>

const MAILS: Partial<Record<Step, CourseMail>> = {
  answer: 'courseAnswered',
  approve: 'courseApproved',
  publish: 'courseApproved',
  reject: 'courseReturned',
  submit: 'courseSubmitted',
}

type Line = {
  author: null | string
  authorId: null | string
  course: string
  courseId: string
  note: null | string
  points: Point[]
  step: Step
}

type Person = { email: string; id: string; locale: Locale | null; name: string }

/** What was said with a step: the note, then each point with what it is about. */
const messageOf = ({ note, points }: Line): string =>
  [note ?? '', ...points.map((point) => (point.of ? `${point.of}: ${point.note}` : point.note))]
    .filter(Boolean)
    .join('\n\n')

/** Who approves in this school. */
const MANAGING = sql`exists (select 1 from users_roles r
  where r.parent_id = u.id and r.value::text in (${sql.join(
    MANAGERS.map((role) => sql`${role}`),
    sql`, `,
  )}))`

/**
 * Whom a step concerns: a submission, all who approve; an answer, those who have spoken of this round
 * before, or else all who approve; a decision, whoever submitted last. Never who took it.
 */
const concerned = async (
  req: PayloadRequest,
  line: string,
  { authorId, courseId, step }: Line,
): Promise<Person[]> => {
  const others = (where: ReturnType<typeof sql>) =>
    rows<Person>(
      req,
      sql`select u.id, u.email, u.locale, u.name from users u
          where u.status = 'active' and u.id is distinct from ${authorId}::uuid and ${where} order by u.id`,
    )
  const before = sql`from course_log l where l.course_id = ${courseId} and l.id < ${line}`
  if (step === 'submit') {
    return others(MANAGING)
  }
  if (step === 'answer') {
    const spoken =
      await others(sql`u.id in (select l.author_id ${before} and l.step in ('answer', 'reject', 'submit')
      and l.id > coalesce((select max(p.id::text)::uuid from course_log p where p.course_id = ${courseId}
        and p.id < ${line} and p.step in ('approve', 'publish')), '00000000-0000-0000-0000-000000000000'))`)

    return spoken.length > 0 ? spoken : others(MANAGING)
  }

  return others(
    sql`u.id = (select l.author_id ${before} and l.step = 'submit' order by l.id desc limit 1)`,
  )
}

/** Tells those concerned what was done to a course on its way to learners, once for each step. */
export const tellOnCourseMoved = reaction({
  name: 'tellOnCourseMoved',
  on: 'course.moved',
  run: async ({ data: { line }, req, tenant }) => {
    const school = await schoolOf({ req, tenant })
    const found = await row<Line>(
      req,
      sql`select l.step, l.note, coalesce(l.points, '[]') as points, l.author_id as "authorId", u.name as author,
            c.id as "courseId", coalesce(v.version_title, c.title, '') as course
          from course_log l join courses c on c.id = l.course_id
            left join _courses_v v on v.parent_id = c.id and v.latest
            left join users u on u.id = l.author_id
          where l.id = ${line}`,
    )
    const template = found && MAILS[found.step]
    if (!found || !template || !school) {
      return
    }
    const { author, course, courseId } = found
    await queueEmails({
      emails: (await concerned(req, line, found)).map(({ id, name, email, locale }) => ({
        data: {
          name,
          author: author ?? spokenIn(school, locale ?? school.locale).name,
          course,
          message: messageOf(found),
          url: `${school.origin}/admin/collections/courses/${courseId}`,
        },
        key: `${template}:${line}:${id}`,
        locale: locale ?? school.locale,
        template,
        to: email,
      })),
      req,
      urgency: 'prompt',
    })
  },
})
