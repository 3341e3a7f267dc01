import type { IncomingMessage, ServerResponse } from 'node:http'

import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'

import { documentOf, isDocument } from './documents'
import { islandFiles } from './islandFiles'
import { encodingAsked } from './pageRequest'

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
  response.end = (...all: unknown[]) => {
    held.push(...asBuffer(all[0]))
    const body = Buffer.concat(held)
    Reflect.set(response, 'writeHead', writeHead)
    const sent = outgoing({ accepts, body, response })

    return sent.length > 0 ? end(sent, () => settle(all)) : end(() => settle(all))
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
  response,
}: {
  accepts: string | undefined
  body: Buffer
  response: ServerResponse
}): Buffer => {
  const type = String(response.getHeader('content-type'))
  const files = islandFiles()
  const text = files && type.startsWith('text/html') ? body.toString() : ''
  const whole = files && isDocument(text) ? Buffer.from(documentOf(text, files)) : body
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
