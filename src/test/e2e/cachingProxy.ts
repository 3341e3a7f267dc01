import http from 'node:http'

import { send } from './http'

type Kept = { bytes: Buffer; headers: http.IncomingHttpHeaders; tags: string[] }

/** A CDN in small: `kept` are the paths it has, `end` closes it. */
export type CachingProxy = { end: () => Promise<unknown>; kept: Map<string, Kept> }

/** Seconds for which a shared cache may keep an answer (RFC 9111, 5.2.2). */
const freshFor = (control = ''): number =>
  control.includes('public') ? Number(/max-age=(\d+)/.exec(control)?.[1] ?? 0) : 0

const bodyOf = async (request: http.IncomingMessage): Promise<string> => {
  let text = ''
  for await (const part of request) {
    text += String(part)
  }

  return text
}

/**
 * Answers from what it keeps, else from the platform's own host; passes no cookie on, and keeps what it may. Speaks Fastly's purge
 * by keys at `/service/:id/purge` for whoever has the token.
 */
export const cachingProxy = async ({
  origin,
  port,
  token,
}: {
  /** Port of the platform. */
  origin: number
  port: number
  token: string
}): Promise<CachingProxy> => {
  const kept = new Map<string, Kept>()
  const purge = (tags: readonly string[]) => {
    for (const [path, one] of kept) {
      if (one.tags.some((tag) => tags.includes(tag))) {
        kept.delete(path)
      }
    }
  }
  const answer = async (request: http.IncomingMessage, response: http.ServerResponse) => {
    const { method, url: path = '/' } = request
    if (method === 'POST' && request.headers['fastly-key'] === token) {
      const { surrogate_keys: tags } = JSON.parse(await bodyOf(request)) as {
        surrogate_keys: string[]
      }
      purge(tags)
      response.end('{"status":"ok"}')

      return
    }
    const held = kept.get(path)
    if (held) {
      response.writeHead(200, { ...held.headers, 'x-cache': 'HIT' }).end(held.bytes)

      return
    }
    const { bytes, headers, status } = await send({
      host: `localhost:${origin}`,
      path,
      port: origin,
    })
    if (status === 200 && freshFor(headers['cache-control']) > 0) {
      const tags = String(headers['surrogate-key'] ?? '').split(' ')
      kept.set(path, { bytes, headers, tags })
    }
    response.writeHead(status, { ...headers, 'x-cache': 'MISS' }).end(bytes)
  }
  const server = http.createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(502).end(String(error)))
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))

  return {
    end: () => new Promise((resolve) => server.close(resolve)),
    kept,
  }
}
