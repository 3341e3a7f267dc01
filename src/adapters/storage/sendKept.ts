import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'

import { pipeline } from 'node:stream/promises'

import type { Storage } from './types'

import { rangeOf } from './rangeResponse'

/** Sizes of objects that never change, by key; the oldest are asked for again. */
const sizes = new Map<string, number>()
const MOST_SIZES = 50_000

const sizeOf = async (storage: Storage, key: string): Promise<null | number> => {
  const known = sizes.get(key)
  if (known !== undefined) {
    return known
  }
  const head = await storage.head(key)
  if (!head) {
    return null
  }
  const [oldest] = sizes.keys()
  if (sizes.size >= MOST_SIZES && oldest) {
    sizes.delete(oldest)
  }
  sizes.set(key, head.size)

  return head.size
}

type Sent = {
  /** Where nginx finds the folder of the storage; it then sends the object itself. */
  accel?: string
  cacheControl: string
  contentType: string
  /** A strong validator that names this very object. */
  etag: string
  headers: Readonly<Record<string, string>>
  key: string
  request: IncomingMessage
  response: ServerResponse
  storage: Storage
}

/**
 * Sends an object that never changes once it is there: whole, the range asked for, or 304 to who has it. Answers how
 * many bytes of it that is, also where the proxy in front sends them; null where there is no such object, and nothing was sent. Checks no access.
 */
export const sendKept = async ({
  accel,
  cacheControl,
  contentType,
  etag,
  key,
  request,
  response,
  storage,
  ...given
}: Sent): Promise<null | number> => {
  const { method } = request
  const headers = {
    ...given.headers,
    'Accept-Ranges': 'bytes',
    'Cache-Control': cacheControl,
    'Content-Type': contentType,
    ETag: etag,
  }
  if (request.headers['if-none-match']?.split(',').some((one) => one.trim() === etag)) {
    response.writeHead(304, headers).end()

    return 0
  }
  const size = await sizeOf(storage, key)
  if (size === null) {
    return null
  }
  const { 'if-range': ifRange = etag, range: wanted = null } = request.headers
  const asked = ifRange === etag ? rangeOf(wanted, size) : 'whole'
  if (asked === 'unsatisfiable') {
    response.writeHead(416, { ...headers, 'Content-Range': `bytes */${size}` }).end()

    return 0
  }
  const range = asked === 'whole' ? undefined : asked
  const length = range ? range.end - range.start + 1 : size
  if (accel) {
    response.writeHead(200, { ...headers, 'X-Accel-Redirect': `${accel}/${key}` }).end()

    return method === 'HEAD' ? 0 : length
  }
  const partial = range && { 'Content-Range': `bytes ${range.start}-${range.end}/${size}` }
  const head = { ...headers, ...partial, 'Content-Length': length }
  if (method === 'HEAD') {
    response.writeHead(range ? 206 : 200, head).end()

    return 0
  }
  const found = await storage.get({ key, range })
  if (!found) {
    sizes.delete(key)

    return null
  }
  response.writeHead(range ? 206 : 200, head)

  return passOn(found.stream, response)
}

/** Hands a stream on until it ends or the caller hangs up; how many bytes went. */
const passOn = async (stream: Readable, response: ServerResponse): Promise<number> => {
  let bytes = 0
  stream.on('data', (part: Buffer) => (bytes += part.length))
  try {
    await pipeline(stream, response)
  } catch (error) {
    if (!response.destroyed) {
      throw error
    }
  }

  return bytes
}
