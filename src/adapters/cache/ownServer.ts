import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'

import http from 'node:http'

/** A page as this server answers it. */
export type Fetched = { body: Buffer; headers: OutgoingHttpHeaders; status: number }

/** Milliseconds a page may take. */
const PATIENCE = 10_000

/** Asks this very server for a page, at the address at which `request` reached it. */
export const askOwnServer = ({
  headers,
  path,
  request: { socket },
}: {
  headers: Record<string, string>
  path: string
  request: Pick<IncomingMessage, 'socket'>
}): Promise<Fetched> =>
  new Promise((resolve, reject) => {
    const { localAddress: host, localPort: port } = socket
    const asked = http.get({ headers, host, path, port, timeout: PATIENCE }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () =>
        resolve({
          body: Buffer.concat(parts),
          headers: answer.headers,
          status: answer.statusCode ?? 0,
        }),
      )
      answer.on('error', reject)
    })
    asked.on('error', reject)
    asked.on('timeout', () => asked.destroy(new Error('The page took too long.')))
  })

/** Belongs to one connection or one answer, not to the page. */
const NOT_KEPT = new Set([
  'cache-control',
  'connection',
  'content-length',
  'date',
  'etag',
  'keep-alive',
  'transfer-encoding',
  'x-middleware-rewrite',
])

/** Those headers of an answer that belong to the page, whoever gets it. */
export const pageHeaders = (headers: OutgoingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !NOT_KEPT.has(name))
      .map(([name, value]) => [name, String(value)]),
  )
