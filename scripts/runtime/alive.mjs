import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * A process that cannot be mistaken for a later one of the same number: `mark` is its start time in
 * clock ticks, empty where the system does not tell.
 * @typedef {{ mark: string, pid: number }} Identity
 */

/**
 * Reads state and start time from `/proc/<pid>/stat` (proc(5): fields 3 and 22). The command in field 2
 * may hold spaces and brackets, so fields are counted from its last bracket.
 * @param {string} stat
 */
export const parseStat = (stat) => {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')

  return { mark: fields[19] ?? '', state: fields[0] ?? '' }
}

/** @param {number} pid */
const statOf = (pid) => {
  try {
    return parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * @param {number} pid
 * @returns {Identity}
 */
export const identityOf = (pid) => ({ mark: statOf(pid)?.mark ?? '', pid })

/**
 * Whether the process still runs. A zombie does not.
 * @param {Partial<Identity>} identity
 */
export const isAlive = ({ mark, pid }) => {
  if (!pid || !Number.isInteger(pid) || pid < 1) {
    return false
  }
  if (process.platform === 'linux') {
    const stat = statOf(pid)

    return stat !== undefined && !'ZX'.includes(stat.state) && (!mark || stat.mark === mark)
  }
  try {
    process.kill(pid, 0)

    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/**
 * The command line of a process, or an empty text where there is none.
 * @param {number} pid
 */
export const commandOf = (pid) => {
  try {
    return process.platform === 'linux'
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}
