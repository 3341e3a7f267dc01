import { sql } from '@payloadcms/db-postgres'

import type { GroupDraft, ScimGroup } from '@/domain/identity/scim/group'
import type { Sought } from '@/domain/identity/scim/paging'

import { row, rows } from '@/database/transaction'
import { ScimRefused } from '@/domain/identity/scim/refused'
import { isId } from '@/domain/ids'
import { newId } from '@/newId'

import type { At } from './scim/at'

import { applyGroupsOf } from './scim/groupsOf'

const GROUP = sql`g.id, g.name, g.external_id as "externalId", to_json(g.created_at) #>> '{}' as "createdAt",
  to_json(g.updated_at) #>> '{}' as "updatedAt",
  coalesce((select json_agg(m.user_id order by m.id) from scim_members m where m.group_id = g.id), '[]') as members,
  coalesce((select json_agg(json_build_object('id', u.id, 'name', u.name) order by m.id) from scim_members m
    join users u on u.id = m.user_id where m.group_id = g.id), '[]') as people`

const theirs = ({ directory, tenant }: At) =>
  sql`g.tenant_id = ${tenant} and g.provider_id = ${directory.provider}`

/** A group of the directory. Throws 404. */
export const scimGroup = async (at: At, id: string): Promise<ScimGroup> => {
  const found = isId(id)
    ? await row<ScimGroup>(
        at.req,
        sql`select ${GROUP} from scim_groups g where ${theirs(at)} and g.id = ${id}`,
      )
    : null
  if (!found) {
    throw new ScimRefused(404, 'There is no such group.')
  }

  return found
}

/** A page of them, in the order in which they came. */
export const scimGroups = async (
  at: At,
  {
    count,
    sought,
    start,
  }: { count: number; sought: Sought<'displayName' | 'externalId' | 'id'>; start: number },
): Promise<{ groups: ScimGroup[]; total: number }> => {
  const value = sought?.value ?? ''
  const where = sql`${theirs(at)} and ${
    !sought
      ? sql`true`
      : {
          id: sql`g.id::text = ${value.toLowerCase()}`,
          displayName: sql`g.name_key = ${value.toLowerCase()}`,
          externalId: sql`g.external_id = ${value}`,
        }[sought.name]
  }`
  const total = await row<{ count: number }>(
    at.req,
    sql`select count(*)::int as count from scim_groups g where ${where}`,
  )
  const groups = await rows<ScimGroup>(
    at.req,
    sql`select ${GROUP} from scim_groups g where ${where} order by g.created_at, g.id limit ${count} offset ${start - 1}`,
  )

  return { groups, total: total?.count ?? 0 }
}

/** Makes a group; answers its id. Throws 409 where the directory has one of that name, also where two ask at once. In the caller's transaction. */
export const addScimGroup = async (at: At, draft: GroupDraft): Promise<string> => {
  const { directory, req, tenant } = at
  const made = await row<{ id: string }>(
    req,
    sql`insert into scim_groups (id, tenant_id, provider_id, name, name_key, external_id)
        values (${newId()}, ${tenant}, ${directory.provider}, ${draft.name}, ${draft.name.toLowerCase()}, ${draft.externalId})
        on conflict (tenant_id, provider_id, name_key) do nothing returning id`,
  )
  if (!made) {
    throw new ScimRefused(409, 'There is a group of that name.', 'uniqueness')
  }
  await setMembers(at, made.id, draft.members)

  return made.id
}

/** Writes down what has changed of a group: `change` gives what it is like then. Throws 404, 409 and 400 for members whom nobody told of. In the caller's transaction. */
export const changeScimGroup = async (
  at: At,
  id: string,
  change: (before: GroupDraft) => GroupDraft,
): Promise<void> => {
  if (isId(id)) {
    await rows(
      at.req,
      sql`select 1 from scim_groups g where ${theirs(at)} and g.id = ${id} for update`,
    )
  }
  const before = await scimGroup(at, id)
  const draft = change(before)
  await rows(
    at.req,
    sql`update scim_groups set name = ${draft.name}, name_key = ${draft.name.toLowerCase()}, external_id = ${draft.externalId}, updated_at = now()
        where id = ${id}`,
  )
  await setMembers(at, id, draft.members, before.name === draft.name ? [] : before.members)
}

/** Takes a group away, with the roles that it gave. Throws 404. In the caller's transaction. */
export const removeScimGroup = async (at: At, id: string): Promise<void> => {
  const { members } = await scimGroup(at, id)
  await rows(at.req, sql`delete from scim_groups where id = ${id} and tenant_id = ${at.tenant}`)
  await applyGroupsOf(at, members)
}

/** Has a group these members and no others; `others` are people whose roles may be others though they stay in it. */
const setMembers = async (
  at: At,
  group: string,
  members: readonly string[],
  others: readonly string[] = [],
): Promise<void> => {
  const { directory, req, tenant } = at
  const ids = sql`(select jsonb_array_elements_text(${JSON.stringify(members)}::jsonb)::uuid)`
  const known = await row<{ count: number }>(
    req,
    sql`select count(*)::int as count from scim_people s where s.tenant_id = ${tenant} and s.provider_id = ${directory.provider}
          and s.deleted_at is null and s.user_id in ${ids}`,
  )
  if (known?.count !== members.length) {
    throw new ScimRefused(400, 'A member is no user of this directory.', 'invalidValue')
  }
  const left = await rows<{ id: string }>(
    req,
    sql`delete from scim_members where group_id = ${group} and user_id not in ${ids} returning user_id as id`,
  )
  const joined = await rows<{ id: string }>(
    req,
    sql`insert into scim_members (id, tenant_id, group_id, user_id) select uuidv7(), ${tenant}, ${group}, t.id
        from jsonb_array_elements_text(${JSON.stringify(members)}::jsonb) as x (text), lateral (select x.text::uuid as id) t
        on conflict (group_id, user_id) do nothing returning user_id as id`,
  )
  await applyGroupsOf(at, [...left.map(({ id }) => id), ...joined.map(({ id }) => id), ...others])
}
