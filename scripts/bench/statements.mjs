/**
 * Counts the statements that the platform sends to PostgreSQL under its own role, `begin` and `commit`
 * included, by pg_stat_statements. The queue's polling goes under another role and is not counted.
 * @param {import('pg').Pool} pool as the owner, in the platform's database
 */
export const statementCounter = async (pool) => {
  await pool.query('create extension if not exists pg_stat_statements')
  const total = async () => {
    const { rows } = await pool.query(
      `select coalesce(sum(s.calls), 0)::int as calls
       from pg_stat_statements s join pg_roles r on r.oid = s.userid
       where r.rolname = 'lectern_app' and s.dbid = (select oid from pg_database where datname = current_database())`,
    )

    return rows[0].calls
  }

  return {
    /**
     * Statements for each time of `times`.
     * @param {() => Promise<unknown>} run
     * @param {number} times that `run` does what is counted
     * @returns {Promise<number>}
     */
    per: async (run, times) => {
      const before = await total()
      await run()

      return ((await total()) - before) / times
    },
  }
}
