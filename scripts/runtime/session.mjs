import { endChildren, killChildren } from './children.mjs'
import { checkEnvironment, childEnvironment } from './environment.mjs'
import { say, step } from './output.mjs'
import { inData } from './paths.mjs'
import { embeddedPostgres } from './postgres/embedded.mjs'
import { localSecrets } from './secrets.mjs'
import { onStop } from './signals.mjs'

/**
 * @typedef {object} Session what every task that needs the database works in
 * @property {Awaited<ReturnType<typeof checkEnvironment>>} checked the environment as the platform reads it
 * @property {string} databaseUrl as the owner of the schema
 * @property {boolean} embedded whether the database is the one npm delivers
 * @property {NodeJS.ProcessEnv} env for the processes the task starts
 * @property {() => Promise<boolean>} revive starts an embedded database that died; answers whether it did
 */

/** Stands for an address not known yet while the rest of the environment is checked. */
const PLACEHOLDER = 'postgres://127.0.0.1/lectern'

const external = (/** @type {string} */ url) => ({
  release: async () => {},
  revive: async () => false,
  url,
})

/**
 * Checks the environment, brings up the database, runs `task`, and leaves everything as it was found,
 * also on Ctrl-C and SIGTERM. `lasting` tasks run until they are stopped: their stop is a good end.
 * @template T
 * @param {{
 *   lasting?: boolean, mode?: import('./environment.mjs').Mode, onEnd?: () => void,
 *   task: (session: Session) => Promise<T>,
 * }} what
 * @returns {Promise<T>}
 */
export const withSession = async ({ lasting = false, mode = 'production', onEnd, task }) => {
  const given = process.env
  const embedded = !given.DATABASE_URL
  const secret =
    given.LECTERN_SECRET ||
    (embedded ? localSecrets(inData('secrets.json')).LECTERN_SECRET : undefined)
  const envFor = (/** @type {string} */ databaseUrl) =>
    childEnvironment({ databaseUrl, embedded, given, mode, secret })
  const checked = await checkEnvironment(envFor(given.DATABASE_URL || PLACEHOLDER))

  /** @type {ReturnType<typeof external> | undefined} */
  let database
  const end = async () => {
    await endChildren()
    await database?.release()
    onEnd?.()
  }
  let stopping = false
  const unlisten = onStop({
    force: () => {
      killChildren()
      process.exit(130)
    },
    stop: () => {
      stopping = true
      say('\nStopping.')
      void end().finally(() => process.exit(lasting ? 0 : 130))
    },
  })
  try {
    database = embedded
      ? await step('Starting PostgreSQL', () => embeddedPostgres())
      : external(given.DATABASE_URL ?? '')

    return await task({
      checked,
      databaseUrl: database.url,
      embedded,
      env: envFor(database.url),
      revive: database.revive,
    })
  } finally {
    if (stopping) {
      // Whoever asked to stop ends the process, with its own exit code.
      await new Promise(() => {})
    }
    unlisten()
    await end()
  }
}
