import { spawnSync } from 'node:child_process'
import path from 'node:path'

import { Halt } from './halt.mjs'
import { inRoot } from './paths.mjs'
import { runInFront } from './run.mjs'

/** The version the platform is built for, and the oldest it runs on where npm has no copy of that one. */
const WANTED = 24
const OLDEST = { major: 22, minor: 18 }

/**
 * What to do with the Node that runs us: stay on it, hand over to the one npm installed, or refuse.
 * @param {{ current: string, pinned: boolean }} given
 * @returns {'hand over' | 'refuse' | 'stay'}
 */
export const chooseNode = ({ current, pinned }) => {
  const [major = 0, minor = 0] = current.split('.').map(Number)
  if (major >= WANTED) {
    return 'stay'
  }
  if (pinned) {
    return 'hand over'
  }

  return major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor)
    ? 'stay'
    : 'refuse'
}

/**
 * The environment of a process of ours: what was given, less what npm and Node pass on to their
 * children, with the repository's programs first on the path.
 * @param {NodeJS.ProcessEnv} given
 * @returns {NodeJS.ProcessEnv}
 */
export const cleanEnvironment = (given) => {
  const kept = Object.entries(given).filter(
    ([name]) => name !== 'NODE_OPTIONS' && !/^npm_(config|lifecycle|package)_/.test(name),
  )
  const ours = [path.dirname(process.execPath), inRoot('node_modules/.bin')]
  const rest = (given.PATH ?? '').split(path.delimiter).filter((part) => !ours.includes(part))

  return { ...Object.fromEntries(kept), PATH: [...ours, ...rest].join(path.delimiter) }
}

/**
 * Runs this very script again on Node 24 where it runs on an older one, and ends with its exit code.
 * Answers where the present Node will do. The second process learns of the first one's end by the
 * channel between them.
 */
export const handOver = async () => {
  const pinned = inRoot('node_modules/.bin/node')
  const works = () => spawnSync(pinned, ['--version'], { stdio: 'ignore' }).status === 0
  const choice = chooseNode({
    current: process.versions.node,
    pinned: path.resolve(process.execPath) !== pinned && works(),
  })
  if (choice === 'refuse') {
    throw new Halt(
      `Lectern needs Node ${WANTED}; this is ${process.versions.node}, and npm has no copy for ` +
        `${process.platform}-${process.arch}. Install Node ${WANTED} and start again.`,
    )
  }
  if (choice === 'hand over') {
    process.exit(
      await runInFront({
        args: process.argv.slice(1),
        command: pinned,
        env: cleanEnvironment(process.env),
        ipc: true,
      }),
    )
  }
}
