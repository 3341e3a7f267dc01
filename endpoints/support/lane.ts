import type { IncomingMessage } from 'node:http'
import type { Endpoint, Payload } from 'payload'

import { Readable } from 'node:stream'
import { createLocalReq } from 'payload'

import { sessionToken } from '@/adapters/auth/instance'
import { bearerOf } from '@/adapters/auth/tokens'
import { openFront } from '@/database/requests'
import { asHost } from '@/database/scope'
import { KEY_PREFIX } from '@/domain/identity/apiKeys'
import { sessionUser } from '@/operations/identity/session'

import type { Answered, Hot } from './endpoint'
import type { Admitted } from './withoutNext'

import { MOST_BYTES } from './endpoint'
import { headersOf } from './incoming'
import { serveWithoutNext } from './withoutNext'

/**
 * Answers the endpoints that are marked hot straight from the web server: the same definition and the
 * same checks, without Next's routing and Payload's request in between. Opened once Payload stands;
 * until then, with a query where no file comes with it, and with an API key, they are answered the usual way.
 */
export const openLane = (payload: Payload): void => {
  const endpoints = hotEndpoints(payload)
  openFront('lane', (request, response) => {
    const [path, query] = request.url?.split('?') ?? []
    const hot = endpoints.get(`${request.method} ${path}`)
    const isKeyed = bearerOf(headersOf(request))?.startsWith(KEY_PREFIX)
    if (!hot || isKeyed || (query !== undefined && !hot.takesFile)) {
      return false
    }
    void asHost(request.headers.host, () =>
      serveWithoutNext({
        answer: (admitted) => answer(admitted, { hot, payload, request }),
        payload,
        request,
        response,
      }),
    )

    return true
  })
}

/** What answers, by method and path. */
const hotEndpoints = ({ config }: Payload): Map<string, Hot> => {
  const of = (endpoints: Endpoint[] | false, under: string): [string, Hot][] =>
    (endpoints || []).flatMap(({ custom, method, path }) =>
      custom?.hot ? [[`${method.toUpperCase()} /api${under}${path}`, custom.hot as Hot]] : [],
    )

  return new Map([
    ...of(config.endpoints, ''),
    ...config.collections.flatMap(({ slug, endpoints }) => of(endpoints, `/${slug}`)),
  ])
}

/** Answers as the endpoint would behind Next. */
const answer = async (
  { headers, method, origin, tenant }: Admitted,
  { hot, payload, request }: { hot: Hot; payload: Payload; request: IncomingMessage },
): Promise<Answered> => {
  const session = hot.joinsSession ? sessionToken({ headers, origin, tenant }) : null
  const [user, body] = await Promise.all([
    hot.joinsSession ? null : sessionUser({ headers, payload }),
    hot.takesFile ? '' : bodyOf(request),
  ])
  const req = await createLocalReq(
    {
      req: {
        headers,
        method,
        routeParams: {},
        text: () => Promise.resolve(body),
        ...(hot.takesFile && {
          body: Readable.toWeb(request) as ReadableStream,
          searchParams: new URLSearchParams(request.url?.split('?')[1]),
        }),
      },
      ...(session && { context: { session } }),
      ...(user && { user: user as never }),
    },
    payload,
  )

  return hot.answer(req)
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
