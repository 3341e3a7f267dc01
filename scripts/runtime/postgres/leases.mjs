import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { identityOf, isAlive } from '../alive.mjs'
import { holderIn } from '../lock.mjs'

/**
 * Which processes use a server, as one file each. The last one to leave stops it; a process that died
 * counts no more.
 * @param {string} folder
 */
export const leasesIn = (folder) => {
  mkdirSync(folder, { mode: 0o700, recursive: true })
  const mine = path.join(folder, String(process.pid))

  return {
    /** Whether any other living process uses the server; forgets the dead. */
    others: () =>
      readdirSync(folder).filter((name) => {
        const file = path.join(folder, name)
        const living = file !== mine && isAlive(holderIn(readFileSync(file, 'utf8')))
        if (!living && file !== mine) {
          rmSync(file, { force: true })
        }

        return living
      }).length > 0,
    return: () => rmSync(mine, { force: true }),
    take: () => writeFileSync(mine, JSON.stringify(identityOf(process.pid)), { mode: 0o600 }),
  }
}
