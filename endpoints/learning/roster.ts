import { sql } from '@payloadcms/db-postgres'
import { z } from 'zod'

import type { RosterFilter } from '@/operations/learning/roster/conditions'

import { row } from '@/database/transaction'
import {
  DIRECTIONS,
  MOST_ON_PAGE,
  readCursor,
  ROSTER_PAGE,
  ROSTER_SORTS,
  ROSTER_STATES,
} from '@/domain/learning/roster/roster'
import { STUCK_REASONS } from '@/domain/learning/roster/stuck'
import { rosterStream } from '@/operations/learning/roster/file'
import { rosterPage } from '@/operations/learning/roster/page'

import type { SignedIn } from '../support/endpoint'

import { endpoint } from '../support/endpoint'
import { NotHere } from '../support/errors'
import { requireFreshForFile } from '../support/fresh'
import { requireInsight } from '../support/insight'

const asked = z.object({
  id: z.uuid(),
  cohort: z.union([z.uuid(), z.literal('none')]).optional(),
  direction: z.enum(DIRECTIONS).optional(),
  needsGrade: z.stringbool().optional(),
  search: z.string().trim().max(100).optional(),
  sort: z.enum(ROSTER_SORTS).default('activity'),
  state: z.enum(ROSTER_STATES).optional(),
  stuck: z.enum(['any', ...STUCK_REASONS]).optional(),
})

/** Throws for whoever neither works in the school nor teaches the course, and where it has no such course. */
const requireCourse = async (req: SignedIn, course: string): Promise<void> => {
  await requireInsight(req, course)
  if (!(await row(req, sql`select 1 from courses where id = ${course}`))) {
    throw new NotHere()
  }
}

type Given = Omit<z.output<typeof asked>, 'id'>

const wanted = ({ direction, sort, ...filter }: Given) => ({
  direction: direction ?? (sort === 'name' ? ('asc' as const) : ('desc' as const)),
  filter: filter satisfies RosterFilter,
  sort,
})

/**
 * GET /api/courses/:id/roster `?sort&direction&state&cohort&stuck&needsGrade&search&after&limit`: who learns in a course,
 * `{ rows, next }`, see `RosterRow`; percents are 0 to 100, moments ISO 8601. `sort` is `name`, `activity`, `progress` or
 * `enrolled`; `state` one of `ROSTER_STATES`, where it is missing all but `removed`; `cohort` an id or `none`; `stuck` is
 * `any` or a reason of `STUCK_REASONS`; `search` is beginnings of words of names and addresses. `after` is the `next` of the
 * page before; one that is none of this order is 400. For staff of the school, and for the team of the course.
 */
export const roster = endpoint({
  input: asked
    .extend({
      after: z.string().max(600).optional(),
      limit: z.coerce.number().int().min(1).max(MOST_ON_PAGE).default(ROSTER_PAGE),
    })
    .refine(({ after, sort }) => after === undefined || readCursor(after, sort), {
      message: 'No cursor of this order.',
      path: ['after'],
    }),
  method: 'get',
  path: '/courses/:id/roster',
  run: async ({ input: { id: course, after, limit, ...given }, req, tenant }) => {
    await requireCourse(req, course)

    return rosterPage({ ...wanted(given), after, course, limit, req, tenant })
  },
})

/** GET /api/courses/:id/roster.csv: the same learners as a file, all of them, a line for each; UTF-8 with a mark. 401 `reauthenticationNeeded`. */
export const rosterFile = endpoint({
  input: asked,
  method: 'get',
  path: '/courses/:id/roster.csv',
  run: async ({ input: { id: course, ...given }, req, tenant }) => {
    await requireCourse(req, course)
    await requireFreshForFile(req, tenant)

    return new Response(rosterStream({ ...wanted(given), course, req, tenant }), {
      headers: {
        'Cache-Control': 'private, no-store',
        'Content-Disposition': `attachment; filename="roster-${course}.csv"`,
        'Content-Type': 'text/csv; charset=utf-8',
      },
    })
  },
})
