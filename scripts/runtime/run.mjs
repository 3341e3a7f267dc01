import { spawn } from 'node:child_process'

import { adopt, isEnding, tell } from './children.mjs'
import { Halt } from './halt.mjs'
import { root } from './paths.mjs'
import { onShellEnd } from './signals.mjs'

/** Lines kept of a program's output, to be shown when it fails. */
const KEPT = 60

/**
 * Splits a stream into lines.
 * @param {import('node:stream').Readable | null} stream
 * @param {(line: string) => void} onLine
 */
export const eachLine = (stream, onLine) => {
  let rest = ''
  stream?.setEncoding('utf8')
  stream?.on('data', (text) => {
    const parts = `${rest}${text}`.split(/\r?\n/)
    rest = parts.pop() ?? ''
    parts.forEach(onLine)
  })
  stream?.on('end', () => rest && onLine(rest))
}

/**
 * Runs a program to its end and shows its output only when it fails, as a `Halt` with the last lines.
 * Never settles when everything is being stopped.
 * @param {{
 *   args: string[], command: string, cwd?: string, env?: NodeJS.ProcessEnv,
 *   note?: (line: string) => void, title: string,
 * }} what
 * @returns {Promise<string[]>} the last lines of its output
 */
export const run = ({ args, command, cwd = root, env = process.env, note, title }) =>
  new Promise((resolve, reject) => {
    /** @type {string[]} */
    const last = []
    const child = adopt(spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] }))
    const keep = (/** @type {string} */ line) => {
      last.push(line)
      if (last.length > KEPT) {
        last.shift()
      }
      note?.(line)
    }
    eachLine(child.stdout, keep)
    eachLine(child.stderr, keep)
    child.on('error', (error) => reject(new Halt(`${title} did not start: ${error.message}`)))
    child.on('close', (code, signal) => {
      if (code === 0) {
        resolve(last)
      } else if (!isEnding()) {
        reject(new Halt([`${title} failed (${signal ?? code}).`, ...last].join('\n')))
      }
    })
  })

/** A signal that comes again within this many milliseconds came by two ways, from the terminal and from a parent. */
const ONE_SIGNAL = 1000

/**
 * Runs a program on our own terminal and answers its exit code; signals that reach us reach it. `apart`
 * puts it in a group of its own, where it hears of Ctrl-C from us alone, and once.
 * @param {{ apart?: boolean, args: string[], command: string, env?: NodeJS.ProcessEnv, ipc?: boolean }} what
 * @returns {Promise<number>}
 */
export const runInFront = ({ apart = false, args, command, env = process.env, ipc = false }) =>
  new Promise((resolve, reject) => {
    const child = adopt(
      spawn(command, args, {
        cwd: root,
        detached: apart,
        env,
        stdio: ['inherit', 'inherit', 'inherit', ...(ipc ? [/** @type {const} */ ('ipc')] : [])],
      }),
    )
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
    let last = 0
    const pass = (/** @type {NodeJS.Signals} */ signal) => {
      if (Date.now() - last > ONE_SIGNAL) {
        tell(child, signal)
      }
      last = Date.now()
    }
    signals.forEach((signal) => process.on(signal, pass))
    const leave = onShellEnd(() => pass('SIGTERM'))
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      leave()
      signals.forEach((name) => process.off(name, pass))
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143))
    })
  })
