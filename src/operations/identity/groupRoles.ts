import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { groupRolesIn, isGivenRole, rolesByGroups } from '@/domain/identity/groupRoles'
import { announce } from '@hooks/events/announce'

import { changeRoles } from './people/changeRoles'
import { DIRECTORY } from './newAccount'

type Work = {
  account: string
  /** Names of the groups that somebody is in. */
  groups: readonly string[]
  req: PayloadRequest
  /** What the school wrote down of groups and roles. */
  table: null | string
  tenant: string
}

/**
 * Gives somebody the roles of the groups that they are in, and takes those of the others: of roles that the table names, and of
 * no others. Owners keep what they have. Throws limitReached; in the caller's transaction.
 */
export const applyGroups = async ({ account, groups, req, table, tenant }: Work): Promise<void> => {
  const pairs = groupRolesIn(table).filter((pair) => pair !== null)
  if (pairs.length === 0) {
    return
  }
  const isOwner = await row(
    req,
    sql`select 1 from users_roles where parent_id = ${account} and value in ('owner', 'superAdmin')`,
  )
  if (isOwner) {
    return
  }
  const { lost, wanted } = rolesByGroups(pairs, groups)
  await changeRoles({
    account,
    actor: DIRECTORY,
    add: wanted.filter(isGivenRole),
    remove: lost.filter(isGivenRole).filter((role) => role !== 'student'),
    req,
    tenant,
  })
  await giveOwnRole({
    account,
    lost: lost.filter((role) => !isGivenRole(role)),
    req,
    tenant,
    wanted: wanted.filter((role) => !isGivenRole(role)),
  })
}

/** The first of the school's own roles that is wanted; an account holds one of them. */
const giveOwnRole = async ({
  account,
  lost,
  req,
  tenant,
  wanted,
}: Pick<Work, 'account' | 'req' | 'tenant'> & {
  lost: string[]
  wanted: string[]
}): Promise<void> => {
  if (lost.length + wanted.length === 0) {
    return
  }
  const named = (names: string[]) =>
    sql`r.name in (select jsonb_array_elements_text(${JSON.stringify(names)}::jsonb))`
  const changed = await row<{ after: null | string; before: null | string }>(
    req,
    sql`with given as (select r.id, r.name from custom_roles r where r.tenant_id = ${tenant} and ${named(wanted)} order by r.name limit 1),
          held as (select r.id, r.name, ${named(lost)} as lost from users u join custom_roles r on r.id = u.custom_role_id where u.id = ${account})
        update users u set custom_role_id = (select id from given), updated_at = now()
        where u.id = ${account} and u.custom_role_id is distinct from (select id from given)
          and (exists (select 1 from given) or exists (select 1 from held where lost))
        returning (select name from given) as after, (select name from held) as before`,
  )
  if (changed) {
    const [after, before] = [changed.after, changed.before].map((name) => (name ? [name] : []))
    await announce({
      data: { account, after: after ?? [], before: before ?? [] },
      fact: 'account.rolesChanged',
      req,
      tenant,
    })
  }
}
