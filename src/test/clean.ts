import pg from 'pg'

import { deleteStale } from './databases'

/** Takes away the databases of the test files that have ended. */
export default async function clean(): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL })
  await client.connect()
  await deleteStale(client)
  await client.end()
}
