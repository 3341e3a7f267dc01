import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'

import http from 'node:http'

/** What belongs to one connection and not to what is sent over it (RFC 9110, 7.6.1), and where Next found a page inside. */
const OF_CONNECTION = [
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'x-middleware-rewrite',
]

const agent = new http.Agent({ keepAlive: true })

const without = (headers: OutgoingHttpHeaders): OutgoingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_CONNECTION.includes(name)))

/**
 * Has another process of ours on this machine answer a request, of which nothing was read so far. `fail` is called where that process gave no
 * answer, with whether the request is as it was, so that it may be answered here.
 */
export const handOver = ({
  fail,
  port,
  request,
  response,
}: {
  fail: (isWhole: boolean) => void
  port: number
  request: IncomingMessage
  response: ServerResponse
}): void => {
  const { headers, method = 'GET', url = '/' } = request
  const hasBody = headers['content-length'] !== undefined || 'transfer-encoding' in headers
  const chunked = 'transfer-encoding' in headers && { 'transfer-encoding': 'chunked' }
  const asked = http.request({
    agent,
    headers: { ...without(headers), ...chunked },
    host: '127.0.0.1',
    method,
    path: url,
    port,
  })
  asked.once('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, without(answer.headers))
    answer.pipe(response)
    answer.once('error', () => response.destroy())
  })
  asked.once('error', () => {
    if (response.headersSent) {
      response.destroy()
    } else if (!response.destroyed) {
      fail(!hasBody)
    }
  })
  response.once('close', () => asked.destroy())
  if (hasBody) {
    request.pipe(asked)
  } else {
    asked.end()
  }
}
