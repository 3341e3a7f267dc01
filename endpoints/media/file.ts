import type { Endpoint } from 'payload'

import { idOf } from '@/domain/ids'
import { serveMedia } from '@/operations/media/serveMedia'

import { NotHere } from '../support/errors'

const SIZES = ['small', 'medium', 'large']
const TENANT = /^[0-9a-f-]{36}$/

/**
 * GET /api/media/file/:filename: a file, whole or by `Range`, for whoever may read its row; anything
 * else is a 404, whether missing, protected or another school's. `prefix` names the school where the
 * platform's staff look at several.
 */
export const mediaFile: Endpoint = {
  custom: { method: 'get', path: '/media/file/:filename', signedIn: false },
  handler: async (req) => {
    const asked = req.routeParams?.filename
    const filename = typeof asked === 'string' ? asked : ''
    const prefix = req.searchParams.get('prefix') ?? ''
    const { docs } = await req.payload.find({
      collection: 'media',
      depth: 0,
      limit: 1,
      overrideAccess: false,
      pagination: false,
      req,
      select: { isPublic: true, tenant: true },
      where: {
        and: [
          {
            or: [
              { filename: { equals: filename } },
              ...SIZES.map((size) => ({ [`sizes.${size}.filename`]: { equals: filename } })),
            ],
          },
          ...(TENANT.test(prefix) ? [{ tenant: { equals: prefix } }] : []),
        ],
      },
    })
    const [found] = docs
    if (!found) {
      const { data, status } = new NotHere()

      return Response.json(data, { status })
    }

    return serveMedia({
      isPublic: found.isPublic ?? false,
      media: { id: found.id, filename, tenant: idOf(found.tenant) },
      req,
    })
  },
  method: 'get',
  path: '/file/:filename',
}
