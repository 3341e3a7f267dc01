import { z } from 'zod'

import { CHECKS } from '@/domain/catalog/publication/checklist'
import { STEPS } from '@/domain/catalog/publication/workflow'
import { lookAtLinks } from '@/operations/catalog/publication/lookAtLinks'
import { moveCourse } from '@/operations/catalog/publication/moveCourse'
import { publicationOf, waitingCourses } from '@/operations/catalog/publication'

import { requireEditable } from '../support/editable'
import { endpoint } from '../support/endpoint'
import { floodGate } from '../support/floods'
import { NotAllowed, NotHere } from '../support/errors'

const path = '/courses/:id/publication'
const LONGEST_NOTE = 4000
const note = z.string().trim().max(LONGEST_NOTE)

/**
 * GET /api/courses/:id/publication: `{ stage, isPublished, publishers, steps, checklist, log, seen }` of a
 * course, for those who write courses; `steps` are those that whoever asks may take now.
 */
export const coursePublication = endpoint({
  input: z.object({ id: z.uuid() }),
  method: 'get',
  path,
  run: async ({ input: { id: course }, req, tenant }) => {
    await requireEditable({ id: course, collection: 'courses', req, tenant })
    const found = await publicationOf({ course, req })
    if (!found) {
      throw new NotHere()
    }

    return found
  },
})

/** Each look asks hundreds of addresses. */
const gate = floodGate({ most: 10, seconds: 60 })

/**
 * POST /api/courses/:id/links looks at the other sites that a course leads to, and answers `{ asked, dead, unsure }`: `dead` as in
 * the checklist, `unsure` the addresses that did not answer or refuse programs. 429 beyond ten looks a minute.
 */
export const lookAtCourseLinks = endpoint({
  input: z.object({ id: z.uuid() }),
  path: '/courses/:id/links',
  run: async ({ input: { id: course }, req, tenant }) => {
    await requireEditable({ id: course, collection: 'courses', req, tenant })
    gate({ headers: req.headers, now: new Date(), tenant })

    return lookAtLinks({ course, req, tenant })
  },
  transaction: false,
})

/**
 * POST /api/courses/:id/publication takes a `step` with a course, and answers how it stands then. 403
 * approvalRequired where managers decide, 409 wrongStage, 409 courseChanged where what is approved is not
 * what was `seen`, 422 noteMissing where a course is returned or answered without a word.
 */
export const takeStep = endpoint({
  input: z.object({
    id: z.uuid(),
    note: note.default(''),
    points: z
      .array(
        z.object({
          check: z.enum(CHECKS),
          note: note.min(1),
          of: z.string().trim().max(200).optional(),
        }),
      )
      .max(100)
      .default([]),
    seen: z.string().max(40).optional(),
    step: z.enum(STEPS),
  }),
  path,
  run: async ({ input: { id: course, note: said, points, seen, step }, req, tenant }) => {
    await requireEditable({ id: course, collection: 'courses', req, tenant })
    const moved = await moveCourse({ course, note: said, points, req, seen, step })
    const found = moved ? await publicationOf({ course, req }) : null
    if (!found) {
      throw new NotHere()
    }

    return found
  },
})

/** GET /api/approvals: the courses that wait to be approved, the longest waiting first; for managers. */
export const approvals = endpoint({
  input: z.object({}),
  method: 'get',
  path: '/approvals',
  run: async ({ req }) => {
    const courses = await waitingCourses({ req })
    if (!courses) {
      throw new NotAllowed()
    }

    return { courses }
  },
})
