import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Endpoint, Payload, PayloadHandler } from 'payload'

import { createLocalReq } from 'payload'

import { sessionCookie } from '@/adapters/auth/instance'
import { tenantOfHost } from '@/database/hosts'
import { openFront } from '@/database/requests'
import { asHost } from '@/database/scope'
import { SECURITY_HEADERS } from '@/domain/identity/securityHeaders'
import { bareHost } from '@/domain/tenancy/hosts'
import { isSameOrigin, refuseOrigin } from '@/operations/identity/origin'
import { sessionUser } from '@/operations/identity/session'
import { originOf } from '@/operations/tenancy/origins'

import { MOST_BYTES } from './endpoint'
import { headersOf } from './incoming'

/**
 * Answers the endpoints that are marked hot straight from the web server: the same definition and the
 * same checks, without Next's routing and Payload's request in between. Opened once Payload stands;
 * until then, and with a query, they are answered the usual way.
 */
export const openLane = (payload: Payload): void => {
  const hot = hotEndpoints(payload)
  openFront('lane', (request, response) => {
    const handler = hot.get(`${request.method} ${request.url}`)
    if (!handler) {
      return false
    }
    void asHost(request.headers.host, () => serve({ handler, payload, request, response }))

    return true
  })
}

/** Handlers by method and path. */
const hotEndpoints = ({ config }: Payload): Map<string, PayloadHandler> => {
  const of = (endpoints: Endpoint[] | false, under: string): [string, PayloadHandler][] =>
    (endpoints || [])
      .filter(({ custom }) => custom?.isHot === true)
      .map(({ handler, method, path }) => [`${method.toUpperCase()} /api${under}${path}`, handler])

  return new Map([
    ...of(config.endpoints, ''),
    ...config.collections.flatMap(({ slug, endpoints }) => of(endpoints, `/${slug}`)),
  ])
}

type Serving = {
  handler: PayloadHandler
  payload: Payload
  request: IncomingMessage
  response: ServerResponse
}

const serve = async ({ handler, payload, request, response }: Serving): Promise<void> => {
  try {
    await send(await answer({ handler, payload, request }), response)
  } catch (error) {
    if (response.destroyed) {
      // The caller hung up; there is nobody to answer.
      return
    }
    payload.logger.error(error)
    if (!response.headersSent) {
      const fault = { errors: [{ message: 'Something went wrong.' }] }
      await send(Response.json(fault, { status: 500 }), response)
    }
  }
}

const answer = async ({
  handler,
  payload,
  request,
}: Omit<Serving, 'response'>): Promise<Response> => {
  const headers = headersOf(request)
  const host = headers.get('host') ?? ''
  if (!(await tenantOfHost(host))) {
    return new Response('Not found', { headers: { 'Content-Type': 'text/plain' }, status: 404 })
  }
  const { method = 'GET' } = request
  const origin = originOf(bareHost(host))
  const hasCookie = headers.get('cookie')?.includes(`${sessionCookie(origin)}=`)
  if (hasCookie && !isSameOrigin({ headers, method, origin })) {
    return refuseOrigin()
  }
  const [user, body] = await Promise.all([sessionUser({ headers, payload }), bodyOf(request)])
  const req = await createLocalReq(
    {
      req: { headers, method, routeParams: {}, text: () => Promise.resolve(body) },
      ...(user && { user: user as never }),
    },
    payload,
  )

  return handler(req)
}

/** The body as text; of one that is too large just so much that the endpoint refuses it. */
const bodyOf = (request: IncomingMessage): Promise<string> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let bytes = 0
    const done = () => resolve(Buffer.concat(parts).toString('utf8'))
    request.on('data', (part: Buffer) => {
      if (bytes <= MOST_BYTES) {
        parts.push(part)
        bytes += part.length
      } else {
        done()
      }
    })
    request.on('end', done)
    request.on('error', reject)
  })

const send = async (answered: Response, response: ServerResponse): Promise<void> => {
  const body = Buffer.from(await answered.arrayBuffer())
  response.writeHead(answered.status, {
    ...SECURITY_HEADERS,
    ...Object.fromEntries(answered.headers),
    ...(answered.status === 413 && { Connection: 'close' }),
    'Content-Length': body.length,
  })
  response.end(body)
}
