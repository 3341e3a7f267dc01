import { setTimeout as sleep } from 'node:timers/promises'
import http from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

import autocannon from 'autocannon'

/*
 * Floods a school, on a thread of its own, so that whoever measures beside it is not kept waiting by it. `closed`: each of `connections`
 * asks again once it was answered. `paced`: `rate` requests a second, however long answers take.
 */

/** @typedef {{ connections: number, host: string, kind: 'closed' | 'paced', path: string, port: number, rate: number, seconds: number }} Flood */
/** @typedef {{ answered: number, refused: number }} Flooded requests that were answered with 2xx, and with anything else or nothing */

const { connections, host, kind, path, port, rate, seconds } = /** @type {Flood} */ (workerData)

/** Requests under way beyond which a paced flood sends no more: it has run out of sockets. */
const MOST_UNDER_WAY = 4000

/** Milliseconds between two portions of a paced flood. */
const PORTION = 10

/** @param {number} nth */
const addressOf = (nth) => `10.9.${(nth % connections) >> 8}.${(nth % connections) & 255}`

/** @returns {Promise<Flooded>} */
const closed = async () => {
  let nth = 0
  const {
    '2xx': answered,
    errors,
    non2xx,
  } = await autocannon({
    connections,
    duration: seconds,
    setupClient: (client) => client.setHeaders({ host, 'x-forwarded-for': addressOf(nth++) }),
    timeout: 60,
    url: `http://127.0.0.1:${port}${path}`,
  })

  return { answered, refused: non2xx + errors }
}

/** @returns {Promise<Flooded>} */
const paced = async () => {
  const agent = new http.Agent({ keepAlive: true })
  const flooded = { answered: 0, refused: 0 }
  let underWay = 0
  let sent = 0
  const send = () => {
    underWay += 1
    const headers = { host, 'x-forwarded-for': addressOf(sent++) }
    const asked = http.get({ agent, headers, host: '127.0.0.1', path, port }, (answer) => {
      flooded[answer.statusCode === 200 ? 'answered' : 'refused'] += 1
      answer.resume()
      answer.once('close', () => (underWay -= 1))
    })
    asked.once('error', () => {
      flooded.refused += 1
      underWay -= 1
    })
  }
  const began = performance.now()
  for (let gone = 0; gone < seconds; gone = (performance.now() - began) / 1000) {
    for (const due = gone * rate; sent < due && underWay < MOST_UNDER_WAY;) {
      send()
    }
    await sleep(PORTION)
  }
  agent.destroy()

  return flooded
}

parentPort?.postMessage(await (kind === 'closed' ? closed() : paced()))
