import http from 'node:http'
import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

import { Halt } from './halt.mjs'

/**
 * @param {number} port
 * @returns {Promise<boolean>} whether a server of ours could listen there now
 */
const isFree = (port) =>
  new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE') {
        resolve(false)
      } else if (error.code === 'EACCES') {
        reject(new Halt(`Port ${port} may not be used by this account. Choose another with PORT.`))
      } else {
        reject(error)
      }
    })
    probe.listen(port, () => probe.close(() => resolve(true)))
  })

/**
 * Throws a `Halt` where the port is taken. `patience` in milliseconds waits for it first: the processes
 * of a killed start need a moment to notice.
 * @param {{ patience?: number, port: number }} given
 */
export const requirePort = async ({ patience = 0, port }) => {
  for (const until = Date.now() + patience; !(await isFree(port)); await sleep(200)) {
    if (Date.now() >= until) {
      throw new Halt(
        `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
      )
    }
  }
}

/**
 * One look at `GET /api/health` on the platform's own host.
 * @param {{ host: string, port: number }} given
 * @returns {Promise<{ body: string, status: number }>} status 0 where nothing answers
 */
const health = ({ host, port }) =>
  new Promise((resolve) => {
    const fail = (/** @type {Error} */ error) => resolve({ body: error.message, status: 0 })
    const asked = http.get(
      {
        agent: false,
        headers: { host },
        host: '127.0.0.1',
        path: '/api/health',
        port,
        timeout: 30_000,
      },
      (answer) => {
        let body = ''
        answer.setEncoding('utf8')
        answer.on('data', (text) => (body += text))
        answer.on('end', () => resolve({ body, status: answer.statusCode ?? 0 }))
        answer.on('error', fail)
      },
    )
    asked.on('timeout', () => asked.destroy(new Error('no answer in 30 s')))
    asked.on('error', fail)
  })

/**
 * Waits until the platform says it is well, or until it says anything where `anyAnswer` will do; throws
 * a `Halt` with what it said last when it does not in time.
 * @param {{ anyAnswer?: boolean, host: string, patience: number, port: number }} given
 */
export const untilHealthy = async ({ anyAnswer = false, host, patience, port }) => {
  for (const until = Date.now() + patience; ; await sleep(150)) {
    const { body, status } = await health({ host, port })
    if (status === 200 || (anyAnswer && status > 0)) {
      return
    }
    if (Date.now() > until) {
      throw new Halt(
        `The platform is not well: GET /api/health says ${status || 'nothing'} ${body.slice(0, 2000)}`,
      )
    }
  }
}
