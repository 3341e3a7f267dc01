import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Role } from '@/domain/identity/roles'

import { row, rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { STAFF } from '@/domain/identity/roles'
import { reaches } from '@/domain/identity/standing'
import { askOf, takeRoom } from '@/operations/tenancy/limits'
import { announce } from '@hooks/events/announce'

import type { Actor } from './changeStatus'

import { staffLimit } from '../accountLimit'
import { refusalOf, takeTurn } from '../erasureRefusal'

const worksHere = (roles: readonly string[]): boolean => STAFF.some((role) => roles.includes(role))

/**
 * Gives an account roles and takes others from it, in the caller's transaction. Answers the roles it has then, and whether
 * they are others; null where the school has no such account. Throws aboveYou for an account, or a role, above the actor,
 * yourself for a role that the actor would lose, onlyOwner and limitReached.
 */
export const changeRoles = async ({
  account,
  actor,
  add,
  remove,
  req,
  tenant,
}: {
  account: string
  actor: Actor
  add: readonly Role[]
  remove: readonly Role[]
  req: PayloadRequest
  tenant: string
}): Promise<{ changed: boolean; roles: string[] } | null> => {
  await takeTurn({ req, tenant })
  const person = await row<{ roles: string[]; status: string }>(
    req,
    sql`select u.status::text as status,
          coalesce((select array_agg(r.value::text order by r."order") from users_roles r where r.parent_id = u.id), '{}') as roles
        from users u where u.id = ${account} and u.status <> 'erased' for no key update of u`,
  )
  if (!person) {
    return null
  }
  const before = person.roles
  const given = add.filter((role) => !before.includes(role))
  const taken = remove.filter((role) => before.includes(role) && !add.includes(role))
  if (given.length + taken.length === 0) {
    return { changed: false, roles: before }
  }
  if (!reaches(actor.roles ?? [], [...before, ...given]) || given.includes('superAdmin')) {
    throw new RuleError('aboveYou')
  }
  if (account === actor.id && taken.length > 0) {
    throw new RuleError('yourself')
  }
  if (taken.includes('owner') && (await refusalOf({ account, req, tenant })) === 'onlyOwner') {
    throw new RuleError('onlyOwner')
  }
  const roles = [...before.filter((role) => !taken.includes(role as Role)), ...given]
  if (worksHere(roles) && !worksHere(before)) {
    const more = staffLimit.weigh({ id: account, roles, status: person.status })
    await takeRoom({ ask: askOf(req), limit: staffLimit, more, tenant })
  }
  await rows(req, sql`delete from users_roles where parent_id = ${account}`)
  await rows(
    req,
    sql`insert into users_roles (id, "order", parent_id, value)
        select uuidv7(), t.at, ${account}::uuid, t.role::enum_users_roles
        from jsonb_array_elements_text(${JSON.stringify(roles)}::jsonb) with ordinality as t (role, at)`,
  )
  const data = { account, after: roles, before }
  await announce({ data, fact: 'account.rolesChanged', req, tenant })

  return { changed: true, roles }
}
