import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { TeamState } from '@/domain/catalog/team'

import { row, rows } from '@/database/transaction'

import { shareFault } from './shareFault'

type Place = { course: string; person: string; share: number; state: TeamState }

/**
 * Keeps the share of revenue of somebody in a course's team as the team has it: whoever is in it with a share earns it from now on,
 * and whoever is in it no more earns nothing from now on. A place without a share leaves alone what was agreed elsewhere, and one
 * that does not fit beside other rules of the course makes none. In the caller's transaction; twice equals once.
 */
export const followTeam = async ({
  member,
  req,
  tenant,
}: {
  member: string
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  const place = await row<Place>(
    req,
    sql`select account_id as person, course_id as course, share::int as share, state::text as state from course_team
        where id = ${member} and account_id is not null for share`,
  )
  const isIn = place?.state === 'accepted' && place.share > 0
  if (!place || (!isIn && place.state !== 'removed')) {
    return
  }
  const { course, person, share } = place
  const standing = await row<{ id: string; share: number }>(
    req,
    sql`select id, share::int as share from revenue_shares
        where course_id = ${course} and person_id = ${person} and starts_at <= now() and (ends_at is null or ends_at > now()) for update`,
  )
  if (isIn && standing?.share === share) {
    return
  }
  const at = new Date().toISOString()
  if (standing) {
    await rows(
      req,
      sql`update revenue_shares set ends_at = greatest(starts_at, ${at}::timestamptz), updated_at = now() where id = ${standing.id}`,
    )
  }
  const rule = { course, endsAt: null, person, share, startsAt: at }
  if (isIn && !(await shareFault({ ...rule, id: null, isNew: false, req }))) {
    await rows(
      req,
      sql`insert into revenue_shares (id, tenant_id, course_id, person_id, share, starts_at)
          values (uuidv7(), ${tenant}, ${course}, ${person}, ${share}, ${at})`,
    )
  }
}
