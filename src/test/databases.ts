import type pg from 'pg'

/** The name of a test file's own database; it says when it was made. */
export const databaseName = (random: string): string => `lectern_test_${Date.now()}_${random}`

/** Age at which a database belongs to no run any more, in ms. */
const STALE = 3_600_000

/** Takes away the databases of earlier runs; one of a run beside this one may be between two connections. */
export const deleteStale = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database where datname like 'lectern\\_test\\_%'`,
  )
  for (const { name } of rows.filter(
    (row) => Date.now() - Number(row.name.split('_')[2]) > STALE,
  )) {
    await client.query(`drop database if exists "${name}" with (force)`)
  }
}
