import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Payload } from 'payload'

import { createHash, timingSafeEqual } from 'node:crypto'

import { storage } from '@/adapters/storage'
import { sendKept } from '@/adapters/storage/sendKept'
import { openFront } from '@/database/requests'
import { edgeFile, isOfEdge } from '@/domain/media/edges'
import { videoKey } from '@/domain/media/keys'
import { env } from '@/env'

/** In which the network says who it is. */
const SECRET_HEADER = 'x-edge-secret'

/**
 * Answers `GET /api/edge/:tenant/:video/:run/…` before Next, to the content delivery network alone: segments, which are encrypted and
 * never change, and nothing else. The network asks its visitors for their tokens; we ask it for STREAM_CDN_SECRET. 404 for all else.
 */
export const openEdges = (payload: Payload): void => {
  openFront('edges', (request, response) => {
    if (!isOfEdge(request.url ?? '')) {
      return false
    }
    answer(request, response).catch((error: unknown) => {
      if (!response.destroyed) {
        payload.logger.error(error)
        refuse(response, 500)
      }
    })

    return true
  })
}

const refuse = (response: ServerResponse, status: number): void => {
  if (response.headersSent) {
    response.destroy()

    return
  }
  response.writeHead(status, { 'Cache-Control': 'no-store', 'Content-Length': 0 }).end()
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Whether it is the network that asks; nobody is where none is named. */
const isTheNetwork = ({ headers }: IncomingMessage): boolean => {
  const { STREAM_CDN_SECRET: secret } = env()
  const given = headers[SECRET_HEADER]

  return (
    secret !== undefined &&
    typeof given === 'string' &&
    timingSafeEqual(digest(given), digest(secret))
  )
}

const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const file = edgeFile(request.url ?? '')
  if (!file || !isTheNetwork(request) || !['GET', 'HEAD'].includes(request.method ?? '')) {
    return refuse(response, 404)
  }
  const { type, path, run, tenant, video } = file
  // Not by nginx's X-Accel-Redirect, which drops Access-Control-Allow-Origin.
  const bytes = await sendKept({
    cacheControl: 'public, max-age=31536000, immutable',
    contentType: type,
    etag: `"${run}/${path}"`,
    // Every school has origins of its own, and one copy serves them all; what opens it is the token.
    headers: { 'Access-Control-Allow-Origin': '*' },
    key: videoKey({ id: video, path, run, tenant }),
    request,
    response,
    storage: storage(),
  })
  if (bytes === null) {
    refuse(response, 404)
  }
}
