/** @typedef {{ database?: string, password: string, port: number }} Address of the embedded server */

/**
 * @param {Address} address
 * @returns {string} its connection string, as the owner of everything in it
 */
export const urlOf = ({ database = 'postgres', password, port }) =>
  `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`

/**
 * Runs `use` on one connection and closes it.
 * @template T
 * @param {string} url
 * @param {(client: import('pg').Client) => Promise<T>} use
 * @returns {Promise<T>}
 */
export const withClient = async (url, use) => {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // The server may end under us; what was asked of it rejects then, and that is enough.
  client.on('error', () => {})
  try {
    await client.connect()

    return await use(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/** @param {Address} address */
export const canConnect = async (address) => {
  try {
    await withClient(urlOf(address), (client) => client.query('select 1'))

    return true
  } catch {
    return false
  }
}

/**
 * Makes a database where there is none of that name.
 * @param {Address & { database: string }} address
 */
export const ensureDatabase = ({ database, ...address }) =>
  withClient(urlOf(address), async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [
      database,
    ])
    if (!rowCount) {
      await client.query(`create database ${client.escapeIdentifier(database)}`)
    }
  })
