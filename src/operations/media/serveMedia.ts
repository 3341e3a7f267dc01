import type { PayloadRequest } from 'payload'

import { storage } from '@/adapters/storage'
import { rangeResponse } from '@/adapters/storage/rangeResponse'
import { mediaKey } from '@/domain/media/keys'

type Media = { filename: string; id: string; tenant: string }

/** Files of the site itself may be kept by browsers and caches for an hour. */
const PUBLIC = 'public, max-age=3600'

/**
 * The bytes of a row of `media`, whole or the range asked for; 404 where the storage has none. Asks
 * nobody who may: that is the caller's to have checked.
 */
export const serveMedia = async ({
  isPublic = false,
  media,
  req,
}: {
  isPublic?: boolean
  media: Media
  req: PayloadRequest
}): Promise<Response> => {
  const answer = await rangeResponse({
    cacheControl: isPublic ? PUBLIC : undefined,
    key: mediaKey(media),
    request: { headers: req.headers, method: req.method },
    storage: storage(),
  })

  return answer ?? Response.json({ code: 'notFound' }, { status: 404 })
}
