import { spawn } from 'node:child_process'

import { adopt, isEnding } from './children.mjs'
import { Halt } from './halt.mjs'
import { say } from './output.mjs'
import { inRoot, root } from './paths.mjs'
import { eachLine } from './run.mjs'

/** A process that ran this long, in milliseconds, was well: what it died of is a new trouble. */
const WELL_AFTER = 60_000

/** Lines kept from before the platform is up; shown when it does not come up. */
const KEPT = 200

/**
 * Seconds before a process that died the n-th time in a row is started again: 1, 2, 4 … 30.
 * @param {number} deaths
 */
export const backOff = (deaths) => Math.min(30, 2 ** Math.max(0, deaths - 1))

/**
 * @typedef {object} Supervised
 * @property {Promise<never>} failed rejects when it ends before `show`
 * @property {() => number} pid of the process that runs now; 0 while none does
 * @property {() => string[]} said what it has said so far
 * @property {() => void} show passes its output on from now on
 */

/**
 * Starts a process of the platform and starts it again whenever it dies, later each time. Its output is
 * held back until `show`: until then an end is a failure to start, and `failed` rejects with what it said.
 * It leads a group of its own, out of reach of the terminal's Ctrl-C, and ends when we are gone.
 * @param {{ args: string[], env: NodeJS.ProcessEnv, title: string }} what
 * @returns {Supervised}
 */
export const supervise = ({ args, env, title }) => {
  /** @type {string[]} */
  const held = []
  let shown = false
  let deaths = 0
  let pid = 0
  const { promise: failed, reject } = Promise.withResolvers()
  failed.catch(() => {})
  const print = (/** @type {string} */ line) => {
    if (shown) {
      say(`${title} │ ${line}`)
    } else {
      held.push(line)
      held.splice(0, held.length - KEPT)
    }
  }
  const start = () => {
    const began = Date.now()
    const child = adopt(
      spawn(process.execPath, ['--import', inRoot('scripts/runtime/follow.mjs'), ...args], {
        cwd: root,
        detached: true,
        env,
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      }),
    )
    pid = child.pid ?? 0
    eachLine(child.stdout, print)
    eachLine(child.stderr, print)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (isEnding()) {
        return
      }
      if (!shown) {
        reject(new Halt(`The ${title} process ended (${signal ?? code}).`))

        return
      }
      deaths = Date.now() - began > WELL_AFTER ? 1 : deaths + 1
      const delay = backOff(deaths)
      say(`The ${title} process ended (${signal ?? code}); starting it again in ${delay} s.`)
      setTimeout(() => isEnding() || start(), delay * 1000)
    })
  }
  start()

  return {
    failed: /** @type {Promise<never>} */ (failed),
    pid: () => pid,
    said: () => held.map((line) => `${title} │ ${line}`),
    show: () => {
      shown = true
    },
  }
}
