import { cleanEnvironment } from './node.mjs'
import { duration, say } from './output.mjs'
import { inRoot } from './paths.mjs'
import { runInFront } from './run.mjs'

const ROOMS = ['blocks', 'collections', 'endpoints', 'hooks', 'payload.config.ts', 'plugins', 'src']

/**
 * What every change must pass. The routes' types come first: tsc wants them, and only Next can write them.
 * @type {{ commands: string[][], title: string }[]}
 */
const CHECKS = [
  { commands: [['prettier', '--check', '--log-level=warn', '.']], title: 'format (prettier)' },
  {
    commands: [
      ['next', 'typegen'],
      ['tsc', '--noEmit'],
      ['tsc', '--noEmit', '-p', 'scripts'],
    ],
    title: 'types (tsc)',
  },
  { commands: [['eslint', '--max-warnings=0', '.']], title: 'lint (eslint)' },
  {
    commands: [['depcruise', '--config', '.dependency-cruiser.cjs', ...ROOMS]],
    title: 'rooms (dependency-cruiser)',
  },
  { commands: [['knip']], title: 'dead code (knip)' },
]

/**
 * Runs every check, whatever the others say, and tells how each went and how long it took.
 * @param {NodeJS.ProcessEnv} given
 * @returns {Promise<string[]>} the titles of those that failed
 */
export const check = async (given) => {
  const env = { ...cleanEnvironment(given), NEXT_TELEMETRY_DISABLED: '1' }
  /** @type {{ line: string, passed: boolean, title: string }[]} */
  const results = []
  for (const { commands, title } of CHECKS) {
    const began = Date.now()
    let passed = true
    say(`· ${title}`)
    for (const [name = '', ...args] of commands) {
      passed &&= (await runInFront({ args, command: inRoot('node_modules/.bin', name), env })) === 0
    }
    results.push({
      line: `${passed ? '✓' : '✗'} ${title} (${duration(Date.now() - began)})`,
      passed,
      title,
    })
    say(results.at(-1)?.line)
  }
  say()
  say('Checks')
  results.forEach(({ line }) => say(`  ${line}`))

  return results.filter(({ passed }) => !passed).map(({ title }) => title)
}
