import { z } from 'zod'

import { MOST_TERM_DAYS } from '@/domain/learning/enrollmentChanges'
import { changeEnrollments } from '@/operations/learning/enrollmentChanges/change'
import { enrollByStaff } from '@/operations/learning/enrollmentChanges/enrollByStaff'
import { isManager } from '@hooks/access'

import { endpoint } from '../support/endpoint'
import { requireEditable } from '../support/editable'
import { NotAllowed } from '../support/errors'

const MOST = 500

const term = z.union([
  z.literal('forever'),
  z.object({ days: z.int().min(1).max(MOST_TERM_DAYS) }),
  z.object({
    until: z.iso
      .datetime({ offset: true })
      .refine((moment) => new Date(moment) > new Date(), 'A moment that is still to come.'),
  }),
])

const said = {
  notifies: z.boolean().default(false),
  reason: z.string().trim().min(1).max(1000),
}
const enrollments = z.array(z.uuid()).min(1).max(MOST)

/**
 * POST /api/enrollments/changes `{ action, reason, notifies?, … }`: `pause`, `resume` and `remove` take `enrollments`
 * (ids), `extend` also a `term` (`{ days }`, `{ until }` or `forever`), `move` also a `cohort` (an id, or null for none),
 * `enroll` a `course`, `emails` of accounts and a `term`, perhaps a `cohort`, and `ignoresPrerequisites`. Answers `{ changed, missing, unknown }`: how many were changed, of whom which
 * prerequisites are missing, and addresses of no account. 409 cohortFull with how many places are `left`; nobody is
 * changed then. For managers.
 */
export const changeOfEnrollments = endpoint({
  input: z.discriminatedUnion('action', [
    z.object({ action: z.enum(['pause', 'remove', 'resume']), enrollments, ...said }),
    z.object({ action: z.literal('extend'), enrollments, term, ...said }),
    z.object({ action: z.literal('move'), cohort: z.uuid().nullable(), enrollments, ...said }),
    z.object({
      action: z.literal('enroll'),
      cohort: z.uuid().nullable().default(null),
      course: z.uuid(),
      emails: z.array(z.email().max(254)).min(1).max(MOST),
      ignoresPrerequisites: z.boolean().default(false),
      term: term.default('forever'),
      ...said,
    }),
  ]),
  path: '/enrollments/changes',
  run: async ({ input, req, tenant }) => {
    if (!isManager(req)) {
      throw new NotAllowed()
    }
    if (input.action === 'enroll') {
      await requireEditable({ id: input.course, collection: 'courses', req, tenant })

      return enrollByStaff({ ...input, req, tenant })
    }
    const given = { cohort: null, term: 'forever' as const, ...input }

    return { changed: await changeEnrollments({ ...given, req, tenant }), missing: [], unknown: [] }
  },
})
