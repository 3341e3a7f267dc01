import type { IncomingMessage, ServerResponse } from 'node:http'

import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'

import { policyOf } from '@/adapters/web/pagePolicies'
import { NOT_FOUND } from '@/domain/pages/addresses'
import { plainPath, prefixOf } from '@/domain/tenancy/locales'
import { env } from '@/env'

import { documentOf, isDocument } from './documents'
import { islandFiles } from './islandFiles'
import { askOwnServer } from './ownServer'
import { encodingAsked, pathOf } from './pageRequest'

const COMPRESSIBLE = /^(?:text\/|image\/svg\+xml|application\/(?:manifest\+json|xml))/

const asBuffer = (chunk: unknown): Buffer[] =>
  typeof chunk === 'string'
    ? [Buffer.from(chunk)]
    : chunk instanceof Uint8Array
      ? [Buffer.from(chunk)]
      : []

const isCall = (value: unknown): value is () => void => typeof value === 'function'

/** Calls back whoever asked to know that a part was taken. */
const settle = (rest: readonly unknown[]): void => rest.filter(isCall).forEach((call) => call())

/**
 * Holds what Next answers with until it is whole, and sends it then: a document without React, anything else as it is,
 * compressed where that pays. Next itself is kept from compressing, so that the answer can be read.
 */
export const holdAnswer = (request: IncomingMessage, response: ServerResponse): void => {
  const { 'accept-encoding': accepts } = request.headers
  delete request.headers['accept-encoding']
  const held: Buffer[] = []
  const end = response.end.bind(response)
  const writeHead: unknown = Reflect.get(response, 'writeHead')
  response.flushHeaders = () => undefined
  response.writeHead = (status: number, ...all: unknown[]) => noteHead(response, status, all)
  response.write = (chunk: unknown, ...rest: unknown[]) => {
    held.push(...asBuffer(chunk))
    settle(rest)

    return true
  }
  const send = async (body: Buffer, done: () => void): Promise<void> => {
    const whole = (await notFoundPage({ body, request, response })) ?? body
    Reflect.set(response, 'writeHead', writeHead)
    const sent = outgoing({ accepts, body: whole, request, response })
    if (sent.length > 0) {
      end(sent, done)
    } else {
      end(done)
    }
  }
  response.end = (...all: unknown[]) => {
    held.push(...asBuffer(all[0]))
    send(Buffer.concat(held), () => settle(all)).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    )

    return response
  }
}

/** Marks the page that Next sends in the place of one not found: empty, until React runs. */
const EMPTY = '<html id="__next_error__"'

/** The school's own page for what was not found, in the place of Next's empty one; null for any other answer. */
const notFoundPage = async ({
  body,
  request,
  response,
}: {
  body: Buffer
  request: IncomingMessage
  response: ServerResponse
}): Promise<Buffer | null> => {
  const { cookie = '', host = '' } = request.headers
  const path = pathOf(request.url ?? '')
  if (
    response.statusCode !== 404 ||
    plainPath(path) === NOT_FOUND ||
    !body.subarray(0, 200).includes(EMPTY)
  ) {
    return null
  }
  try {
    const page = await askOwnServer({
      headers: { cookie, host },
      path: `${prefixOf(path)}${NOT_FOUND}`,
      request,
    })

    return page.status === 200 ? page.body : null
  } catch {
    return null
  }
}

/** Remembers what was to be sent ahead of the body. */
const noteHead = (response: ServerResponse, status: number, rest: readonly unknown[]) => {
  response.statusCode = status
  for (const one of rest) {
    if (typeof one === 'object' && one !== null) {
      for (const [name, value] of Object.entries(one)) {
        response.setHeader(name, value as string)
      }
    }
  }

  return response
}

/** The body as it goes out; sets the headers that speak of it. */
const outgoing = ({
  accepts,
  body,
  request,
  response,
}: {
  accepts: string | undefined
  body: Buffer
  request: IncomingMessage
  response: ServerResponse
}): Buffer => {
  const type = String(response.getHeader('content-type'))
  const files = islandFiles()
  const text = files && type.startsWith('text/html') ? body.toString() : ''
  const whole =
    files && isDocument(text) ? Buffer.from(documentOf(text, files, env().CDN_URL)) : body
  // A page that the browser has still is read by the policy it came with.
  const isSent = type.startsWith('text/html') && response.statusCode !== 304
  if (isSent && env().NODE_ENV === 'production') {
    const { headers, url = '' } = request
    const policy = policyOf({ host: headers.host, html: whole.toString(), path: pathOf(url) })
    response.setHeader('Content-Security-Policy', policy)
  }
  if (whole !== body && response.hasHeader('etag')) {
    response.setHeader('ETag', `"${createHash('sha1').update(whole).digest('base64url')}"`)
  }
  if (whole.length === 0 || response.hasHeader('content-encoding')) {
    return whole
  }
  const isZipped = COMPRESSIBLE.test(type) && encodingAsked(accepts, ['gzip']) === 'gzip'
  const sent = isZipped ? gzipSync(whole) : whole
  if (isZipped) {
    response.setHeader('Content-Encoding', 'gzip')
  }
  response.setHeader('Content-Length', sent.length)

  return sent
}
