import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { withLock } from './lock.mjs'
import { say, step } from './output.mjs'
import { inData, inRoot } from './paths.mjs'
import { run } from './run.mjs'

/**
 * @typedef {{ cpu?: string[], integrity?: string, libc?: string[], optional?: boolean, os?: string[], version?: string }} Locked
 * @typedef {Record<string, Locked>} Packages
 */

const stampFile = () => inRoot('node_modules/.lectern-lock')

/** @param {string} file */
const textOf = (file) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

const wanted = () =>
  createHash('sha256')
    .update(`${process.platform}-${process.arch}\n`)
    .update(textOf(inRoot('package-lock.json')))
    .digest('hex')

/**
 * The packages of a lockfile, by their place.
 * @param {string} text
 * @returns {Packages}
 */
const packagesIn = (text) => {
  try {
    return JSON.parse(text).packages ?? {}
  } catch {
    return {}
  }
}

/**
 * Whether what npm says it installed is what the lockfile asks for. An optional package may be absent,
 * unless it is made for this very machine.
 * @param {{ arch: string, installed: Packages, locked: Packages, platform: string }} given
 */
export const matchesLock = ({ arch, installed, locked, platform }) =>
  Object.keys(installed).length > 0 &&
  Object.entries(locked).every(([place, { cpu, integrity, libc, optional, os, version }]) => {
    const present = installed[place]
    if (place === '') {
      return true
    }
    if (!present) {
      return (
        Boolean(optional) && (Boolean(libc) || !(os?.includes(platform) && cpu?.includes(arch)))
      )
    }

    return present.version === version && present.integrity === integrity
  })

/** Writes down that `node_modules` holds what the lockfile asks for. */
const stamp = () => writeFileSync(stampFile(), wanted())

const isInstalled = () => {
  if (textOf(stampFile()) === wanted()) {
    return true
  }
  const matches = matchesLock({
    arch: process.arch,
    installed: packagesIn(textOf(inRoot('node_modules/.package-lock.json'))),
    locked: packagesIn(textOf(inRoot('package-lock.json'))),
    platform: process.platform,
  })
  if (matches) {
    stamp()
  }

  return matches
}

/**
 * The environment npm runs in: without our own `node_modules/.bin`, whose Node it is about to replace.
 * @param {NodeJS.ProcessEnv} given
 */
const npmEnvironment = ({ NODE_ENV: _, NODE_OPTIONS: __, ...given }) => ({
  ...given,
  NO_UPDATE_NOTIFIER: '1',
  PATH: (given.PATH ?? '')
    .split(path.delimiter)
    .filter((part) => !part.startsWith(inRoot('node_modules')))
    .join(path.delimiter),
})

/**
 * Whether npm refused to install from the lockfile only for optional packages of other machines, which
 * some registries do not hold and which the lockfile therefore does not name (npm says them without a version).
 * @param {string[]} output
 */
export const lacksOnlyUnserved = (output) => {
  const faults = output.filter((line) => /^npm error (Invalid|Missing):/.test(line))

  return (
    faults.length > 0 &&
    faults.every((line) => /^npm error Missing: @?[^@\s]+@ from lock file$/.test(line))
  )
}

/**
 * Installs what the lockfile names. Where it is refused for packages that cannot be had, they are left out.
 * @param {(detail: string) => void} note
 */
const runNpm = async (note) => {
  /** @type {string[]} */
  const output = []
  let fetched = 0
  const npm = (/** @type {string[]} */ command) =>
    run({
      args: [...command, '--include=dev', '--loglevel=http', '--no-audit', '--no-fund'],
      command: 'npm',
      env: npmEnvironment(process.env),
      note: (line) => {
        output.push(line)
        fetched += /http (cache|fetch)/.test(line) ? 1 : 0
        note(`${fetched} packages fetched`)
      },
      title: `npm ${command[0]}`,
    })
  try {
    await npm(['ci'])
  } catch (error) {
    if (!lacksOnlyUnserved(output)) {
      throw error
    }
    await npm(['install', '--no-save'])
  }
}

/** Installs from the lockfile where `node_modules` is not what it asks for; one process at a time. */
export const install = async () => {
  if (isInstalled()) {
    return
  }
  await withLock({
    file: inData('install.lock'),
    onWait: (pid) => say(`Waiting for process ${pid ?? ''}, which is installing the packages.`),
    run: async () => {
      if (!isInstalled()) {
        await step('Installing packages from the lockfile', runNpm)
        stamp()
      }
    },
  })
}
