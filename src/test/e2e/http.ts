import http from 'node:http'

/** An answer of the platform; `json` throws where the body is none. */
export type Answer = {
  bytes: Buffer
  headers: http.IncomingHttpHeaders
  json: <T = Record<string, unknown>>() => T
  status: number
  text: string
}

type Asked = {
  /** Sent as JSON, or as it is where it is a text or bytes. */
  body?: unknown
  headers?: Record<string, string>
  host: string
  method?: string
  path: string
  port: number
}

/** One request to this machine under any host name, which Node's own fetch does not resolve. Follows no redirect. */
export const send = ({ body, headers, host, method = 'GET', path, port }: Asked): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const text =
      body === undefined || typeof body === 'string' || Buffer.isBuffer(body)
        ? body
        : JSON.stringify(body)
    const request = http.request(
      {
        agent: false,
        headers: {
          host,
          ...(text !== undefined && {
            'Content-Length': Buffer.byteLength(text),
            'Content-Type': 'application/json',
          }),
          ...headers,
        },
        host: '127.0.0.1',
        method,
        path,
        port,
      },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('error', reject)
        response.on('end', () => resolve(answerOf(response, Buffer.concat(parts))))
      },
    )
    request.setTimeout(60_000, () => request.destroy(new Error(`${method} ${path}: no answer`)))
    request.on('error', reject)
    request.end(text)
  })

const answerOf = ({ headers, statusCode = 0 }: http.IncomingMessage, bytes: Buffer): Answer => {
  const text = bytes.toString('utf8')

  return { bytes, headers, json: <T>() => JSON.parse(text) as T, status: statusCode, text }
}
