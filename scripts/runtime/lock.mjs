import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

import { identityOf, isAlive } from './alive.mjs'

/** @typedef {import('./alive.mjs').Identity} Identity */

/** A lock that is being broken longer than this, in milliseconds, was left by a process that died at it. */
const BREAKING = 5000

/** @param {string} file */
const textOf = (file) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/**
 * Who a lock file names.
 * @param {string | undefined} text
 * @returns {Partial<Identity>}
 */
export const holderIn = (text) => {
  try {
    return JSON.parse(text ?? '{}') ?? {}
  } catch {
    return {}
  }
}

/**
 * Makes the file with our identity in it, whole from its first moment; false where it is there already.
 * @param {string} file
 */
const claim = (file) => {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(identityOf(process.pid)), { mode: 0o600 })
  try {
    linkSync(draft, file)

    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') {
      return false
    }
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/**
 * Takes away the lock of a dead process. One process at a time, and only what it has read: a lock taken
 * in the meantime stays.
 * @param {string} file
 * @param {string} text
 */
const breakStale = (file, text) => {
  const breaker = `${file}.break`
  if (!claim(breaker)) {
    if (Date.now() - (statSync(breaker, { throwIfNoEntry: false })?.mtimeMs ?? 0) > BREAKING) {
      rmSync(breaker, { force: true })
    }

    return
  }
  try {
    if (textOf(file) === text) {
      rmSync(file, { force: true })
    }
  } finally {
    rmSync(breaker, { force: true })
  }
}

/**
 * Takes a lock, or answers who holds it. `wasStale` tells that its last holder died without leaving it.
 * A lock ends with its process, however that ends.
 * @param {string} file
 * @returns {{ holder: Partial<Identity> } | { release: () => void, wasStale: boolean }}
 */
export const tryLock = (file) => {
  let wasStale = false
  for (;;) {
    if (claim(file)) {
      return { release: () => rmSync(file, { force: true }), wasStale }
    }
    const text = textOf(file)
    if (text === undefined) {
      continue
    }
    const holder = holderIn(text)
    if (isAlive(holder)) {
      return { holder }
    }
    wasStale = true
    breakStale(file, text)
  }
}

/**
 * The living holder of a lock, if there is one.
 * @param {string} file
 */
export const holderOf = (file) => {
  const holder = holderIn(textOf(file))

  return isAlive(holder) ? holder : undefined
}

/**
 * Runs `run` while holding the lock, after whoever holds it now.
 * @template T
 * @param {{ file: string, onWait?: (pid: number | undefined) => void, run: () => Promise<T> | T }} what
 * @returns {Promise<T>}
 */
export const withLock = async ({ file, onWait, run }) => {
  for (let waited = false; ; waited = true) {
    const lock = tryLock(file)
    if ('release' in lock) {
      try {
        return await run()
      } finally {
        lock.release()
      }
    }
    if (!waited) {
      onWait?.(lock.holder.pid)
    }
    await sleep(100)
  }
}
