import { randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'

import type { LoggedRequest } from './log'

import { verdictOf, type EdgeRules } from './tokens'

type Kept = { body: Buffer; headers: http.IncomingHttpHeaders }

type Options = EdgeRules & {
  /** Port of the platform. */
  origin: number
  /** What the network says in `x-edge-secret`. */
  secret: string
}

const fetched = (path: string, { origin, secret }: Options) =>
  new Promise<Kept & { status: number }>((resolve, reject) => {
    const request = http.request(
      { agent: false, headers: { host: 'localhost', 'x-edge-secret': secret }, path, port: origin },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () =>
          resolve({
            body: Buffer.concat(parts),
            headers: response.headers,
            status: response.statusCode ?? 0,
          }),
        )
      },
    )
    request.on('error', reject)
    request.end()
  })

/**
 * A content delivery network in small: sends what lies under a path to whoever has a token for its folder, from what it keeps or from
 * the platform. `asked` are the paths that it fetched there, `logged` is what it noted of each answer; `isBroken` has it answer nothing but 503.
 */
export const edgeServer = async (options: Options) => {
  const kept = new Map<string, Kept>()
  const state = { asked: [] as string[], isBroken: false, logged: [] as LoggedRequest[] }
  const answer = async (request: http.IncomingMessage, response: http.ServerResponse) => {
    if (state.isBroken) {
      response.writeHead(503).end()

      return
    }
    const { isAllowed, path } = verdictOf(request.url ?? '', options)
    if (!isAllowed) {
      response.writeHead(403, { 'access-control-allow-origin': '*' }).end()

      return
    }
    const held = kept.get(path)
    if (held) {
      response.writeHead(200, { ...held.headers, 'x-cache': 'HIT' }).end(held.body)

      return
    }
    state.asked.push(path)
    const { body, headers, status } = await fetched(path, options)
    if (status === 200 && headers['cache-control']?.startsWith('public')) {
      kept.set(path, { body, headers })
    }
    response.writeHead(status, { ...headers, 'x-cache': 'MISS' }).end(body)
  }
  const server = http.createServer((request, response) => {
    const { method = 'GET', url = '' } = request
    let bytes = 0
    const end = response.end.bind(response)
    response.end = ((body?: Buffer | string, ...rest: []) => {
      bytes = body ? Buffer.byteLength(body) : 0

      return end(body as Buffer, ...rest)
    }) as typeof response.end
    response.on('finish', () =>
      state.logged.push({
        id: randomBytes(16).toString('hex'),
        at: Date.now(),
        bytes,
        method,
        status: response.statusCode,
        url,
      }),
    )
    answer(request, response).catch((error: unknown) => response.writeHead(502).end(String(error)))
  })
  // What this process puts before its servers is the platform's, not the network's.
  server.emit = EventEmitter.prototype.emit
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    close: () => new Promise((resolve) => server.close(resolve)),
    state,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  }
}
