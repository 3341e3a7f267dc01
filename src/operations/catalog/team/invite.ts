import { createHash, randomBytes } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { TeamRole, TeamState } from '@/domain/catalog/team'
import type { Locale } from '@/domain/tenancy/locales'

import { row, rows } from '@/database/transaction'
import { INVITATION_DAYS, shareLeft } from '@/domain/catalog/team'
import { RuleError } from '@/domain/errors'
import { queueEmail } from '@/operations/mail/queueEmail'
import { schoolOf } from '@/operations/tenancy/school'

/** Path of the page on which an invitation is answered. */
const ANSWER = '/teaching-invitation'

/** What is kept of a token: whoever reads the row cannot answer with it. */
export const keptToken = (token: string): string =>
  createHash('sha256').update(token).digest('base64url')

type Asked = { course: string; req: PayloadRequest; tenant: string }

/** Lets one change after the other be made to a team, until the transaction ends; false where there is no such course. */
export const lockTeam = async ({ course, req }: Omit<Asked, 'tenant'>): Promise<boolean> =>
  Boolean(
    await row(
      req,
      sql`select 1 from courses where id = ${course} and deleted_at is null for no key update`,
    ),
  )

/** Throws sharesExceeded with `most`, the basis points that are left beside everybody but `email`. */
export const checkShare = async ({
  course,
  email,
  req,
  share,
}: Omit<Asked, 'tenant'> & { email: string; share: number }): Promise<void> => {
  const others = await rows<{ share: number }>(
    req,
    sql`select share::int as share from course_team
        where course_id = ${course} and email <> ${email} and state in ('invited', 'accepted')`,
  )
  const most = shareLeft(others.map((other) => other.share))
  if (share > most) {
    throw new RuleError('sharesExceeded', { most })
  }
}

/**
 * Invites an address into the team of a course and mails it the link to answer; inviting it once more before it has
 * answered, or after it declined or left, makes a new link and ends the old one. Answers the row's id; null where the school
 * has no such course. Throws alreadyInTeam and sharesExceeded. Of several at once, one after the other.
 */
export const inviteToTeam = async ({
  email,
  role,
  share,
  ...asked
}: Asked & { email: string; role: TeamRole; share: number }): Promise<null | string> => {
  const { course, req, tenant } = asked
  if (!(await lockTeam(asked))) {
    return null
  }
  const before = await row<{ state: TeamState }>(
    req,
    sql`select t.state from course_team t left join users u on u.id = t.account_id
        where t.course_id = ${course} and (t.email = ${email} or u.email = ${email}) and t.state = 'accepted'`,
  )
  if (before) {
    throw new RuleError('alreadyInTeam')
  }
  await checkShare({ ...asked, email, share })
  const made = await row<{ id: string }>(
    req,
    sql`insert into course_team (id, tenant_id, course_id, email, role, share, state, invited_by_id, expires_at)
        values (uuidv7(), ${tenant}, ${course}, ${email}, ${role}::enum_course_team_role, ${share}, 'invited',
          (select id from users where id = ${req.user?.id ?? null}::uuid and tenant_id = ${tenant}::uuid), now())
        on conflict (tenant_id, course_id, email) do update set role = excluded.role, share = excluded.share,
          state = 'invited', invited_by_id = excluded.invited_by_id, account_id = null, answered_at = null, reason = null,
          updated_at = now()
        returning id`,
  )
  if (!made) {
    throw new Error(`The invitation to ${course} was not written down.`)
  }
  await sendInvitation({ member: made.id, req, tenant })

  return made.id
}

type Invited = {
  author: null | string
  course: string
  email: string
  locale: Locale | null
  name: null | string
  role: TeamRole
  share: number
}

/**
 * Mails whoever is invited a new link, which takes the place of the one before and works for INVITATION_DAYS; false where
 * `member` does not wait for an answer. Runs in the caller's transaction.
 */
export const sendInvitation = async ({
  member,
  req,
  tenant,
}: {
  member: string
  req: PayloadRequest
  tenant: string
}): Promise<boolean> => {
  const school = await schoolOf({ req, tenant })
  const token = randomBytes(24).toString('base64url')
  const kept = keptToken(token)
  const isInvited = await row(
    req,
    sql`update course_team set token = ${kept}, updated_at = now(), expires_at = now() + make_interval(days => ${INVITATION_DAYS})
        where id = ${member} and state = 'invited' returning id`,
  )
  if (!isInvited || !school) {
    return false
  }
  const found = await row<Invited>(
    req,
    sql`select t.email, t.role, t.share::int as share, a.name as author, u.name, u.locale,
          coalesce(v.version_title, c.title, '') as course
        from course_team t join courses c on c.id = t.course_id
          left join _courses_v v on v.parent_id = c.id and v.latest
          left join users a on a.id = t.invited_by_id
          left join users u on u.tenant_id = t.tenant_id and u.email = t.email
        where t.id = ${member}`,
  )
  if (!found) {
    return false
  }
  const { name, author, course, email, locale, role, share } = found
  await queueEmail({
    data: {
      name: name ?? '',
      author: author ?? school.name,
      course,
      role,
      share,
      url: `${school.origin}${ANSWER}?token=${token}`,
    },
    key: `teamInvitation:${kept}`,
    locale: locale ?? school.locale,
    req,
    template: 'teamInvitation',
    to: email,
  })

  return true
}
