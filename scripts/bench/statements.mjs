/** The worker's own role in a bench, so that its statements are told from those of requests; it may what the platform's role may. */
const WORKER_ROLE = 'lectern_bench_worker'

/**
 * Makes the worker's role; answers how to connect as it.
 * @param {import('pg').Client} client as the owner of the server
 * @param {{ databaseUrl: string, password: string }} given
 */
export const makeWorkerRole = async (client, { databaseUrl, password }) => {
  await client.query(`drop role if exists ${WORKER_ROLE}`)
  await client.query(
    `create role ${WORKER_ROLE} login password ${client.escapeLiteral(password)} in role lectern_app`,
  )
  const url = new URL(databaseUrl)
  url.username = WORKER_ROLE
  url.password = password

  return url.toString()
}

/**
 * Counts the statements that the platform sends to PostgreSQL, `begin` and `commit` included, by pg_stat_statements: those
 * of requests under its own role, and those of the worker's reactions under the worker's. The queue's polling goes under
 * another role and is not counted.
 * @param {import('pg').Pool} pool as the owner, in the platform's database
 */
export const statementCounter = async (pool) => {
  await pool.query('create extension if not exists pg_stat_statements')
  const total = async (/** @type {string[]} */ roles) => {
    const { rows } = await pool.query(
      `select coalesce(sum(s.calls), 0)::int as calls
       from pg_stat_statements s join pg_roles r on r.oid = s.userid
       where r.rolname = any($1) and s.dbid = (select oid from pg_database where datname = current_database())`,
      [roles],
    )

    return rows[0].calls
  }

  return {
    /**
     * Statements for each time of `times`: those of requests, and where `withWorker` those of what followed too.
     * @param {() => Promise<unknown>} run
     * @param {number} times that `run` does what is counted
     * @param {{ withWorker?: boolean }} [what]
     * @returns {Promise<number>}
     */
    per: async (run, times, { withWorker = false } = {}) => {
      const roles = ['lectern_app', ...(withWorker ? [WORKER_ROLE] : [])]
      const before = await total(roles)
      await run()

      return ((await total(roles)) - before) / times
    },
  }
}
