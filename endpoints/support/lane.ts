import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Endpoint, Payload } from 'payload'

import { Readable } from 'node:stream'
import { createLocalReq } from 'payload'

import { sessionCookie, sessionToken } from '@/adapters/auth/instance'
import { tenantOfHost } from '@/database/hosts'
import { isDatabaseAway } from '@/database/notices'
import { openFront } from '@/database/requests'
import { asHost } from '@/database/scope'
import { SECURITY_HEADERS } from '@/domain/identity/securityHeaders'
import { bareHost } from '@/domain/tenancy/hosts'
import { isOpenInMaintenance } from '@/domain/tenancy/maintenance'
import { isSameOrigin, refuseOrigin } from '@/operations/identity/origin'
import { sessionUser } from '@/operations/identity/session'
import { isStaffSession } from '@/operations/identity/staffSession'
import { turnedAway } from '@/operations/identity/turnedAway'
import { originOf } from '@/operations/tenancy/origins'

import type { Answered, Hot } from './endpoint'

import { MOST_BYTES } from './endpoint'
import { headersOf } from './incoming'

/**
 * Answers the endpoints that are marked hot straight from the web server: the same definition and the
 * same checks, without Next's routing and Payload's request in between. Opened once Payload stands;
 * until then, and with a query where no file comes with it, they are answered the usual way.
 */
export const openLane = (payload: Payload): void => {
  const endpoints = hotEndpoints(payload)
  openFront('lane', (request, response) => {
    const [path, query] = request.url?.split('?') ?? []
    const hot = endpoints.get(`${request.method} ${path}`)
    if (!hot || (query !== undefined && !hot.takesFile)) {
      return false
    }
    void asHost(request.headers.host, () => serve({ hot, payload, request, response }))

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

type Serving = {
  hot: Hot
  payload: Payload
  request: IncomingMessage
  response: ServerResponse
}

const serve = async ({ hot, payload, request, response }: Serving): Promise<void> => {
  try {
    await send(await answer({ hot, payload, request }), response)
    // Who sends a file that is refused hears why only once the rest of it is taken.
    request.resume()
  } catch (error) {
    if (response.destroyed) {
      // The caller hung up; there is nobody to answer.
      return
    }
    payload.logger.error(error)
    if (!response.headersSent) {
      const body = { errors: [{ message: 'Something went wrong.' }] }
      const away = { isApi: true, locale: 'en', reason: 'away', tenant: null } as const
      await send(isDatabaseAway() ? turnedAway(away) : { body, headers: {}, status: 500 }, response)
    }
  }
}

const answer = async ({ hot, payload, request }: Omit<Serving, 'response'>): Promise<Answered> => {
  const headers = headersOf(request)
  const host = headers.get('host') ?? ''
  const tenant = await tenantOfHost(host)
  if (!tenant) {
    return new Response('Not found', { headers: { 'Content-Type': 'text/plain' }, status: 404 })
  }
  const { method = 'GET' } = request
  const origin = originOf(bareHost(host))
  const hasCookie = headers.get('cookie')?.includes(`${sessionCookie(origin)}=`)
  if (hasCookie && !isSameOrigin({ headers, method, origin })) {
    return refuseOrigin()
  }
  if (
    tenant.isClosed &&
    !isOpenInMaintenance(request.url ?? '') &&
    !(hasCookie && (await isStaffSession({ headers, origin, tenant: tenant.id })))
  ) {
    return turnedAway({ isApi: true, locale: tenant.locale, reason: 'maintenance', tenant })
  }
  const session = hot.joinsSession ? sessionToken({ headers, origin, tenant: tenant.id }) : null
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

const send = async (answered: Answered, response: ServerResponse): Promise<void> => {
  const isPlain = !(answered instanceof Response)
  const body = isPlain
    ? Buffer.from(JSON.stringify(answered.body))
    : Buffer.from(await answered.arrayBuffer())
  response.writeHead(answered.status, {
    ...SECURITY_HEADERS,
    ...(isPlain
      ? { 'Content-Type': 'application/json', ...answered.headers }
      : Object.fromEntries(answered.headers)),
    ...(answered.status === 413 && { Connection: 'close' }),
    'Content-Length': body.length,
  })
  response.end(body)
}
