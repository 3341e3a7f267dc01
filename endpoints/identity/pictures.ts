import { z } from 'zod'

import { storage } from '@/adapters/storage'
import { rangeResponse } from '@/adapters/storage/rangeResponse'
import { MOST_PORTRAIT_BYTES, portraitKey } from '@/domain/identity/portraits'
import { dropPortrait, keepPortrait } from '@/operations/identity/portraits'
import { visibleAccount } from '@/operations/identity/visibleAccount'

import { endpoint, publicEndpoint } from '../support/endpoint'
import { NotHere } from '../support/errors'

/** Its address changes with the picture, so that a browser asks again after a day at most for what may be hidden by then. */
const KEPT = 'private, max-age=86400'

/**
 * POST /api/account/picture with an image file as its body (JPEG, PNG, WebP, GIF or AVIF, 10 MB at
 * most): makes it the caller's picture, cut square and without its EXIF. 200 `{ picture }`, a path; 413
 * `tooLarge`; 422 `pictureUnreadable`.
 */
export const uploadPicture = endpoint({
  input: z.object({ bytes: z.instanceof(Buffer) }),
  path: '/account/picture',
  run: async ({ input: { bytes }, req, tenant }) => ({
    picture: await keepPortrait({ account: req.user.id, bytes, req, tenant }),
  }),
  takesBytes: MOST_PORTRAIT_BYTES,
  transaction: false,
})

/** DELETE /api/account/picture: takes the caller's picture away, if there is one. 200 `{ picture: null }`. */
export const removePicture = endpoint({
  input: z.object({}),
  method: 'delete',
  path: '/account/picture',
  run: async ({ req, tenant }) => {
    await dropPortrait({ account: req.user.id, req, tenant })

    return { picture: null }
  },
  transaction: false,
})

/**
 * GET /api/people/:id/picture: somebody's picture as WebP, for whoever may see their profile; 404
 * otherwise, and where there is none.
 */
export const personPicture = publicEndpoint({
  input: z.object({ id: z.string().max(64) }),
  method: 'get',
  path: '/people/:id/picture',
  run: async ({ input: { id }, req, tenant }) => {
    const found = await visibleAccount({ id, req })
    const key = found && portraitKey({ account: found.id, picture: found.image, tenant })
    const answer =
      key &&
      (await rangeResponse({
        cacheControl: KEPT,
        key,
        request: { headers: req.headers, method: req.method },
        storage: storage(),
      }))
    if (!answer) {
      throw new NotHere()
    }

    return answer
  },
})
