import pg from 'pg'

import { roleUrl } from '@/database/roles'

/** Whoever writes or deletes backups holds this lock. */
const LOCK = 727_094

/** Runs `run` unless somebody else makes a backup at this time: then answers null. The lock goes with the process that holds it. */
export const aloneWithBackups = async <T>(run: () => Promise<T>): Promise<null | T> => {
  const client = new pg.Client({ connectionString: roleUrl('lectern_system'), keepAlive: true })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<{ mine: boolean }>(
      'select pg_try_advisory_lock($1) as mine',
      [LOCK],
    )

    return rows[0]?.mine ? await run() : null
  } finally {
    await client.end()
  }
}
