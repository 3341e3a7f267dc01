import { z } from 'zod'

import { readJobs } from '@/operations/events/jobs'
import { isManager } from '@hooks/access'

import { endpoint } from '../support/endpoint'
import { NotAllowed } from '../support/errors'

/**
 * GET /api/jobs, for managers: `{ jobs: [{ reaction, waiting, active, failed, done, oldestWaiting }],
 * oldestWaiting, failures: [{ reaction, reason, attempts, isFinal, at, tenant }] }` of their school, of
 * all schools for staff of the platform. Ages are in seconds; what ended is of the last day.
 */
export const jobs = endpoint({
  input: z.object({}),
  method: 'get',
  path: '/jobs',
  run: async ({ req }) => {
    if (!isManager(req)) {
      throw new NotAllowed()
    }

    return readJobs({ req })
  },
})
