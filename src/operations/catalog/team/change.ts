import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { TeamRole, TeamState } from '@/domain/catalog/team'

import { row, rows } from '@/database/transaction'

import { checkShare, lockTeam } from './invite'
import { tellTeam } from './tell'

type Asked = { member: string; req: PayloadRequest; tenant: string }

type Held = { account: null | string; course: string; email: string; state: TeamState }

/** A place in a team that is invited or taken, held until the transaction ends. */
const hold = async ({ member, req }: Asked): Promise<Held | null> => {
  const found = await row<{ course: string }>(
    req,
    sql`select course_id as course from course_team where id = ${member}`,
  )
  if (!found || !(await lockTeam({ course: found.course, req }))) {
    return null
  }

  return (
    (await row<Held>(
      req,
      sql`select course_id as course, account_id as account, email, state from course_team
          where id = ${member} and state in ('invited', 'accepted') for update`,
    )) ?? null
  )
}

/**
 * Gives somebody who is invited or in the team another role or share, and tells them; false where there is nobody. Throws
 * sharesExceeded. Runs in the caller's transaction.
 */
export const changeMember = async ({
  role,
  share,
  ...asked
}: Asked & { role: TeamRole; share: number }): Promise<boolean> => {
  const { member, req, tenant } = asked
  const held = await hold(asked)
  if (!held) {
    return false
  }
  const { course, email, state } = held
  await checkShare({ course, email, req, share })
  const changed = await row(
    req,
    sql`update course_team set role = ${role}::enum_course_team_role, share = ${share}, updated_at = now()
        where id = ${member} and (role::text, share) is distinct from (${role}::text, ${share}::numeric) returning id`,
  )
  if (changed && state === 'accepted') {
    await tellTeam({ course, member, news: 'changed', req, tenant })
  }

  return true
}

/**
 * Takes somebody out of a team, or an invitation back, with a reason that they read; `by` themselves, they leave, and
 * whoever invited them reads it. False where there is nobody, or nobody whom `by` may take out. Runs in the caller's transaction.
 */
export const removeMember = async ({
  by,
  reason,
  ...asked
}: Asked & { by: { account: string; isManager: boolean }; reason: string }): Promise<boolean> => {
  const { member, req, tenant } = asked
  const held = await hold(asked)
  const isOwn = held?.account === by.account
  if (!held || !(isOwn || by.isManager)) {
    return false
  }
  await rows(
    req,
    sql`update course_team set state = 'removed', reason = ${reason}, token = null, updated_at = now() where id = ${member}`,
  )
  await tellTeam({ course: held.course, member, news: isOwn ? 'left' : 'removed', req, tenant })

  return true
}
