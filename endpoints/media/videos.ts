import { z } from 'zod'

import { AUTHORS } from '@/domain/identity/roles'
import { retryVideo as retry } from '@/operations/media/retryVideo'
import { holds } from '@hooks/access'

import { endpoint } from '../support/endpoint'
import { NotAllowed, NotHere } from '../support/errors'

/**
 * POST /api/videos/:id/retry: has a video that failed prepared once more, whoever else presses at the same time. 404
 * when there is none that failed.
 */
export const retryVideo = endpoint({
  input: z.object({ id: z.uuid() }),
  path: '/videos/:id/retry',
  run: async ({ input: { id }, req }) => {
    if (!holds(req, [...AUTHORS, 'superAdmin'])) {
      throw new NotAllowed()
    }
    if (!(await retry({ id, req }))) {
      throw new NotHere()
    }

    return { queued: true }
  },
})
