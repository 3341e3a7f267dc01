import { z } from 'zod'

import { askReplay } from '@/operations/commerce/replay'
import { holds } from '@hooks/access'

import { endpoint } from '../support/endpoint'
import { NotAllowed, NotHere } from '../support/errors'

/**
 * POST /api/platform/payment-events/replay, for staff of the platform, with `{ school, event? }`: a school by its short
 * name or its id, and one event of it by its id, or all of them. What was applied changes nothing; what never was is. Answers 202
 * `{ events }`, how many there are; one is done at once, all of them by a worker. 403 for others, 404 for neither.
 */
export const replayEvents = endpoint({
  input: z.object({ event: z.uuid().optional(), school: z.string().min(1).max(63) }),
  path: '/platform/payment-events/replay',
  run: async ({ input, req }) => {
    if (!holds(req, ['superAdmin'])) {
      throw new NotAllowed()
    }
    const events = await askReplay({ ...input, req })
    if (events === null) {
      throw new NotHere()
    }

    return { events }
  },
  status: 202,
  transaction: false,
})
