import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Payload } from 'payload'

import { finished } from 'node:stream/promises'

import { sessionCookie } from '@/adapters/auth/cookies'
import { tenantOfHost } from '@/database/hosts'
import { isDatabaseAway } from '@/database/notices'
import { bareHost } from '@/domain/tenancy/hosts'
import { isOpenInMaintenance } from '@/domain/tenancy/maintenance'
import { isForged, refuseOrigin } from '@/operations/identity/origin'
import { isStaffSession } from '@/operations/identity/staffSession'
import { turnedAway } from '@/operations/identity/turnedAway'
import { originOf } from '@/operations/tenancy/origins'

import type { Answered } from './endpoint'

import { headersOf } from './incoming'

/** Whom a request that passes Next by is from: a school that is there, at its own origin. */
export type Admitted = { headers: Headers; method: string; origin: string; tenant: string }

/** Lets in what the edge of Next would let in (`src/proxy.ts`); answers those who are turned away. */
const admitted = async (request: IncomingMessage): Promise<Admitted | Response> => {
  const headers = headersOf(request)
  const host = headers.get('host') ?? ''
  const tenant = await tenantOfHost(host)
  if (!tenant) {
    return new Response('Not found', { headers: { 'Content-Type': 'text/plain' }, status: 404 })
  }
  const { method = 'GET' } = request
  const origin = originOf(bareHost(host))
  const hasSession = headers.get('cookie')?.includes(`${sessionCookie(origin)}=`) === true
  const path = (request.url ?? '').split('?', 1)[0] ?? ''
  if (isForged({ hasSession, headers, method, origin, path })) {
    return refuseOrigin()
  }
  if (
    tenant.isClosed &&
    !isOpenInMaintenance(request.url ?? '') &&
    !(await isStaffSession({ headers, origin, tenant: tenant.id }))
  ) {
    return turnedAway({ isApi: true, locale: tenant.locale, reason: 'maintenance', tenant })
  }

  return { headers, method, origin, tenant: tenant.id }
}

/** Has a request of the API answered straight from the web server by `answer`, with the checks that Next's edge would make. */
export const serveWithoutNext = async ({
  answer,
  payload,
  request,
  response,
}: {
  answer: (admitted: Admitted) => Promise<Answered>
  payload: Payload
  request: IncomingMessage
  response: ServerResponse
}): Promise<void> => {
  try {
    const found = await admitted(request)
    if (found instanceof Response) {
      // The connection ends with the answer: who sends a file hears why it is refused only once all of it is taken.
      await finished(request.resume())
      await send(found, response)
    } else {
      await send(await answer(found), response)
      request.resume()
    }
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

const send = async (answered: Answered, response: ServerResponse): Promise<void> => {
  const isPlain = !(answered instanceof Response)
  const body = isPlain
    ? Buffer.from(JSON.stringify(answered.body))
    : Buffer.from(await answered.arrayBuffer())
  response.writeHead(answered.status, {
    ...(isPlain
      ? { 'Content-Type': 'application/json', ...answered.headers }
      : Object.fromEntries(answered.headers)),
    ...(answered.status === 413 && { Connection: 'close' }),
    'Content-Length': body.length,
  })
  response.end(body)
}
