import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'

import type { At } from './at'

import { applyGroups } from '../groupRoles'

/** Gives each of these people the roles of the groups that they are in now. In the caller's transaction. */
export const applyGroupsOf = async (
  { directory: { groupRoles: table }, req, tenant }: At,
  accounts: readonly string[],
): Promise<void> => {
  if (!table || accounts.length === 0) {
    return
  }
  const found = await rows<{ account: string; groups: string[] }>(
    req,
    sql`select u.id as account, coalesce(array_agg(g.name) filter (where g.id is not null), '{}') as groups
        from users u left join scim_members m on m.user_id = u.id left join scim_groups g on g.id = m.group_id
        where u.id in (select jsonb_array_elements_text(${JSON.stringify(accounts)}::jsonb)::uuid)
        group by u.id order by u.id`,
  )
  for (const one of found) {
    await applyGroups({ ...one, req, table, tenant })
  }
}
