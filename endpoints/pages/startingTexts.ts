import { z } from 'zod'

import { writeStartingTexts } from '@/operations/pages/startingTexts'
import { isManager } from '@hooks/access'

import { endpoint } from '../support/endpoint'
import { NotAllowed } from '../support/errors'

/**
 * POST /api/pages/starting-texts: drafts of the terms, privacy policy, refund policy and cookies that the
 * school does not have yet. 201 `{ written }`, their slugs; for managers.
 */
export const writeSmallPrint = endpoint({
  input: z.object({}),
  path: '/pages/starting-texts',
  run: async ({ req, tenant }) => {
    if (!isManager(req)) {
      throw new NotAllowed()
    }

    return { written: await writeStartingTexts({ now: new Date(), req, tenant }) }
  },
  status: 201,
})
