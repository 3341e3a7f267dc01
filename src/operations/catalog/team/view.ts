import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Member, Team, TeamState } from '@/domain/catalog/team'

import { rows } from '@/database/transaction'
import { shareLeft } from '@/domain/catalog/team'

type Row = Member & { share: number }

const ORDER: readonly TeamState[] = ['accepted', 'invited', 'declined', 'removed']

/** The team of a course: for managers all of it, for others who is in it. */
export const teamOf = async ({
  course,
  mayManage,
  req,
}: {
  course: string
  mayManage: boolean
  req: PayloadRequest
}): Promise<Team> => {
  const found = await rows<Row>(
    req,
    sql`select t.id, u.name, t.email, t.role, t.share::int as share, t.state, t.reason, to_json(t.expires_at) #>> '{}' as "expiresAt",
          t.state = 'invited' and t.expires_at <= now() as "isExpired",
          coalesce(t.account_id = ${req.user?.id ?? null}::uuid, false) as "isOwn"
        from course_team t left join users u on u.id = t.account_id
        where t.course_id = ${course} order by t.created_at, t.id`,
  )
  const shown = found.filter(({ state }) => mayManage || state === 'accepted')

  return {
    left: mayManage
      ? shareLeft(
          found
            .filter(({ state }) => state === 'accepted' || state === 'invited')
            .map(({ share }) => share),
        )
      : null,
    mayManage,
    members: shown
      .map((member) =>
        mayManage || member.isOwn ? member : { ...member, email: null, reason: null, share: null },
      )
      .sort((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state)),
  }
}
