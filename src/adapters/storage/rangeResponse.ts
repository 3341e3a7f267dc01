import { Readable } from 'node:stream'

import type { ByteRange, ObjectHead, Storage } from './types'

/** What a `Range` header asks of an object of `size` bytes: nothing, one range, or the impossible. */
export type Asked = 'unsatisfiable' | 'whole' | ByteRange

/**
 * Reads a `Range` header as RFC 9110 §14 does. Other units, several ranges and malformed values are
 * ignored (`whole`); a range that starts behind the end is `unsatisfiable`.
 */
export const rangeOf = (header: null | string, size: number): Asked => {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? []
  if (from === undefined || to === undefined || (!from && !to)) {
    return 'whole'
  }
  if (!from) {
    const length = Math.min(Number(to), size)

    return length > 0 ? { end: size - 1, start: size - length } : 'unsatisfiable'
  }
  const start = Number(from)
  const end = Math.min(to ? Number(to) : size - 1, size - 1)
  if (to && Number(to) < start) {
    return 'whole'
  }

  return start < size ? { end, start } : 'unsatisfiable'
}

/** Types a browser may show in place; everything else is offered as a download. */
const INLINE = /^(?:image\/(?!svg)|video\/|audio\/|application\/pdf$|text\/(?:plain|vtt)\b)/

/** `Content-Disposition` after RFC 6266, with a plain fall-back for names beyond ASCII. */
export const dispositionOf = (
  fileName: string,
  contentType: string,
  isDownload = false,
): string => {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const exact = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  const kind = !isDownload && INLINE.test(contentType) ? 'inline' : 'attachment'

  return `${kind}; filename="${plain}"; filename*=UTF-8''${exact}`
}

const holds = (header: null | string, etag: string): boolean =>
  header !== null &&
  header.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')))

/** `If-Range` lets a range pass while the object is still the one the client has a part of. */
const isSame = (ifRange: null | string, { etag, modifiedAt }: ObjectHead): boolean =>
  ifRange === null ||
  ifRange === etag ||
  Date.parse(ifRange) === Math.trunc(modifiedAt.getTime() / 1000) * 1000

type Args = {
  /** Default `private, no-cache`: kept by the browser, asked again each time, so that lost access tells. */
  cacheControl?: string
  fileName?: string
  /** Whether it is offered as a download whatever its type. */
  isDownload?: boolean
  key: string
  request: { headers: Headers; method?: string }
  storage: Storage
}

/**
 * The HTTP answer for a stored object: 200, 206 for a byte range, 304 when the client has it, 416
 * beyond its end, or null where there is no such object. Checks no access: the caller has.
 */
export const rangeResponse = async (args: Args): Promise<null | Response> => {
  const { cacheControl = 'private, no-cache', key, request, storage } = args
  const head = await storage.head(key)
  if (!head) {
    return null
  }
  const { contentType, etag, modifiedAt, size } = head
  const fileName = args.fileName ?? key.slice(key.lastIndexOf('/') + 1)
  const headers = new Headers({
    'Accept-Ranges': 'bytes',
    'Cache-Control': cacheControl,
    'Content-Disposition': dispositionOf(fileName, contentType, args.isDownload),
    'Content-Type': contentType,
    ETag: etag,
    'Last-Modified': modifiedAt.toUTCString(),
    'X-Content-Type-Options': 'nosniff',
  })
  // A browser shows no PDF inside a sandbox.
  if (contentType !== 'application/pdf') {
    headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
  }
  if (holds(request.headers.get('if-none-match'), etag)) {
    return new Response(null, { headers, status: 304 })
  }
  const asked = isSame(request.headers.get('if-range'), head)
    ? rangeOf(request.headers.get('range'), size)
    : 'whole'
  if (asked === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${size}`)

    return new Response(null, { headers, status: 416 })
  }
  const range = asked === 'whole' ? undefined : asked
  if (range) {
    headers.set('Content-Range', `bytes ${range.start}-${range.end}/${size}`)
  }
  headers.set('Content-Length', String(range ? range.end - range.start + 1 : size))
  const status = range ? 206 : 200
  if (request.method === 'HEAD') {
    return new Response(null, { headers, status })
  }
  const found = await storage.get({ key, range })

  return found && new Response(toWeb(found.stream), { headers, status })
}

const toWeb = (stream: Readable): ReadableStream<Uint8Array> =>
  Readable.toWeb(stream) as ReadableStream<Uint8Array>
