import { chmodSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/**
 * A path inside the repository.
 * @param {string[]} parts
 */
export const inRoot = (...parts) => path.join(root, ...parts)

/**
 * A path inside `.data`, where the embedded default keeps its database, secrets and locks. The folder
 * is made on first use, and open to other accounts, since PostgreSQL may run as one.
 * @param {string[]} parts
 */
export const inData = (...parts) => {
  const folder = inRoot('.data')
  if (mkdirSync(folder, { recursive: true })) {
    chmodSync(folder, 0o755)
  }

  return path.join(folder, ...parts)
}
