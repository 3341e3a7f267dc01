import { once } from 'node:events'
import http from 'node:http'
import { Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'

import { Halt } from '../runtime/halt.mjs'

/** How bytes are appended to an upload that somebody else finishes (tus 1.0). */
export const APPEND = {
  'content-type': 'application/offset+octet-stream',
  'lectern-finishes': '1',
  'tus-resumable': '1.0.0',
  'upload-offset': '0',
}

/**
 * Sends bytes as fast as they are taken.
 * @param {{ headers: Record<string, string>, method: string, parts: Iterable<Buffer>, path: string, port: number }} what
 * @returns {Promise<number>} how long until the answer, in ms
 */
export const send = async ({ headers, method, parts, path: at, port }) => {
  const began = performance.now()
  const request = http.request({ headers, host: '127.0.0.1', method, path: at, port })
  const answered = once(request, 'response')
  await pipeline(Readable.from(parts, { objectMode: true }), request)
  const [response] = await answered
  await finished(response.resume())
  if (response.statusCode >= 300) {
    throw new Halt(`${at} answered ${response.statusCode}.`)
  }

  return performance.now() - began
}
