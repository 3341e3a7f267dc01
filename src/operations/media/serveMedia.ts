import type { PayloadRequest } from 'payload'

import { storage } from '@/adapters/storage'
import { rangeResponse } from '@/adapters/storage/rangeResponse'
import { mediaKey } from '@/domain/media/keys'
import { env } from '@/env'

type Media = { filename: string; id: string; tenant: string }

/** An address that names a version answers the same for good. */
const FOR_GOOD = 'public, max-age=31536000, immutable'

/** Any other of a public file is asked again each time whether it is still the same. */
const CHECKED = 'public, max-age=0, must-revalidate'

/** The tag by which a CDN knows whatever it keeps of a file. */
export const cdnTag = (id: string): string => `media-${id}`

/** Each provider reads its own header. */
const TAG_HEADERS = ['Cache-Tag', 'CDN-Tag', 'Surrogate-Key']

/**
 * The bytes of a row of `media`, whole or the range asked for; 404 where the storage has none. Asks
 * nobody who may: that is the caller's to have checked.
 */
export const serveMedia = async ({
  isDownload = false,
  isPublic = false,
  isVersioned = false,
  media,
  req,
}: {
  /** Whether a browser is to keep it rather than show it. */
  isDownload?: boolean
  isPublic?: boolean
  /** Whether the address that was asked names this very version. */
  isVersioned?: boolean
  media: Media
  req: PayloadRequest
}): Promise<Response> => {
  const answer = await rangeResponse({
    cacheControl: isPublic ? (isVersioned ? FOR_GOOD : CHECKED) : undefined,
    isDownload,
    key: mediaKey(media),
    request: { headers: req.headers, method: req.method },
    storage: storage(),
  })

  if (isPublic && env().CDN_URL) {
    TAG_HEADERS.forEach((name) => answer?.headers.set(name, cdnTag(media.id)))
  }

  return answer ?? Response.json({ code: 'notFound' }, { status: 404 })
}
