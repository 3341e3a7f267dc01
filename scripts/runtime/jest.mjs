import { mkdirSync, readFileSync, rmSync } from 'node:fs'

import { inData, inRoot } from './paths.mjs'
import { runInFront } from './run.mjs'

/** @typedef {{ failed: number, passed: number }} Tally of tests */

/**
 * What a Jest report adds up to. A file that could not run at all counts as one failed test.
 * @param {{ numFailedTests: number, numPassedTests: number, numRuntimeErrorTestSuites: number }} report
 * @returns {Tally}
 */
export const tallyOf = ({ numFailedTests, numPassedTests, numRuntimeErrorTestSuites }) => ({
  failed: numFailedTests + numRuntimeErrorTestSuites,
  passed: numPassedTests,
})

/**
 * @param {Tally[]} tallies
 * @returns {Tally}
 */
export const sum = (tallies) =>
  tallies.reduce(
    (total, { failed, passed }) => ({
      failed: total.failed + failed,
      passed: total.passed + passed,
    }),
    { failed: 0, passed: 0 },
  )

/**
 * Runs one Jest project and counts its tests. A run that fails without a failed test, because it found
 * none or never came to its report, counts as one.
 * @param {{ args: string[], env: NodeJS.ProcessEnv, project: string }} what
 * @returns {Promise<Tally>}
 */
export const runJest = async ({ args, env, project }) => {
  const report = inData('test', `${project}.json`)
  mkdirSync(inData('test'), { recursive: true })
  rmSync(report, { force: true })
  const code = await runInFront({
    args: [
      ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
      inRoot('node_modules/jest/bin/jest.js'),
      ...['--selectProjects', project, '--json', '--outputFile', report],
      ...args,
    ],
    command: process.execPath,
    env,
  })
  let tally = { failed: 0, passed: 0 }
  try {
    tally = tallyOf(JSON.parse(readFileSync(report, 'utf8')))
  } catch {
    // No report: the exit code speaks.
  }

  return code === 0 || tally.failed > 0 ? tally : { ...tally, failed: 1 }
}
