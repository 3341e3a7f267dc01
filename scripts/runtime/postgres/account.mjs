import { execFileSync, spawnSync } from 'node:child_process'

/** The account `nobody` has this number on every system we know. */
const NOBODY = 65534

/**
 * The account PostgreSQL runs as: ours (then empty), or an unprivileged one where we are root, as which
 * PostgreSQL refuses to run.
 * @typedef {{ gid?: number, uid?: number }} Account
 */

/**
 * @param {'-g' | '-u'} flag
 * @returns {number | undefined}
 */
const numberOf = (flag) => {
  try {
    const answer = execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] })

    return Number(String(answer))
  } catch {
    return undefined
  }
}

/** @returns {Account} */
export const postgresAccount = () => {
  if (process.getuid?.() !== 0) {
    return {}
  }
  const [uid, gid] = [numberOf('-u'), numberOf('-g')]

  return uid && gid ? { gid, uid } : { gid: NOBODY, uid: NOBODY }
}

/**
 * Whether the account can reach and enter a folder; a parent of mode 0700 keeps it out.
 * @param {{ account: Account, folder: string }} given
 */
export const canEnter = ({ account, folder }) =>
  account.uid === undefined ||
  spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], {
    ...account,
    cwd: '/',
    stdio: 'ignore',
  }).status === 0
