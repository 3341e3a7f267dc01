import { existsSync } from 'node:fs'

import { Halt } from './halt.mjs'
import { install } from './install.mjs'
import { handOver } from './node.mjs'
import { say } from './output.mjs'
import { inRoot } from './paths.mjs'

/**
 * The frame of every script: packages first, then Node 24, then `.env`, then `task`, whose number is
 * the exit code. Until the packages are there only Node's own modules may be imported, so `task`
 * imports what it needs when it is called.
 * @param {() => Promise<number | void>} task
 */
export const main = async (task) => {
  // A closed terminal must not turn a clean stop into a crash.
  ;[process.stdout, process.stderr].forEach((stream) => stream.on('error', () => {}))
  try {
    await install()
    await handOver()
    if (existsSync(inRoot('.env'))) {
      process.loadEnvFile(inRoot('.env'))
    }
    process.exitCode = (await task()) ?? 0
  } catch (error) {
    say(
      error instanceof Halt
        ? `\n${error.message}`
        : error instanceof Error
          ? error.stack
          : String(error),
    )
    process.exitCode = 1
  }
  process.exit()
}
