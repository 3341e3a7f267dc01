import pg from 'pg'

import { started } from './server'

/** Ends exactly the processes that `server.ts` started, and takes its database away. */
export default async function stop(): Promise<void> {
  const running = started()
  if (!running) {
    return
  }
  const { database, held, processes, server } = running
  await Promise.all(processes.map(({ end }) => end()))
  await held.end()
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`drop database if exists "${database}" with (force)`)
  await client.end()
}
