import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Payload } from 'payload'

import type { StreamFile } from '@/domain/media/streams'
import type { Admission, Refusal } from '@/operations/learning/streamGate'

import { storage } from '@/adapters/storage'
import { sendKept } from '@/adapters/storage/sendKept'
import { tenantOfHost } from '@/database/hosts'
import { openFront } from '@/database/requests'
import { asTenant } from '@/database/scope'
import { videoKey } from '@/domain/media/keys'
import { isOfStream, keptFor, streamFile } from '@/domain/media/streams'
import { bareHost } from '@/domain/tenancy/hosts'
import { env } from '@/env'
import { countDelivered } from '@/operations/learning/delivered'
import { admitted } from '@/operations/learning/streamGate'
import { segmentKey } from '@/operations/media/segmentKey'
import { originOf } from '@/operations/tenancy/origins'

import { headersOf } from '../support/incoming'
import { answerLicence } from './licences'

/**
 * Answers `GET /api/stream/:video/:run/…` before Next: playlists, segments, their keys, pictures of the time line, the poster, and a `pulse` without a body, to whom
 * `POST /api/learn/videos/:lesson/open` let in no longer than ten minutes ago; and, of films that are protected, licences (`answerLicence`). 401 `noGrant` without such a grant of this
 * school, session and device, 403 `ended`, `locked` or `tooManyStreams` where what it stood for has ended since.
 */
export const openStreams = (payload: Payload): void => {
  openFront('streams', (request, response) => {
    if (!isOfStream(request.url ?? '')) {
      return false
    }
    answer({ payload, request, response }).catch((error: unknown) => {
      if (!response.destroyed) {
        payload.logger.error(error)
        refuse(response, { code: 'fault', status: 500 })
      }
    })

    return true
  })
}

type Asked = { payload: Payload; request: IncomingMessage; response: ServerResponse }

const STATUS: Record<Refusal, number> = {
  ended: 403,
  locked: 403,
  noGrant: 401,
  tooManyStreams: 403,
}

const refuse = (
  response: ServerResponse,
  { code, status, wait }: { code: string; status: number; wait?: number },
): void => {
  if (response.headersSent) {
    response.destroy()

    return
  }
  const body = JSON.stringify({ code })
  response
    .writeHead(status, {
      'Cache-Control': 'private, no-store',
      'Content-Length': Buffer.byteLength(body),
      'Content-Type': 'application/json',
      ...(wait && { 'Retry-After': wait }),
      ...(status === 413 && { Connection: 'close' }),
    })
    .end(body)
}

const answer = async ({ payload, request, response }: Asked): Promise<void> => {
  const { host = '' } = request.headers
  const file = streamFile(request.url ?? '')
  const tenant = await tenantOfHost(host)
  if (!tenant || !file) {
    return refuse(response, { code: 'notFound', status: 404 })
  }
  const methods = file.kind === 'licence' ? ['POST'] : ['GET', 'HEAD']
  if (!methods.includes(request.method ?? '')) {
    return refuse(response, { code: 'notAllowed', status: 405 })
  }
  const found = await asTenant(tenant.id, () =>
    admitted({
      headers: headersOf(request),
      now: Date.now(),
      origin: originOf(bareHost(host)),
      payload,
      tenant,
      video: file.video,
    }),
  )
  if (typeof found === 'string') {
    return refuse(response, { code: found, status: STATUS[found] })
  }
  if (file.kind === 'licence' || file.kind === 'certificate') {
    return license({ admission: found, file, request, response, tenant: tenant.id })
  }
  const bytes = await send({ admission: found, file, request, response, tenant: tenant.id })
  if (bytes === null) {
    return refuse(response, { code: 'notFound', status: 404 })
  }
  const { account, play } = found
  countDelivered({ account, bytes, now: new Date(), play, tenant: tenant.id, video: file.video })
}

type Sending = Omit<Asked, 'payload'> & { admission: Admission; file: StreamFile; tenant: string }

/** Sends a licence, or what is asked for before one. */
const license = async ({ response, ...asked }: Sending): Promise<void> => {
  const said = await answerLicence(asked)
  if ('code' in said) {
    return refuse(response, said)
  }
  response
    .writeHead(200, {
      'Cache-Control': keptFor(asked.file.kind),
      'Content-Length': said.body.length,
      'Content-Type': said.type,
    })
    .end(said.body)
}

/** Sends a file of the run that counts; how many bytes, null where it has none such. */
const send = async ({
  admission: { run, secret },
  file,
  request,
  response,
  tenant,
}: Sending): Promise<null | number> => {
  const { type, kind, path, video } = file
  const headers = { 'X-Content-Type-Options': 'nosniff' }
  if (file.run !== run) {
    return null
  }
  if (kind === 'pulse') {
    response.writeHead(204, { ...headers, 'Cache-Control': keptFor(kind) }).end()

    return 0
  }
  if (kind === 'key') {
    const key = segmentKey({ ...file, secret })
    response.writeHead(200, {
      ...headers,
      'Cache-Control': keptFor(kind),
      'Content-Length': key.length,
      'Content-Type': type,
    })
    response.end(request.method === 'HEAD' ? undefined : key)

    return key.length
  }

  return sendKept({
    accel: env().S3_BUCKET ? undefined : env().ACCEL_PREFIX,
    cacheControl: keptFor(kind),
    contentType: type,
    etag: `"${run}/${path}"`,
    headers,
    key: videoKey({ id: video, path, run, tenant }),
    request,
    response,
    storage: storage(),
  })
}
