import { isAlive } from '../alive.mjs'
import { withLock } from '../lock.mjs'
import { inData } from '../paths.mjs'
import { postgresAccount } from './account.mjs'
import { findBinaries } from './binaries.mjs'
import { ensureDatabase, urlOf } from './client.mjs'
import { openCluster, record } from './cluster.mjs'
import { leasesIn } from './leases.mjs'
import { answers, runningServer, startServer, stopServer } from './server.mjs'

/**
 * @typedef {object} Embedded
 * @property {() => Promise<void>} release leaves the server, and stops it where no other process uses it
 * @property {() => Promise<boolean>} revive starts the server again, under the same address, where it died
 * @property {string} url connection string as the owner
 */

/**
 * Brings up the PostgreSQL that npm delivers, or joins the one that runs on the same data already:
 * never two on one folder, however many processes ask at once and however the last ones ended.
 * `durable: false` trades safety after a power cut for speed, for tests.
 * @param {{ database?: string, durable?: boolean, name?: string }} [options]
 * @returns {Promise<Embedded>}
 */
export const embeddedPostgres = async ({
  name = 'postgres',
  database = 'lectern',
  durable = true,
} = {}) => {
  const file = inData(`${name}.json`)
  const leases = leasesIn(inData(`${name}.users`))
  const alone = (/** @type {() => Promise<any>} */ run) =>
    withLock({ file: inData(`${name}.lock`), run })

  const up = async () => {
    const account = postgresAccount()
    const bin = findBinaries(account)
    const cluster = openCluster({ account, bin, file, wanted: inData(name) })
    let server = runningServer(cluster.folder)
    if (server && !(await answers({ cluster, ...server }))) {
      await stopServer(server.pid)
      server = undefined
    }
    server ??= await startServer({ account, bin, cluster, durable })
    record(file, { ...cluster, port: server.port })
    await ensureDatabase({ ...cluster, database, port: server.port })

    return { cluster, server }
  }

  let { cluster, server } = await alone(async () => {
    leases.take()

    return up()
  })

  return {
    release: () =>
      alone(async () => {
        leases.return()
        const running = runningServer(cluster.folder)
        if (running && !leases.others()) {
          await stopServer(running.pid)
        }
      }),
    revive: async () => {
      if (isAlive({ pid: server.pid })) {
        return false
      }
      ;({ cluster, server } = await alone(up))

      return true
    },
    url: urlOf({ ...cluster, database, port: server.port }),
  }
}
