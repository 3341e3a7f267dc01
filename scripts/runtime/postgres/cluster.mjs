import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { Halt } from '../halt.mjs'
import { say } from '../output.mjs'
import { canEnter } from './account.mjs'
import { makeReachable, OUTSIDE } from './outside.mjs'

/**
 * @typedef {import('./account.mjs').Account} Account
 * @typedef {{ password: string, port?: number }} Known what is recorded of a cluster: the port is the last one it had
 * @typedef {Known & { folder: string }} Cluster where a database lives, and how to reach it
 */

/** PostgreSQL runs in UTC and C.UTF-8 whatever the machine speaks. */
export const SERVER_ENVIRONMENT = { LC_ALL: 'C.UTF-8', PATH: process.env.PATH ?? '', TZ: 'UTC' }

/**
 * Gives a file or folder to the account, and to it alone.
 * @param {string} place
 * @param {Account} account
 */
const give = (place, { gid, uid }) => {
  if (uid !== undefined && gid !== undefined) {
    chownSync(place, uid, gid)
  }
}

/**
 * The folder a cluster belongs in: the wanted one, or one outside the repository where PostgreSQL's
 * account cannot enter the repository.
 * @param {{ account: Account, wanted: string }} given
 */
const placeFor = ({ account, wanted }) => {
  if (canEnter({ account, folder: path.dirname(wanted) })) {
    return wanted
  }
  const mark = createHash('sha256').update(wanted).digest('hex').slice(0, 12)
  const home = path.join(OUTSIDE, mark)
  makeReachable(OUTSIDE)
  makeReachable(home)
  if (!canEnter({ account, folder: home })) {
    throw new Halt(`The account PostgreSQL runs as can enter neither ${wanted} nor ${home}.`)
  }

  return path.join(home, path.basename(wanted))
}

/**
 * Makes a new cluster. It appears under its name only when it is whole, so that an interrupted start
 * leaves nothing half made.
 * @param {{ account: Account, bin: string, folder: string, password: string }} given
 */
const create = ({ account, bin, folder, password }) => {
  const draft = `${folder}.new`
  const secrets = mkdtempSync(path.join(tmpdir(), 'lectern-'))
  const passwordFile = path.join(secrets, 'password')
  try {
    rmSync(draft, { force: true, recursive: true })
    mkdirSync(draft, { mode: 0o700 })
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
    ;[draft, secrets, passwordFile].forEach((place) => give(place, account))
    const { error, status, stderr } = spawnSync(
      path.join(bin, 'initdb'),
      [
        ...['-D', draft, '-U', 'postgres', '--encoding=UTF8', '--locale=C.UTF-8'],
        ...['--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--no-instructions'],
      ],
      { ...account, cwd: draft, encoding: 'utf8', env: SERVER_ENVIRONMENT },
    )
    if (status !== 0) {
      throw new Halt(`initdb failed: ${error?.message ?? stderr}`)
    }
    renameSync(draft, folder)
  } finally {
    rmSync(secrets, { force: true, recursive: true })
    rmSync(draft, { force: true, recursive: true })
  }
}

/** @param {string} file */
const read = (file) => {
  try {
    return /** @type {Known} */ (JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

/**
 * Writes what is to be known of a cluster, readable by us alone; whole or not at all.
 * @param {string} file
 * @param {Known} known
 */
export const record = (file, { password, port }) => {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify({ password, port }, null, 2)}\n`, { mode: 0o600 })
  renameSync(draft, file)
}

/**
 * The cluster at `wanted`, with what `file` records of it; a new one where there is none.
 * @param {{ account: Account, bin: string, file: string, wanted: string }} given
 * @returns {Cluster}
 */
export const openCluster = ({ account, bin, file, wanted }) => {
  const folder = placeFor({ account, wanted })
  const known = read(file)
  if (existsSync(path.join(folder, 'PG_VERSION'))) {
    if (!known) {
      throw new Halt(
        `${folder} holds a database, but its password in ${file} is gone. ` +
          'Put that file back, or move the folder away to begin with an empty database.',
      )
    }

    return { ...known, folder }
  }
  if (folder !== wanted) {
    say(`PostgreSQL's account cannot enter ${path.dirname(wanted)}: its data is kept in ${folder}.`)
  }
  const password = randomBytes(24).toString('base64url')
  record(file, { password })
  create({ account, bin, folder, password })

  return { folder, password }
}
