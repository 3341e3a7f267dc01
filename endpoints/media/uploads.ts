import type { IncomingMessage } from 'node:http'
import type { Payload } from 'payload'

import { Readable } from 'node:stream'
import { handleEndpoints } from 'payload'

import { openFront } from '@/database/requests'
import { asHost } from '@/database/scope'

import { serveWithoutNext } from '../support/withoutNext'

const PATH = /^\/api\/media(?:\/[\w-]+)?$/

const METHODS = ['PATCH', 'POST']

const isUpload = ({ headers, method = '', url = '' }: IncomingMessage): boolean =>
  METHODS.includes(method) &&
  PATH.test(url.split('?')[0] ?? '') &&
  headers['content-type']?.startsWith('multipart/form-data') === true

/**
 * Has files that come to Payload's own `/api/media` read as they come, past Next: its edge keeps the whole body of a
 * request in memory, and cuts it off after ten megabytes. What answers is Payload's endpoint all the same.
 */
export const openUploads = (payload: Payload): void => {
  openFront('uploads', (request, response) => {
    if (!isUpload(request)) {
      return false
    }
    void asHost(request.headers.host, () =>
      serveWithoutNext({
        answer: ({ headers, method, origin }) => {
          const url = new URL(request.url ?? '', origin)
          const body = Readable.toWeb(request) as ReadableStream

          return handleEndpoints({
            config: payload.config,
            path: url.pathname,
            request: new Request(url, { body, duplex: 'half', headers, method } as RequestInit),
          })
        },
        payload,
        request,
        response,
      }),
    )

    return true
  })
}
