import { chmodSync, mkdirSync } from 'node:fs'

/** Where PostgreSQL goes when its account cannot enter the repository: program and data alike. */
export const OUTSIDE = '/var/lib/lectern'

/**
 * Makes a folder that every account may enter, whatever the umask.
 * @param {string} folder
 */
export const makeReachable = (folder) => {
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
}
