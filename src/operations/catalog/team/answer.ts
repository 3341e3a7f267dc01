import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { AnswerOutcome, Invitation, TeamState } from '@/domain/catalog/team'
import type { Locale } from '@/domain/tenancy/locales'

import { row, rows } from '@/database/transaction'
import { answered } from '@/domain/catalog/team'
import { RuleError } from '@/domain/errors'
import { giveRole } from '@/operations/identity/accounts'
import { staffLimit } from '@/operations/identity/accountLimit'
import { setPassword } from '@/operations/identity/credentials'
import { takePlace } from '@/operations/identity/registration'
import { askOf, takeRoom } from '@/operations/tenancy/limits'
import { announce } from '@hooks/events/announce'

import { lockTeam, keptToken } from './invite'
import { tellTeam } from './tell'

type Asked = { req: PayloadRequest; token: string }

/** The invitation that a token opens; null where it opens none. */
export const invitationOf = async ({ req, token }: Asked): Promise<Invitation | null> =>
  (await row<Invitation>(
    req,
    sql`select t.email, t.role, t.share::int as share, t.state, a.name as author, c.id as "courseId",
          coalesce(v.version_title, c.title, '') as course, to_json(t.expires_at) #>> '{}' as "expiresAt",
          t.expires_at <= now() as "isExpired",
          exists (select 1 from users u where u.tenant_id = t.tenant_id and u.email = t.email
            and (u.status <> 'pending' or u.email_verified is true)) as "hasAccount"
        from course_team t join courses c on c.id = t.course_id and c.deleted_at is null
          left join _courses_v v on v.parent_id = c.id and v.latest
          left join users a on a.id = t.invited_by_id
        where t.token = ${keptToken(token)}`,
  )) ?? null

type Held = { course: string; email: string; expiresAt: string; id: string; state: TeamState }

/** Holds the team of the invitation until the transaction ends. */
const holdInvitation = async ({ req, token }: Asked): Promise<Held | null> => {
  const kept = keptToken(token)
  const found = await row<{ course: string }>(
    req,
    sql`select course_id as course from course_team where token = ${kept}`,
  )
  if (!found || !(await lockTeam({ course: found.course, req }))) {
    return null
  }

  return (
    (await row<Held>(
      req,
      sql`select id, course_id as course, email, state, to_json(expires_at) #>> '{}' as "expiresAt"
          from course_team where token = ${kept} for update`,
    )) ?? null
  )
}

/** Who an account is made for that accepts without having one. */
type Newcomer = { locale: Locale | null; name: string; password: string }

type Answer = Asked & {
  answer: 'accepted' | 'declined'
  newcomer?: Newcomer
  tenant: string
}

/**
 * Answers an invitation, once however often it comes. Accepting, it joins the account of the address, which has to be
 * signed in; where there is none, the token has proved the address, and `newcomer` makes it. Null for a token that opens
 * nothing. Throws invitationClosed, invitationExpired, otherAccount, signInFirst, accountNeeded, and the limits of the school.
 * Runs in the caller's transaction.
 */
export const answerInvitation = async ({
  answer,
  newcomer,
  req,
  tenant,
  token,
}: Answer): Promise<AnswerOutcome | null> => {
  const held = await holdInvitation({ req, token })
  if (!held) {
    return null
  }
  const { id, course, expiresAt, state } = held
  const verdict = answered({ answer, expiresAt: new Date(expiresAt), now: new Date(), state })
  if (verdict === 'closed' || verdict === 'expired') {
    throw new RuleError(verdict === 'closed' ? 'invitationClosed' : 'invitationExpired')
  }
  if (verdict === 'again') {
    return { courseId: course, isNew: false, state }
  }
  const joined =
    answer === 'accepted' ? await accountFor({ ...held, newcomer, req, tenant }) : undefined
  await rows(
    req,
    sql`update course_team set state = ${answer}::enum_course_team_state, answered_at = now(), updated_at = now(),
          account_id = ${joined?.id ?? null}::uuid where id = ${id}`,
  )
  await tellTeam({ course, member: id, news: answer, req, tenant })

  return { courseId: course, isNew: joined?.isNew ?? false, state: answer }
}

type Account = { id: string; isNew: boolean }

type Joining = Held & { newcomer?: Newcomer; req: PayloadRequest; tenant: string }

type Known = { id: string; isProved: boolean; status: string }

const accountFor = async (joining: Joining): Promise<Account> => {
  const { email, req, tenant } = joining
  const signed = req.user as null | { email: string; id: string }
  if (signed && signed.email !== email) {
    throw new RuleError('otherAccount')
  }
  const known = await row<Known>(
    req,
    sql`select id, status::text as status, email_verified is true as "isProved" from users
        where tenant_id = ${tenant} and email = ${email} for update`,
  )
  if (known && (known.isProved || known.status !== 'pending') && !signed) {
    throw new RuleError('signInFirst')
  }
  const account = known && signed ? { id: known.id, isNew: false } : await make(joining, known)
  await takeStaffPlace(account.id, joining)

  return account
}

/** The school's limit for staff counts whoever teaches; who is counted already takes no place more. */
const takeStaffPlace = async (account: string, { req, tenant }: Joining): Promise<void> => {
  const isStaff = await row(
    req,
    sql`select 1 from users_roles where parent_id = ${account}
          and value in ('owner', 'admin', 'instructor', 'support', 'moderator')
        union all select 1 from course_team where account_id = ${account} and state = 'accepted'`,
  )
  if (!isStaff) {
    await takeRoom({ ask: askOf(req), limit: staffLimit, more: 1, tenant })
  }
}

/** An account for the address that the token has proved; one that waited for its owner becomes theirs. */
const make = async (
  { email, newcomer, req, tenant }: Joining,
  known: Known | undefined,
): Promise<Account> => {
  if (!newcomer) {
    throw new RuleError('accountNeeded')
  }
  const { name, locale, password } = newcomer
  if (!known) {
    await takePlace({ ask: askOf(req), tenant })
  }
  const made = await row<{ id: string }>(
    req,
    sql`insert into users (id, tenant_id, name, email, status, email_verified, locale)
        values (uuidv7(), ${tenant}, ${name}, ${email}, 'active', true, ${locale})
        on conflict (tenant_id, email) do update set name = excluded.name, status = 'active', email_verified = true,
          updated_at = now()
        returning id`,
  )
  if (!made) {
    throw new Error('The account of an invitation was not made.')
  }
  await setPassword({ account: made.id, password, req, tenant })
  await giveRole({ account: made.id, req, role: 'student' })
  if (!known) {
    await announce({ data: { account: made.id }, fact: 'account.registered', req, tenant })
  }
  await announce({ data: { account: made.id }, fact: 'account.confirmed', req, tenant })

  return { id: made.id, isNew: true }
}
