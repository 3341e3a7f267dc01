import pg from 'pg'

import { roleUrl } from '@/database/roles'

/** Whoever writes or deletes backups holds the first lock, whoever restores a school the second. */
export const LOCKS = { backups: 727_094, restores: 727_095 }

const alone = async <T>(lock: keyof typeof LOCKS, run: () => Promise<T>): Promise<null | T> => {
  const client = new pg.Client({ connectionString: roleUrl('lectern_system'), keepAlive: true })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<{ mine: boolean }>(
      'select pg_try_advisory_lock($1) as mine',
      [LOCKS[lock]],
    )

    return rows[0]?.mine ? await run() : null
  } finally {
    await client.end()
  }
}

/** Runs `run` unless somebody else makes a backup at this time: then answers null. The lock goes with the process that holds it. */
export const aloneWithBackups = <T>(run: () => Promise<T>): Promise<null | T> =>
  alone('backups', run)

/** The same for restores of a school. */
export const aloneWithRestores = <T>(run: () => Promise<T>): Promise<null | T> =>
  alone('restores', run)
