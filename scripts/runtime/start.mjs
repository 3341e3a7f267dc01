import { setInterval as every } from 'node:timers/promises'

import { addressOf, welcome } from './addresses.mjs'
import { build } from './build.mjs'
import { isEnding } from './children.mjs'
import { commandArgs } from './command.mjs'
import { Halt } from './halt.mjs'
import { tryLock } from './lock.mjs'
import { migrate } from './migrate.mjs'
import { bold, say, step } from './output.mjs'
import { hasFfmpeg, missingParts } from './parts.mjs'
import { inData, inRoot } from './paths.mjs'
import { mayHoldDemo, seedWhenEmpty } from './seed.mjs'
import { withSession } from './session.mjs'
import { supervise } from './supervise.mjs'
import { requirePort, untilHealthy } from './web.mjs'

/** @typedef {import('./session.mjs').Session} Session */

/** Milliseconds the processes of a killed start may take to notice and leave the port. */
const AFTERMATH = 15_000

/** Milliseconds until the platform must be well; in development its first page is compiled first. */
const PATIENCE = { development: 300_000, production: 120_000 }

const WORKER = {
  development: [inRoot('node_modules/tsx/dist/cli.mjs'), 'watch', inRoot('src/commands/worker.ts')],
  production: commandArgs('worker'),
}

/** Takes the lock that only one running platform of this folder may hold. */
const takePlace = () => {
  const lock = tryLock(inData('start.lock'))
  if ('holder' in lock) {
    throw new Halt(
      `Lectern is running here already, as process ${lock.holder.pid}. ` +
        `Stop it with Ctrl-C in its terminal, or with: kill ${lock.holder.pid}`,
    )
  }

  return lock
}

/**
 * Starts the web process, then the worker, which calls it, and waits until the platform is well. Where
 * it does not come up, all that was said so far is shown.
 * @param {{ mode: 'development' | 'production', session: Session }} given
 */
const startProcesses = async ({ mode, session: { checked, env } }) => {
  const next = inRoot('node_modules/next/dist/bin/next')
  const web = [next, mode === 'production' ? 'start' : 'dev', '-p', String(checked.PORT)]
  const asked = {
    host: new URL(addressOf({ checked })).host,
    patience: PATIENCE[mode],
    port: checked.PORT,
  }
  /** @type {import('./supervise.mjs').Supervised[]} */
  const processes = []
  const comesUp = (/** @type {boolean} */ anyAnswer) =>
    Promise.race([untilHealthy({ ...asked, anyAnswer }), ...processes.map(({ failed }) => failed)])
  try {
    await step('Starting the web and worker processes', async () => {
      processes.push(supervise({ args: web, env, title: 'web' }))
      await comesUp(true)
      processes.push(supervise({ args: WORKER[mode], env, title: 'worker' }))
      await comesUp(false)
    })
  } catch (error) {
    processes.flatMap(({ said }) => said()).forEach((line) => say(line))
    throw error
  }
  processes.forEach(({ show }) => show())
}

/** @param {Session} session */
const announce = ({ checked, embedded }) => {
  say()
  say(bold('Lectern is ready.'))
  welcome({ checked, demo: mayHoldDemo({ checked, embedded }) }).forEach((line) => say(line))
  say()
  missingParts({ checked, ffmpeg: hasFfmpeg() }).forEach((line) => say(`  ${line}`))
  say()
  say('Ctrl-C stops it.')
}

/**
 * Keeps the embedded database alive for as long as the process runs.
 * @param {Session} session
 */
const watchDatabase = async ({ revive }) => {
  for await (const _ of every(2000)) {
    if (isEnding()) {
      return
    }
    try {
      if (await revive()) {
        say('PostgreSQL had died; it was started again.')
      }
    } catch (error) {
      say(`PostgreSQL does not start: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}

/**
 * Runs the whole platform until it is stopped: database, migrations, demo, build, web and worker.
 * @param {'development' | 'production'} mode
 */
export const start = async (mode) => {
  const place = takePlace()
  const serving = mode === 'production' ? tryLock(inData('serving.lock')) : undefined
  const leave = () => {
    if (serving && 'release' in serving) {
      serving.release()
    }
    place.release()
  }
  try {
    await withSession({
      lasting: true,
      mode,
      onEnd: leave,
      task: async (session) => {
        await requirePort({
          patience: place.wasStale ? AFTERMATH : 0,
          port: session.checked.PORT,
        })
        await migrate(session)
        await seedWhenEmpty(session)
        if (mode === 'production') {
          await build(session)
        }
        await startProcesses({ mode, session })
        announce(session)
        await watchDatabase(session)
      },
    })
  } finally {
    leave()
  }
}
