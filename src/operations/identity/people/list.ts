import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ListedPerson, PeopleFilter, PeopleSort } from '@/domain/identity/people/query'

import { row, rows } from '@/database/transaction'
import { readPeopleCursor, searchParts, writePeopleCursor } from '@/domain/identity/people/query'

/** The accounts `u` of a school that a filter names, as a condition. */
export const peopleWhere = (
  { course, role, search, status, tag }: PeopleFilter,
  tenant: string,
): SQL => {
  const conditions = [
    sql`u.tenant_id = ${tenant}`,
    status ? sql`u.status = ${status}::enum_users_status` : sql`u.status <> 'erased'`,
    ...searchParts(search ?? '').map(
      (part) => sql`(strpos(u.name_key, ${part}) > 0 or strpos(u.email_key, ${part}) > 0)`,
    ),
  ]
  if (role) {
    // `is true` keeps this a set that is made once: as a join, row-level security asks for each account of the school
    conditions.push(
      sql`(u.id in (select r.parent_id from users_roles r where r.value = ${role}::enum_users_roles)) is true`,
    )
  }
  if (tag) {
    conditions.push(sql`u.tags ? ${tag}`)
  }
  if (course) {
    conditions.push(
      sql`exists (select 1 from enrollments e where e.learner_id = u.id and e.course_id = ${course})`,
    )
  }

  return sql.join(conditions, sql` and `)
}

const ORDERS: Readonly<Record<PeopleSort, { by: SQL; order: SQL }>> = {
  name: { by: sql`u.name_key`, order: sql`u.name_key, u.id` },
  newest: { by: sql`u.created_at`, order: sql`u.created_at desc, u.id desc` },
}

const isAfter = (after: string | undefined, sort: PeopleSort): SQL => {
  const cursor = after === undefined ? null : readPeopleCursor(after, sort)
  if (!cursor) {
    return sql`true`
  }

  return sort === 'name'
    ? sql`(u.name_key, u.id) > (${cursor.value}::text collate "C", ${cursor.id}::uuid)`
    : sql`(u.created_at, u.id) < (${cursor.value}::timestamptz, ${cursor.id}::uuid)`
}

export type PeopleAsked = {
  after?: string
  filter: PeopleFilter
  limit: number
  req: PayloadRequest
  sort: PeopleSort
  tenant: string
}

/** A page of the people of a school, in one statement; `next` is the cursor of the page after it, or null. */
export const listPeople = async ({
  after,
  filter,
  limit,
  req,
  sort,
  tenant,
}: PeopleAsked): Promise<{ next: null | string; people: ListedPerson[] }> => {
  const { by, order } = ORDERS[sort]
  const found = await rows<ListedPerson & { value: string }>(
    req,
    sql`with page as materialized (
          select u.id, u.name, u.email, u.status::text as status, u.tags, u.created_at, u.name_key from users u
          where ${peopleWhere(filter, tenant)} and ${isAfter(after, sort)}
          order by ${order} limit ${limit + 1})
        select u.id, u.name, u.email, u.status, to_json(${by}) #>> '{}' as value, to_json(u.created_at) #>> '{}' as "createdAt",
          coalesce(u.tags, '[]'::jsonb) as tags,
          coalesce((select array_agg(r.value::text order by r."order") from users_roles r where r.parent_id = u.id), '{}') as roles,
          (select to_json(max(s.updated_at)) #>> '{}' from auth_sessions s where s.user_id = u.id) as "seenAt"
        from page u order by ${order}`,
  )
  const people = found.slice(0, limit)
  const last = people.at(-1)

  return {
    next: found.length > limit && last ? writePeopleCursor(last) : null,
    people: people.map(({ id, name, createdAt, email, roles, seenAt, status, tags }) => ({
      id,
      name,
      createdAt,
      email,
      roles,
      seenAt,
      status,
      tags,
    })),
  }
}

/** How many people of a school a filter names. */
export const countPeople = async ({
  filter,
  req,
  tenant,
}: Pick<PeopleAsked, 'filter' | 'req' | 'tenant'>): Promise<number> =>
  (
    await row<{ count: number }>(
      req,
      sql`select count(*)::int as count from users u where ${peopleWhere(filter, tenant)}`,
    )
  )?.count ?? 0

/** The tags that accounts of a school have, by name. */
export const tagsInUse = async ({
  req,
  tenant,
}: Pick<PeopleAsked, 'req' | 'tenant'>): Promise<{ count: number; tag: string }[]> =>
  rows(
    req,
    sql`select t.tag, count(*)::int as count from users u, jsonb_array_elements_text(u.tags) as t (tag)
        where u.tenant_id = ${tenant} and jsonb_array_length(u.tags) > 0 group by t.tag order by t.tag limit 500`,
  )
