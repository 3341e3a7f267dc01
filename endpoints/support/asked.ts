import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'

import type { HostTenant } from '@/database/hosts'

/** A request at the gate, of a school that is known. */
export type Asked = {
  /** Null for what comes from inside the house. */
  address: null | string
  path: string
  request: IncomingMessage
  response: ServerResponse
  tenant: HostTenant
}

/** Answers in JSON what goes no further than the gate. */
export const refuse = (
  { request, response }: Asked,
  { body, headers, status }: { body: object; headers?: OutgoingHttpHeaders; status: number },
): void => {
  const bytes = Buffer.from(JSON.stringify(body))
  response.writeHead(status, {
    'Cache-Control': 'no-store',
    Connection: 'close',
    'Content-Length': bytes.length,
    'Content-Type': 'application/json',
    ...headers,
  })
  response.end(bytes)
  request.resume()
}
