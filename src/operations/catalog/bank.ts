import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { PoolFilter } from '@/domain/catalog/bank'

import { row } from '@/database/transaction'
import { tagsOf } from '@/domain/catalog/bank'
import { idOf } from '@/domain/ids'

/** A pool's filter as `POOLS` reads it from JSON. */
export const filterOf = ({ course, matchAll, tags }: PoolFilter) => ({
  course: course ? idOf(course) : null,
  tags: tagsOf(tags),
  whole: Boolean(matchAll),
})

/** Joins to filters `p (course uuid, tags text[], whole boolean)` the questions `b` of the bank that they take. */
export const DRAWN_FROM = sql`not coalesce(b.is_retired, false)
  and (p.course is null or b.course_id = p.course)
  and (cardinality(p.tags) = 0 or case when p.whole then string_to_array(b.tags, ', ') @> p.tags
    else string_to_array(b.tags, ', ') && p.tags end)`

/** How many questions of the bank a pool would draw from. */
export const countMatching = async ({
  filter,
  req,
}: {
  filter: PoolFilter
  req: PayloadRequest
}): Promise<number> => {
  const found = await row<{ matching: number }>(
    req,
    sql`select count(b.id)::int as matching
        from jsonb_to_recordset(${JSON.stringify([filterOf(filter)])}::jsonb) as p(course uuid, tags text[], whole boolean)
        join bank_questions b on ${DRAWN_FROM}`,
  )

  return found?.matching ?? 0
}
