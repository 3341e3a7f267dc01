import { z } from 'zod'

import { LONGEST_UPDATE } from '@/domain/marketing/courseUpdates'
import { mayOn } from '@/operations/catalog/team/rights'
import { countReaders, writeUpdate } from '@/operations/marketing/courseUpdates'

import { requireEditable } from '../support/editable'
import { endpoint } from '../support/endpoint'
import { NotAllowed, TooMany } from '../support/errors'

const path = '/courses/:id/updates'
const input = z.object({ id: z.uuid() })

/** GET /api/courses/:id/updates: how many learners an update would reach now. */
export const courseUpdateReaders = endpoint({
  input,
  method: 'get',
  path,
  run: async ({ input: { id: course }, req, tenant }) => {
    await requireEditable({ id: course, collection: 'courses', req, tenant })

    return { recipients: await countReaders({ course, req }) }
  },
})

/**
 * POST /api/courses/:id/updates: mails every learner of the course what has changed in it. One in an
 * hour: 429 with `Retry-After` for another message before, while the same one sends nothing more.
 */
export const writeCourseUpdate = endpoint({
  input: input.extend({ message: z.string().trim().min(1).max(LONGEST_UPDATE) }),
  path,
  run: async ({ input: { id: course, message }, req, tenant }) => {
    await requireEditable({ id: course, collection: 'courses', req, tenant })
    if (!(await mayOn(req, 'publish', course))) {
      throw new NotAllowed()
    }
    const written = await writeUpdate({ course, message, req, tenant })
    if ('wait' in written) {
      throw new TooMany({ seconds: written.wait })
    }

    return { id: written.id, recipients: await countReaders({ course, req }) }
  },
  status: 202,
})
