import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { PeopleJobReport } from '@/domain/identity/people/job'

import { row, rows } from '@/database/transaction'
import { LINE_RESULTS } from '@/domain/identity/people/job'

type Row = Omit<PeopleJobReport, 'counts' | 'sample' | 'total'> & {
  counts: null | Partial<PeopleJobReport['counts']>
  sample: null | string[][]
}

/** Work on many people as it stands, counted anew; null where the school has no such work. */
export const readPeopleJob = async ({
  id,
  req,
}: {
  id: string
  req: PayloadRequest
}): Promise<null | PeopleJobReport> => {
  const found = await row<Row>(
    req,
    sql`select j.id, j.kind, j.state, j.work, coalesce(j.columns, '[]'::jsonb) as columns, coalesce(j.mapping, '[]'::jsonb) as mapping,
          to_json(j.created_at) #>> '{}' as "createdAt",
          (select json_object_agg(c.result, c.count) from (select result, count(*) as count from people_lines where job_id = j.id group by result) c) as counts,
          (select json_agg(l.cells order by l.position) from people_lines l where l.job_id = j.id and l.position <= 5 and l.cells is not null) as sample
        from people_jobs j where j.id = ${id}`,
  )
  if (!found) {
    return null
  }
  const counts = Object.fromEntries(
    LINE_RESULTS.map((result) => [result, Number(found.counts?.[result] ?? 0)]),
  ) as PeopleJobReport['counts']

  return {
    ...found,
    counts,
    sample: found.sample ?? [],
    total: Object.values(counts).reduce((sum, count) => sum + count, 0),
  }
}

/** A line of work that was refused: its number, whose it is, and why. */
export type RefusedLine = { email: null | string; position: number; reason: string }

/** The first lines that were refused. */
export const refusedLines = ({
  id,
  req,
}: {
  id: string
  req: PayloadRequest
}): Promise<RefusedLine[]> =>
  rows(
    req,
    sql`select position::int as position, coalesce(email, cells ->> 0) as email, reason from people_lines
        where job_id = ${id} and result = 'failed' order by position limit 20`,
  )
