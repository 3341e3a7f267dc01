import { sql } from '@payloadcms/db-postgres'

import type { TeamRole } from '@/domain/catalog/team'
import type { Locale } from '@/domain/tenancy/locales'

import { row } from '@/database/transaction'
import { queueEmail } from '@/operations/mail/queueEmail'
import { schoolOf } from '@/operations/tenancy/school'
import { reaction } from '@hooks/events/reaction'

type Reader = { email: string; locale: Locale | null; name: string }

type Told = {
  course: string
  courseId: string
  inviter: null | Reader
  member: null | Reader
  reason: null | string
  role: TeamRole
  share: number
  who: string
}

/** What the member hears of; all else, whoever invited them does. */
const THEIRS: readonly string[] = ['changed', 'removed']

const reader = (table: string) =>
  sql`(select json_build_object('email', x.email, 'locale', x.locale, 'name', x.name) from users x
    where x.id = ${sql.raw(table)} and x.status = 'active')`

/** Tells those concerned what became of a place in a team: an answer and a leave to whoever invited, all else to the member. */
export const mailOnTeamChanged = reaction({
  name: 'mailOnTeamChanged',
  on: 'team.changed',
  run: async ({ data: { member, news }, event, req, tenant }) => {
    const school = await schoolOf({ req, tenant })
    const found = await row<Told>(
      req,
      sql`select t.role, t.share::int as share, t.reason, c.id as "courseId", coalesce(v.version_title, c.title, '') as course,
            coalesce(u.name, t.email) as who, ${reader('t.account_id')} as member, ${reader('t.invited_by_id')} as inviter
          from course_team t join courses c on c.id = t.course_id
            left join _courses_v v on v.parent_id = c.id and v.latest
            left join users u on u.id = t.account_id
          where t.id = ${member}`,
    )
    const isTheirs = THEIRS.includes(news)
    const to = isTheirs ? found?.member : found?.inviter
    if (!school || !found || !to) {
      return
    }
    const { course, courseId, reason, role, share, who } = found
    const isOut = news === 'removed'
    await queueEmail({
      data: {
        name: to.name,
        course,
        news,
        reason: (isOut || news === 'left') && reason ? reason : undefined,
        role,
        share,
        url: isOut ? school.origin : `${school.origin}/admin/collections/courses/${courseId}`,
        who,
      },
      key: `teamNews:${event}`,
      locale: to.locale ?? school.locale,
      req,
      template: 'teamNews',
      to: to.email,
    })
  },
})
