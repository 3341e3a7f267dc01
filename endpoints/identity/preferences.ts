import { z } from 'zod'

import { endpoint } from '../support/endpoint'
import { NotHere } from '../support/errors'

const SLUG = 'payload-preferences'

/**
 * DELETE /api/payload-preferences/:key: forgets what the admin panel noted under that name for whoever
 * asks. 404 when nothing is noted. In place of Payload's own, whose statement the database refuses.
 */
export const forgetPreference = endpoint({
  input: z.object({ key: z.string().max(200) }),
  method: 'delete',
  path: '/:key',
  run: async ({ input: { key }, req }) => {
    const { docs } = await req.payload.delete({
      collection: SLUG,
      depth: 0,
      overrideAccess: false,
      req,
      where: { key: { equals: key } },
    })
    if (docs.length === 0) {
      throw new NotHere()
    }

    return { deleted: docs.length }
  },
})
