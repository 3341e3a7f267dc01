import { setTimeout as sleep } from 'node:timers/promises'

/** Milliseconds a process may take to finish what it is at before it is killed. */
const PATIENCE = 10_000

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** @type {Map<ChildProcess, { told: boolean }>} */
const running = new Map()

let ending = false

/** Whether everything is being stopped: a child's end is no failure then, and nothing is started again. */
export const isEnding = () => ending

/**
 * Keeps a child in mind until it has ended.
 * @param {ChildProcess} child
 */
export const adopt = (child) => {
  running.set(child, { told: false })
  child.once('error', () => child.pid === undefined && running.delete(child))
  child.once('exit', () => running.delete(child))

  return child
}

/**
 * Passes a signal on to a child, which is not told a second time when everything ends.
 * @param {ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
export const tell = (child, signal) => {
  const state = running.get(child)
  if (state) {
    state.told = true
  }
  child.kill(signal)
}

/**
 * Kills what is left of a child at once, with all it has started where it leads a group of its own.
 * @param {ChildProcess} child
 */
const kill = (child) => {
  try {
    process.kill(-(child.pid ?? 0), 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}

/** Kills every child without waiting. */
export const killChildren = () => {
  ending = true
  running.forEach((_, child) => kill(child))
}

/** Asks every child to end, waits for them, and kills those that do not in time. */
export const endChildren = async () => {
  ending = true
  running.forEach(({ told }, child) => told || tell(child, 'SIGTERM'))
  for (const until = Date.now() + PATIENCE; running.size > 0 && Date.now() < until;) {
    await sleep(50)
  }
  killChildren()
}
