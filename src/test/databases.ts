import type pg from 'pg'

/** Databases that test files made and, had they been ended, could not take away. */
export const deleteStale = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database d where datname like 'lectern\\_test\\_%'
     and not exists (select 1 from pg_stat_activity a where a.datname = d.datname)`,
  )
  for (const { name } of rows) {
    await client.query(`drop database if exists "${name}"`)
  }
}
