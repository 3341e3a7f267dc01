import { sql } from '@payloadcms/db-postgres'

import type { Sought } from '@/domain/identity/scim/paging'
import type { ScimDraft, ScimPerson } from '@/domain/identity/scim/person'

import { row, rows } from '@/database/transaction'
import { STAFF, type Role } from '@/domain/identity/roles'
import { emailOf, nameOf } from '@/domain/identity/scim/person'
import { ScimRefused } from '@/domain/identity/scim/refused'
import { isProvedBy } from '@/domain/identity/signInProviders'
import { isId } from '@/domain/ids'

import type { At } from './scim/at'

import { makeKnownAccount } from './newAccount'
import { applyGroupsOf } from './scim/groupsOf'
import { setActive } from './scim/standing'

const PERSON = sql`s.user_id as id, s.user_name as "userName", s.external_id as "externalId", s.given_name as "givenName",
  s.family_name as "familyName", u.name, u.name as "displayName", u.email, s.is_active and u.status in ('active', 'pending') as "isActive",
  to_json(s.created_at) #>> '{}' as "createdAt", to_json(greatest(s.updated_at, u.updated_at)) #>> '{}' as "updatedAt",
  coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name) order by g.name) from scim_members m
    join scim_groups g on g.id = m.group_id where m.user_id = s.user_id), '[]') as groups`

const FROM = sql`from scim_people s join users u on u.id = s.user_id`

/** People of this directory alone. */
const theirs = ({ directory, tenant }: At) =>
  sql`s.tenant_id = ${tenant} and s.provider_id = ${directory.provider} and s.deleted_at is null and u.status <> 'erased'`

const missing = () => new ScimRefused(404, 'There is no such user.')

const taken = (what: string) =>
  new ScimRefused(409, `${what} belongs to an account of the school already.`, 'uniqueness')

/** Somebody whom the directory told of. Throws 404. */
export const scimPerson = async (at: At, id: string): Promise<ScimPerson> => {
  const found = isId(id)
    ? await row<ScimPerson>(
        at.req,
        sql`select ${PERSON} ${FROM} where ${theirs(at)} and s.user_id = ${id}`,
      )
    : null
  if (!found) {
    throw missing()
  }

  return found
}

/** A page of them, in the order in which they came. */
export const scimPeople = async (
  at: At,
  {
    count,
    sought,
    start,
  }: {
    count: number
    sought: Sought<'email' | 'externalId' | 'id' | 'userName'>
    start: number
  },
): Promise<{ people: ScimPerson[]; total: number }> => {
  const value = sought?.value ?? ''
  const where = sql`${theirs(at)} and ${
    !sought
      ? sql`true`
      : {
          id: sql`s.user_id::text = ${value.toLowerCase()}`,
          email: sql`u.email = ${value.toLowerCase()}`,
          externalId: sql`s.external_id = ${value}`,
          userName: sql`s.user_name_key = ${value.toLowerCase()}`,
        }[sought.name]
  }`
  const total = await row<{ count: number }>(
    at.req,
    sql`select count(*)::int as count ${FROM} where ${where}`,
  )
  const people = await rows<ScimPerson>(
    at.req,
    sql`select ${PERSON} ${FROM} where ${where} order by s.created_at, s.id limit ${count} offset ${start - 1}`,
  )

  return { people, total: total?.count ?? 0 }
}

/**
 * Makes somebody an account, or gives the directory the one that it had removed, or one of a learner whose address is of a domain
 * that the organisation has proved. Throws 409 uniqueness for any other account, also where two ask at once; answers its id. In
 * the caller's transaction.
 */
export const addScimPerson = async (at: At, draft: ScimDraft): Promise<string> => {
  const { directory, req, tenant } = at
  const email = emailOf(draft)
  const isProved = isProvedBy({ domains: directory.domains, email, isVerified: false })
  const made = await makeKnownAccount({
    name: nameOf(draft),
    email,
    isProved,
    req,
    role: directory.newRole as Role,
    tenant,
  })
  const account = made ?? (await accountToTake(at, { email, isProved }))
  await keep(at, account, draft)
  if (!made) {
    await rename(at, account, draft)
  }
  await setActive(at, { account, isActive: draft.isActive })

  return account
}

const accountToTake = async (
  { directory, req, tenant }: At,
  { email, isProved }: { email: string; isProved: boolean },
): Promise<string> => {
  const found = await row<{
    deleted: boolean | null
    id: string
    provider: null | string
    roles: string[]
    works: boolean
  }>(
    req,
    sql`select u.id, s.provider_id as provider, s.deleted_at is not null as deleted, u.custom_role_id is not null as works,
          coalesce((select array_agg(r.value::text) from users_roles r where r.parent_id = u.id), '{}') as roles
        from users u left join scim_people s on s.user_id = u.id
        where u.tenant_id = ${tenant} and u.email = ${email} and u.status <> 'erased' for update of u`,
  )
  const wasTheirs = found?.provider === directory.provider && found.deleted
  const isLearner =
    found?.provider === null && !found.works && !STAFF.some((role) => found.roles.includes(role))
  if (!found || !(wasTheirs || (isLearner && isProved))) {
    throw taken('The address')
  }

  return found.id
}

/** Writes down what the directory calls somebody; a name that it gave to somebody it removed is free. */
const keep = async (at: At, account: string, draft: ScimDraft): Promise<void> => {
  const { directory, req, tenant } = at
  const key = draft.userName.toLowerCase()
  await rows(
    req,
    sql`delete from scim_people where tenant_id = ${tenant} and provider_id = ${directory.provider} and user_name_key = ${key}
          and user_id <> ${account} and deleted_at is not null`,
  )
  const kept = await row(
    req,
    sql`insert into scim_people (id, tenant_id, user_id, provider_id, user_name, user_name_key, external_id, given_name, family_name, is_active)
        select uuidv7(), ${tenant}, ${account}, ${directory.provider}, ${draft.userName}, ${key}, ${draft.externalId},
          ${draft.givenName}, ${draft.familyName}, true
        where not exists (select 1 from scim_people s where s.tenant_id = ${tenant} and s.provider_id = ${directory.provider}
          and s.user_name_key = ${key} and s.user_id <> ${account})
        on conflict (tenant_id, user_id) do update set user_name = excluded.user_name, user_name_key = excluded.user_name_key,
          external_id = excluded.external_id, given_name = excluded.given_name, family_name = excluded.family_name,
          deleted_at = null, updated_at = now()
          where scim_people.provider_id = excluded.provider_id
        returning 1`,
  )
  if (!kept) {
    throw taken('userName')
  }
}

/** Names an account, and gives it another address, as the directory has them. Throws 409 uniqueness. */
const rename = async (
  { directory, req, tenant }: At,
  account: string,
  draft: ScimDraft,
): Promise<void> => {
  const email = emailOf(draft)
  const isProved = isProvedBy({ domains: directory.domains, email, isVerified: false })
  const free = await row(
    req,
    sql`select 1 from users where id = ${account} and not exists
          (select 1 from users o where o.tenant_id = ${tenant} and o.email = ${email} and o.id <> ${account})`,
  )
  if (!free) {
    throw taken('The address')
  }
  await rows(
    req,
    sql`update users set name = ${nameOf(draft)}, email = ${email}, updated_at = now(),
          email_verified = ${isProved} or (email = ${email} and email_verified is true)
        where id = ${account} and (name, email) is distinct from (${nameOf(draft)}, ${email})`,
  )
}

/** Writes down what has changed of somebody: `change` gives what they are like then. Throws 404, 409 and 403 for owners. In the caller's transaction. */
export const changeScimPerson = async (
  at: At,
  id: string,
  change: (before: ScimDraft) => ScimDraft,
): Promise<void> => {
  const before = await locked(at, id)
  const draft = change(before)
  await keep(at, id, draft)
  await rename(at, id, draft)
  if (draft.isActive !== before.isActive) {
    await setActive(at, { account: id, isActive: draft.isActive })
  }
}

/** Shuts somebody's account, and lets go of it: it stays as it is, and comes back with the same address. Throws 404, and 403 for owners. In the caller's transaction. */
export const removeScimPerson = async (at: At, id: string): Promise<void> => {
  await locked(at, id)
  await setActive(at, { account: id, isActive: false })
  await rows(at.req, sql`delete from scim_members where user_id = ${id}`)
  await rows(at.req, sql`update scim_people set deleted_at = now() where user_id = ${id}`)
  await applyGroupsOf(at, [id])
}

const locked = async (at: At, id: string): Promise<ScimPerson> => {
  if (isId(id)) {
    await rows(
      at.req,
      sql`select 1 from scim_people where user_id = ${id} and tenant_id = ${at.tenant} for update`,
    )
  }
  const found = await scimPerson(at, id)
  const isOwner = await row(
    at.req,
    sql`select 1 from users_roles where parent_id = ${id} and value in ('owner', 'superAdmin')`,
  )
  if (isOwner) {
    throw new ScimRefused(403, 'An owner of the school is changed by nobody but its owners.')
  }

  return found
}
