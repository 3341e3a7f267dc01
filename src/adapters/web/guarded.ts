import type { IncomingHttpHeaders } from 'node:http'

import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { isPublicAddress } from './publicAddress'
import { NotOpen, openOnly } from './openOnly'

export type Guarded = {
  body?: Buffer | Readable | string
  headers?: Record<string, number | string>
  /** True for an address of the installation's own choice, which may lie in its own network. */
  isTrusted?: boolean
  method?: 'DELETE' | 'GET' | 'HEAD' | 'PATCH' | 'POST' | 'PUT'
  /** How long nothing may come or go, in ms. */
  patience?: number
  signal?: AbortSignal
}

/** What came back. Redirections are not followed. */
export type GuardedAnswer = { answer: Buffer; headers: IncomingHttpHeaders; status: number }

/** The longest answer that is read, in bytes. */
const MOST_READ = 16 * 1024 ** 2

/**
 * Sends a request to an address that somebody else named: over http or https, and only to addresses of the open web. A stream is sent
 * as it comes. Rejects where nothing answers, and with NotOpen where the address may not be asked.
 */
export const askGuarded = (
  address: string | URL,
  { isTrusted = false, ...asked }: Guarded = {},
): Promise<GuardedAnswer> => {
  const url = new URL(address)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (
    !/^https?:$/.test(url.protocol) ||
    (!isTrusted && isIP(host) !== 0 && !isPublicAddress(host))
  ) {
    return Promise.reject(new NotOpen(`${url.origin} may not be asked.`))
  }

  return send(url, asked, isTrusted)
}

const send = (
  url: URL,
  { body, headers, method = 'GET', patience = 20_000, signal }: Omit<Guarded, 'isTrusted'>,
  isTrusted: boolean,
): Promise<GuardedAnswer> =>
  new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(
      url,
      {
        agent: false,
        headers: {
          'User-Agent': 'Lectern',
          ...(typeof body === 'string' && { 'Content-Length': Buffer.byteLength(body) }),
          ...(Buffer.isBuffer(body) && { 'Content-Length': body.length }),
          ...headers,
        },
        method,
        signal,
        ...(!isTrusted && { lookup: openOnly({}) }),
      },
      (response) => {
        const parts: Buffer[] = []
        let size = 0
        response.on('data', (part: Buffer) => {
          size += part.length
          parts.push(part)
          if (size > MOST_READ) {
            request.destroy(new Error('The answer is too long.'))
          }
        })
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            answer: Buffer.concat(parts),
            headers: response.headers,
            status: response.statusCode ?? 0,
          }),
        )
      },
    )
    request.setTimeout(patience, () => request.destroy(new Error(`${url.origin} says nothing.`)))
    request.on('error', reject)
    if (body instanceof Readable) {
      pipeline(body, request).catch(reject)
    } else {
      request.end(body)
    }
  })
