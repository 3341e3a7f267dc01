import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

import { Halt } from './halt.mjs'

/** @typedef {{ LECTERN_SECRET: string }} Secrets */

/**
 * @param {string} file
 * @returns {Secrets | undefined}
 */
const read = (file) => {
  let text
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
  try {
    const { LECTERN_SECRET } = JSON.parse(text)
    if (typeof LECTERN_SECRET === 'string' && LECTERN_SECRET.length >= 32) {
      return { LECTERN_SECRET }
    }
  } catch {
    // Told below.
  }
  throw new Halt(
    `${file} is damaged. Put a copy of it back: without its LECTERN_SECRET the secrets in the database cannot be read.`,
  )
}

/**
 * The secrets of the embedded default, made once: whoever comes second at the same moment gets those of
 * the first. The file is readable by its owner alone.
 * @param {string} file
 * @returns {Secrets}
 */
export const localSecrets = (file) => {
  const known = read(file)
  if (known) {
    return known
  }
  const made = { LECTERN_SECRET: randomBytes(48).toString('base64url') }
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') {
      throw error
    }
  } finally {
    rmSync(draft, { force: true })
  }

  return read(file) ?? made
}
