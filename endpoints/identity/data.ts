import { z } from 'zod'

import { personalData } from '@/operations/identity/personalData'

import { endpoint } from '../support/endpoint'
import { NotHere } from '../support/errors'
import { requireFresh } from '../support/fresh'

/**
 * GET /api/account/data: everything the school keeps of the caller, as a JSON file: `{ profile,
 * enrollments, progress, quizAttempts, certificates, orders, mails, sessions }`. 401 `reauthenticationNeeded`.
 */
export const downloadData = endpoint({
  input: z.object({}),
  method: 'get',
  path: '/account/data',
  run: async ({ req, tenant }) => {
    await requireFresh(req, tenant)
    const data = await personalData({ account: req.user.id, req })
    if (!data) {
      throw new NotHere()
    }

    return new Response(JSON.stringify(data, null, 2), {
      headers: {
        'Cache-Control': 'private, no-store',
        'Content-Disposition': 'attachment; filename="my-data.json"',
        'Content-Type': 'application/json; charset=utf-8',
      },
    })
  },
})
