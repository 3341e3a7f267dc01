import http from 'node:http'

/** @typedef {{ body: string, headers: http.IncomingHttpHeaders, status: number }} Answer */

/**
 * One request to a server on this machine, under the host name it is to be known by.
 * @param {{ body?: object, headers?: Record<string, string>, method?: string, path: string, port: number }} what
 * @returns {Promise<Answer>}
 */
export const ask = ({ body, headers = {}, method = body ? 'POST' : 'GET', path, port }) =>
  new Promise((resolve, reject) => {
    const request = http.request({
      headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
      host: '127.0.0.1',
      method,
      path,
      port,
      timeout: 30_000,
    })
    request.on('timeout', () => request.destroy(new Error(`${path} did not answer in 30 s`)))
    request.on('error', reject)
    request.on('response', (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part) => (text += part))
      response.on('error', reject)
      response.on('end', () =>
        resolve({ body: text, headers: response.headers, status: response.statusCode ?? 0 }),
      )
    })
    request.end(body && JSON.stringify(body))
  })
