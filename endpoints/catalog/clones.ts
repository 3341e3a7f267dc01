import { z } from 'zod'

import { LONGEST_TITLE } from '@/domain/catalog/curriculum/changes'
import { MOST_DAYS } from '@/domain/catalog/transfer/shift'
import { courseLimit } from '@/operations/catalog/courseLimit'
import { beginClone, datesOfClone } from '@/operations/catalog/transfer/clone'
import { transferReport } from '@/operations/catalog/transfer/view'
import { askOf, takeRoom } from '@/operations/tenancy/limits'

import { requireEditable } from '../support/editable'
import { endpoint } from '../support/endpoint'
import { NotAllowed, NotHere } from '../support/errors'

const path = '/courses/:id/clone'
const days = z.coerce.number().int().min(-MOST_DAYS).max(MOST_DAYS)

/** Dates that a preview shows. */
const SHOWN = 8

/**
 * GET /api/courses/:id/clone?days=: what cloning the course with its dates so many days later would make of them: `{ dates: [{ title,
 * kind, before, after }], total }`, the earliest eight, as clocks show them. For who may edit the course.
 */
export const cloneDates = endpoint({
  input: z.object({ id: z.uuid(), days: days.default(0) }),
  method: 'get',
  path,
  run: async ({ input: { id: course, days: by }, req, tenant }) => {
    await requireEditable({ id: course, collection: 'courses', req, tenant })
    const dates = await datesOfClone({ course, days: by, req, tenant })
    if (!dates) {
      throw new NotHere()
    }

    return { dates: dates.slice(0, SHOWN), total: dates.length }
  },
})

/**
 * POST /api/courses/:id/clone `{ title, days, key }`: writes the course anew under a title, as a draft, with every date so many days
 * later at the same hour. Answers 202 and the report of GET /api/transfers/:id, whose item tells the id of the clone. The same
 * key is the same clone. 422 limitReached where the school has no room for a course.
 */
export const clone = endpoint({
  input: z.object({
    id: z.uuid(),
    days: days.default(0),
    key: z.uuid(),
    title: z.string().trim().min(1).max(LONGEST_TITLE),
  }),
  path,
  run: async ({ input: { id: course, key, ...options }, req, tenant }) => {
    await requireEditable({ id: course, collection: 'courses', req, tenant })
    if (!(await req.payload.collections.courses.config.access.create({ req }))) {
      throw new NotAllowed()
    }
    await takeRoom({ ask: askOf(req), limit: courseLimit, more: 1, tenant })
    const asker = String(req.user.id)
    const { id: transfer } = await beginClone({ asker, course, key, options, req, tenant })

    return (await transferReport({ req, tenant, transfer })) ?? {}
  },
  status: 202,
})
