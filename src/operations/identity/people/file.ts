import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { PeopleFilter } from '@/domain/identity/people/query'

import { asTenant } from '@/database/scope'
import { inTransaction, rows } from '@/database/transaction'
import { CSV_MARK, csvLine, type Cell } from '@/domain/csv'
import { announce } from '@hooks/events/announce'

import { peopleWhere } from './list'

/** People read at once. */
const AT_ONCE = 500

type Read = (after: string) => Promise<{ cells: Cell[]; key: string }[]>

/** A table as a file, read page by page as it is taken: however long it is, one page is in memory. */
const streamOf = (
  tenant: string,
  { first, head, read }: { first: string; head: string[]; read: Read },
): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  let after: null | string = null

  return new ReadableStream({
    pull: async (controller) => {
      const start = after === null ? `${CSV_MARK}${csvLine(head)}` : ''
      const page = await asTenant(tenant, () => read(after ?? first))
      const text = start + page.map(({ cells }) => csvLine(cells)).join('')
      if (text) {
        controller.enqueue(encoder.encode(text))
      }
      after = page.at(-1)?.key ?? after ?? first
      if (page.length < AT_ONCE) {
        controller.close()
      }
    },
  })
}

/** Writes down that somebody takes the school's people away in a file. */
export const noteExport = async ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  const data = { by: String(req.user?.id) }
  await inTransaction(req, () => announce({ data, fact: 'people.exported', req, tenant }))
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

const EXPORTED = [
  'email',
  'name',
  'roles',
  'tags',
  'courses',
  'locale',
  'timeZone',
  'bio',
  'status',
  'createdAt',
]

type Exported = Record<
  'bio' | 'courses' | 'createdAt' | 'email' | 'id' | 'name' | 'roles' | 'status' | 'tags',
  string
> & {
  locale: null | string
  timeZone: null | string
}

/** People as a file that can be brought in again; courses by their slugs, and several values of one cell between semicolons. */
export const peopleStream = ({
  filter,
  req,
  tenant,
}: {
  filter: PeopleFilter
  req: PayloadRequest
  tenant: string
}): ReadableStream<Uint8Array> =>
  streamOf(tenant, {
    first: NOBODY,
    head: EXPORTED,
    read: async (after) => {
      const found = await rows<Exported>(
        req,
        sql`select u.id, u.name, u.email, u.locale::text as locale, u.time_zone as "timeZone", coalesce(u.bio, '') as bio, u.status::text as status,
              to_json(u.created_at) #>> '{}' as "createdAt",
              (select coalesce(string_agg(r.value::text, '; ' order by r."order"), '') from users_roles r where r.parent_id = u.id) as roles,
              (select coalesce(string_agg(t, '; '), '') from jsonb_array_elements_text(coalesce(u.tags, '[]'::jsonb)) t) as tags,
              (select coalesce(string_agg(c.slug, '; ' order by c.slug), '') from enrollments e join courses c on c.id = e.course_id
                where e.learner_id = u.id and e.status = 'active') as courses
            from users u where ${peopleWhere(filter, tenant)} and u.id > ${after}::uuid order by u.id limit ${AT_ONCE}`,
      )

      return found.map((one) => ({
        cells: [
          one.email,
          one.name,
          one.roles,
          one.tags,
          one.courses,
          one.locale,
          one.timeZone,
          one.bio,
          one.status,
          one.createdAt,
        ],
        key: one.id,
      }))
    },
  })

/** What became of each person of a piece of work, as a file. */
export const resultStream = ({
  id,
  req,
  tenant,
}: {
  id: string
  req: PayloadRequest
  tenant: string
}): ReadableStream<Uint8Array> =>
  streamOf(tenant, {
    first: '0',
    head: ['line', 'email', 'result', 'reason'],
    read: async (after) => {
      const found = await rows<{
        email: null | string
        position: number
        reason: null | string
        result: string
      }>(
        req,
        sql`select position::int as position, coalesce(email, cells ->> 0) as email, result, reason from people_lines
            where job_id = ${id} and position > ${Number(after)} order by position limit ${AT_ONCE}`,
      )

      return found.map(({ email, position, reason, result }) => ({
        cells: [position, email, result, reason],
        key: String(position),
      }))
    },
  })
