import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Locale } from '@/domain/tenancy/locales'

import { DISCUSSION_SHOWN } from '@/database/openEnrollments'
import { rows } from '@/database/transaction'
import { textInTheirs } from '@/operations/translation/textIn'

import { MEMBER } from './room'

/** Somebody who is to be told of a reply; `post` is the title of what was answered, or how it begins. */
type Follower = {
  author: string
  course: string
  email: string
  locale: Locale | null
  member: string
  name: string
  post: string
  slug: string
  thread: string
}

/** Accounts `u` that look after discussions of the course `c`: by their school role, by its team, or as its named instructors. */
const LOOKS_AFTER = sql`(exists (select 1 from users_roles o where o.parent_id = u.id
    and (o.value::text in ('owner', 'admin', 'moderator', 'support', 'superAdmin')
      or (o.value::text = 'instructor' and (c.instructor_id = u.id
        or exists (select 1 from courses_rels n where n.parent_id = c.id and n.path = 'coInstructors' and n.users_id = u.id)
        or not exists (select 1 from course_team x where x.course_id = c.id and x.state = 'accepted')))))
  or exists (select 1 from course_team t where t.course_id = c.id and t.account_id = u.id and t.state = 'accepted'))`

/** Who follows the post that a reply answers, and may read it now: not its writer, and nobody where reply or post was taken away meanwhile. */
export const followersOf = ({
  comment,
  req,
}: {
  comment: string
  req: PayloadRequest
}): Promise<Follower[]> =>
  rows(
    req,
    sql`select u.id as member, u.email, u.locale, u.name, a.name as author, p.id as thread, c.slug,
          coalesce(p.title, p.body) as post,
          ${textInTheirs({ locale: sql`u.locale`, tenant: sql`r.tenant_id` }, 'courses', { field: 'title', of: sql`c.id`, own: sql`c.title` })} as course
        from comments r join posts p on p.id = r.post_id join spaces s on s.id = r.space_id
          join cohorts k on k.id = s.cohort_id join courses c on c.id = k.course_id
          join users a on a.id = r.author_id
          join post_follows f on f.post_id = p.id and f.is_following
          join users u on u.id = f.member_id and u.status = 'active'
        where r.id = ${comment} and r.removed_at is null and p.removed_at is null and u.id <> a.id
          and (${LOOKS_AFTER} or (${DISCUSSION_SHOWN}
            and exists (select 1 from enrollments e where e.learner_id = u.id and ${MEMBER})))
        order by u.id`,
  )
