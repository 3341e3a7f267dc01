import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { commandOf, isAlive } from '../alive.mjs'
import { Halt } from '../halt.mjs'
import { canConnect } from './client.mjs'
import { SERVER_ENVIRONMENT } from './cluster.mjs'

/**
 * @typedef {import('./account.mjs').Account} Account
 * @typedef {import('./cluster.mjs').Cluster} Cluster
 * @typedef {{ pid: number, port: number }} Server
 */

/** Milliseconds a server may take to recover after a crash, and to finish a fast shutdown. */
const STARTING = 120_000
const STOPPING = 30_000

/** A log longer than this, in bytes, is begun anew at the next start. */
const LOG_LIMIT = 10 * 1024 * 1024

const LASTING = [
  '-c',
  'listen_addresses=127.0.0.1',
  '-c',
  'unix_socket_directories=',
  '-c',
  'max_connections=200',
]

/** Nothing in a test database outlives the test, so it need not outlive a power cut either. */
const FLEETING = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']

/**
 * Reads PostgreSQL's own lock file (documented in its miscadmin.h: pid, folder, start, port, …).
 * @param {string} text
 * @returns {Server | undefined}
 */
export const parsePidFile = (text) => {
  const [pid, , , port] = text.split('\n').map(Number)

  return pid && port ? { pid, port } : undefined
}

/** @param {string} folder */
const pidFileOf = (folder) => path.join(folder, 'postmaster.pid')

/**
 * The server that runs on a cluster. What a dead one left in its place is taken away, also where its
 * number belongs to some other process by now.
 * @param {string} folder
 * @returns {Server | undefined}
 */
export const runningServer = (folder) => {
  let text = ''
  try {
    text = readFileSync(pidFileOf(folder), 'utf8')
  } catch {
    return undefined
  }
  const server = parsePidFile(text)
  const pid = server?.pid ?? Number.parseInt(text, 10)
  if (isAlive({ pid }) && commandOf(pid).includes(`-D ${folder} `)) {
    return server ?? { pid, port: 0 }
  }
  rmSync(pidFileOf(folder), { force: true })

  return undefined
}

/**
 * A free port of this machine: the wanted one if it can be had.
 * @param {number} [wanted]
 * @returns {Promise<number>}
 */
export const freePort = (wanted = 0) =>
  new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', (error) => (wanted ? resolve(freePort()) : reject(error)))
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** @param {string} file */
const openLog = (file) => {
  const long = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT

  return openSync(file, long ? 'w' : 'a', 0o600)
}

/**
 * Waits until the server answers; false when it ended instead.
 * @param {{ cluster: Cluster, pid: number, port: number }} given
 */
export const answers = async ({ cluster, pid, port }) => {
  for (const until = Date.now() + STARTING; Date.now() < until; await sleep(50)) {
    if (port && (await canConnect({ ...cluster, port }))) {
      return true
    }
    if (!isAlive({ pid })) {
      return false
    }
  }

  return false
}

/**
 * Starts PostgreSQL on a cluster in a session of its own, so that Ctrl-C does not reach it. Tries again
 * while the rest of a killed server is still letting go of its memory.
 * @param {{ account: Account, bin: string, cluster: Cluster, durable: boolean }} given
 * @returns {Promise<Server>}
 */
export const startServer = async ({ account, bin, cluster, durable }) => {
  const log = path.join(cluster.folder, 'server.log')
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(cluster.port)
    const output = openLog(log)
    const from = statSync(log).size
    const child = spawn(
      path.join(bin, 'postgres'),
      ['-D', cluster.folder, '-p', String(port), ...LASTING, ...(durable ? [] : FLEETING)],
      {
        ...account,
        cwd: cluster.folder,
        detached: true,
        env: SERVER_ENVIRONMENT,
        stdio: ['ignore', output, output],
      },
    )
    closeSync(output)
    child.on('error', () => {})
    child.unref()
    const pid = child.pid ?? 0
    if (await answers({ cluster, pid, port })) {
      return { pid, port }
    }
    if (attempt === 10) {
      await stopServer(pid)
      throw new Halt(
        `PostgreSQL did not start:\n${readFileSync(log, 'utf8').slice(from).slice(-4000)}`,
      )
    }
    await sleep(500)
  }
}

/**
 * A fast shutdown: open transactions are rolled back, what is committed is kept. A server that does not
 * end in time is stopped at once, and recovers at its next start.
 * @param {number} pid
 */
export const stopServer = async (pid) => {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGQUIT', 'SIGKILL'])) {
    if (!isAlive({ pid })) {
      return
    }
    process.kill(pid, signal)
    for (const until = Date.now() + STOPPING; isAlive({ pid }) && Date.now() < until;) {
      await sleep(50)
    }
  }
}
