import autocannon from 'autocannon'

import { Halt } from '../runtime/halt.mjs'

/**
 * @typedef {object} Target what is asked again and again; each connection is one client, in turn
 * @property {{ body?: string, headers?: Record<string, string> }[]} clients
 * @property {'GET' | 'POST'} [method]
 * @property {string} path
 * @property {number} port
 * @property {string} title
 */

/** How many ask at once. */
export const CONNECTIONS = 10

/**
 * Asks for some seconds, as fast as answers come. Every answer has to be a good one.
 * @param {Target} target
 * @param {number} seconds
 * @returns {Promise<import('./figures.mjs').Load>}
 */
export const load = async ({ clients, method = 'GET', path, port, title }, seconds) => {
  /** @type {number[]} */
  const times = []
  let next = 0
  const { promise, reject, resolve } = Promise.withResolvers()
  const running = autocannon(
    {
      connections: CONNECTIONS,
      duration: seconds,
      method,
      setupClient: (client) => {
        const { body, headers } = clients[next++ % clients.length] ?? {}
        client.setHeadersAndBody(headers ?? {}, body ?? '')
      },
      timeout: 30,
      url: `http://127.0.0.1:${port}${path}`,
    },
    (error, result) => (error ? reject(error) : resolve(result)),
  )
  running.on('response', (_client, _status, _bytes, time) => times.push(time))
  /** @type {import('autocannon').Result} */
  const { duration, errors, non2xx, requests, throughput, timeouts } = await promise
  if (errors + non2xx + timeouts > 0 || requests.total === 0) {
    throw new Halt(
      `${title}: of ${requests.total} answers ${non2xx} were no good ones; ${errors} errors, ${timeouts} timeouts.`,
    )
  }

  return { bytes: throughput.total / requests.total, seconds: duration, times }
}
