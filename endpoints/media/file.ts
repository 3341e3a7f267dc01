import type { Endpoint } from 'payload'

import { idOf } from '@/domain/ids'
import { rowOfAvif } from '@/domain/media/avif'
import { versionOf } from '@/domain/media/publicUrl'
import { publicFileOf } from '@/operations/media/publicFile'
import { serveMedia } from '@/operations/media/serveMedia'

import { NotHere } from '../support/errors'

const SIZES = ['small', 'medium', 'large']
const TENANT = /^[0-9a-f-]{36}$/

/**
 * GET /api/media/file/:filename: a file, whole or by `Range`, for whoever may read its row; anything
 * else is a 404, whether missing, protected or another school's. `prefix` names the school where the
 * platform's staff look at several, and where a CDN asks the platform's host for a public file. `v` names a version: while it is
 * the file's own, a public one may be kept for good.
 */
export const mediaFile: Endpoint = {
  custom: { method: 'get', path: '/media/file/:filename', signedIn: false },
  handler: async (req) => {
    const asked = req.routeParams?.filename
    const filename = typeof asked === 'string' ? asked : ''
    const row = rowOfAvif(filename)
    const prefix = req.searchParams.get('prefix') ?? ''
    const { docs } = await req.payload.find({
      collection: 'media',
      depth: 0,
      limit: 1,
      overrideAccess: false,
      pagination: false,
      req,
      select: { isPublic: true, tenant: true, updatedAt: true },
      where: {
        and: [
          {
            or: [
              { filename: { equals: filename } },
              ...(row ? [{ id: { equals: row } }] : []),
              ...SIZES.map((size) => ({ [`sizes.${size}.filename`]: { equals: filename } })),
            ],
          },
          ...(TENANT.test(prefix) ? [{ tenant: { equals: prefix } }] : []),
        ],
      },
    })
    const [own] = docs
    const found =
      own ?? (TENANT.test(prefix) && (await publicFileOf({ filename, req, tenant: prefix })))
    if (!found) {
      const { data, status } = new NotHere()

      return Response.json(data, { status })
    }

    return serveMedia({
      isPublic: !own || Boolean(own.isPublic),
      isVersioned: req.searchParams.get('v') === versionOf(found.updatedAt),
      media: { id: found.id, filename, tenant: idOf(found.tenant) },
      req,
    })
  },
  method: 'get',
  path: '/file/:filename',
}
