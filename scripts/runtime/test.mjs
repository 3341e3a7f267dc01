import { existsSync } from 'node:fs'

import { build } from './build.mjs'
import { check } from './check.mjs'
import { endChildren } from './children.mjs'
import { buildEnvironment, withoutSettings } from './environment.mjs'
import { Halt } from './halt.mjs'
import { runJest, sum } from './jest.mjs'
import { cleanEnvironment } from './node.mjs'
import { bold, duration, say, step } from './output.mjs'
import { embeddedPostgres } from './postgres/embedded.mjs'
import { onStop } from './signals.mjs'

/**
 * @typedef {'browser' | 'check' | 'integration' | 'unit'} Part
 * @typedef {{ failed: number, note?: string, passed: number, title: string, took: number }} Result
 * @typedef {{ args: string[], env: NodeJS.ProcessEnv }} Given
 */

/** @type {readonly Part[]} */
const PARTS = ['check', 'unit', 'integration', 'browser']

/**
 * Which parts of the tests are asked for, all where none is named, and what is passed on to Jest.
 * @param {string[]} argv
 * @returns {{ args: string[], parts: readonly Part[] }}
 */
export const readArguments = (argv) => {
  const named = PARTS.filter((part) => argv.includes(part))

  return {
    args: argv.filter((word) => !PARTS.some((part) => part === word)),
    parts: named.length > 0 ? named : PARTS,
  }
}

const findChromium = () => {
  const file = process.env.CHROMIUM_PATH || '/usr/bin/chromium'
  if (!existsSync(file)) {
    throw new Halt(
      `The browser tests need Chromium, and there is none at ${file}. ` +
        'Install it (apt-get install chromium), or name another with CHROMIUM_PATH.',
    )
  }

  return file
}

/** @type {Record<Part, (given: Given) => Promise<{ failed: number, note?: string, passed: number }>>} */
const RUN = {
  browser: async ({ args, env }) => {
    const chromium = findChromium()
    await build({ env: buildEnvironment(withoutSettings(process.env)) })

    return runJest({ args, env: { ...env, CHROMIUM_PATH: chromium }, project: 'browser' })
  },
  check: async ({ env }) => {
    const failed = await check(env)

    return {
      failed: 0,
      note: failed.length > 0 ? `failed: ${failed.join(', ')}` : 'all passed',
      passed: 0,
    }
  },
  integration: ({ args, env }) => runJest({ args, env, project: 'integration' }),
  unit: ({ args, env }) => runJest({ args, env, project: 'unit' }),
}

/**
 * Runs one part to its end; what keeps it from running at all is said, and counts as one failed test.
 * @param {Part} part
 * @param {Given} given
 * @returns {Promise<Result>}
 */
const runPart = async (part, given) => {
  const began = Date.now()
  say(`\n${bold(part)}`)
  try {
    const { failed, note, passed } = await RUN[part](given)

    return { failed, note, passed, title: part, took: Date.now() - began }
  } catch (error) {
    const reason =
      error instanceof Halt ? error.message : error instanceof Error ? error.stack : String(error)
    say(reason)

    return { failed: 1, note: 'did not run', passed: 0, title: part, took: Date.now() - began }
  }
}

/** @param {Result} result */
const lineOf = ({ failed, note, passed, title, took }) =>
  `  ${title.padEnd(12)} ${note ?? `${passed} passed, ${failed} failed`} (${duration(took)})`

/** @param {readonly Part[]} parts */
const databaseFor = async (parts) => {
  if (
    process.env.TEST_DATABASE_URL ||
    !parts.some((part) => part === 'integration' || part === 'browser')
  ) {
    return { release: async () => {}, url: process.env.TEST_DATABASE_URL }
  }

  return step('Starting PostgreSQL for the tests', () =>
    embeddedPostgres({ name: 'test-postgres', database: 'postgres', durable: false }),
  )
}

/**
 * Runs the parts asked for, each to its end, and closes with the sum of all tests on a line of its own.
 * @param {string[]} argv
 * @returns {Promise<number>} 0 when all is well and at least one test ran or no tests were asked for
 */
export const test = async (argv) => {
  const { args, parts } = readArguments(argv)
  const database = await databaseFor(parts)
  const end = async () => {
    await endChildren()
    await database.release()
  }
  const unlisten = onStop({ stop: () => void end().finally(() => process.exit(130)) })
  const env = {
    ...cleanEnvironment(withoutSettings(process.env)),
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'test',
    PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true',
    ...(database.url && { TEST_DATABASE_URL: database.url }),
  }
  /** @type {Result[]} */
  const results = []
  for (const part of parts) {
    results.push(await runPart(part, { args, env }))
  }
  unlisten()
  await end()
  say(`\n${bold('Summary')}`)
  results.forEach((result) => say(lineOf(result)))
  const { failed, passed } = sum(results)
  const checked = !results.some(({ note }) => note?.startsWith('failed'))
  const ran = passed + failed > 0 || parts.every((part) => part === 'check')
  say()
  say(`${passed} passed, ${failed} failed`)

  return failed === 0 && checked && ran ? 0 : 1
}
