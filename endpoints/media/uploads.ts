import type { IncomingMessage } from 'node:http'
import type { Payload } from 'payload'

import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { createLocalReq, Forbidden, handleEndpoints } from 'payload'

import { openFront } from '@/database/requests'
import { asHost } from '@/database/scope'
import { sessionUser } from '@/operations/identity/session'

import type { Admitted } from '../support/withoutNext'

import { serveWithoutNext } from '../support/withoutNext'

const PATH = /^\/api\/media(?:\/[\w-]+)?$/

const METHODS = ['PATCH', 'POST']

const isUpload = ({ headers, method = '', url = '' }: IncomingMessage): boolean =>
  METHODS.includes(method) &&
  PATH.test(url.split('?')[0] ?? '') &&
  headers['content-type']?.startsWith('multipart/form-data') === true

/** Whether the rules of the collection let somebody upload at all, asked before any of the file is taken. */
const mayUpload = async ({ headers, method }: Admitted, payload: Payload): Promise<boolean> => {
  const user = await sessionUser({ headers, payload })
  const req = await createLocalReq({ req: { headers }, ...(user && { user: user as never }) }, payload)
  const { access } = payload.collections.media.config

  return Boolean(await (method === 'POST' ? access.create : access.update)({ req }))
}

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
        answer: async (admitted) => {
          if (!(await mayUpload(admitted, payload))) {
            // Who sends hears why once all is sent; none of it is kept.
            await finished(request.resume())
            const { message, status } = new Forbidden()

            return Response.json({ errors: [{ message }] }, { status })
          }
          const { headers, method, origin } = admitted
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
