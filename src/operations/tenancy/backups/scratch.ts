import { randomBytes } from 'node:crypto'

import pg from 'pg'

import { env } from '@/env'

const onServer = async (run: (client: pg.Client) => Promise<unknown>): Promise<void> => {
  const { DATABASE_URL, DRILL_DATABASE_URL } = env()
  const client = new pg.Client({ connectionString: DRILL_DATABASE_URL ?? DATABASE_URL })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await run(client)
  } finally {
    await client.end()
  }
}

/** Scratch databases that an ended process left, after a day. */
const STALE_MS = 24 * 3_600_000
const NAME = /^lectern_scratch_(\d+)_[0-9a-f]+$/

const dropStale = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database where datname like 'lectern\\_scratch\\_%'`,
  )
  for (const { name } of rows) {
    const made = Number(NAME.exec(name)?.[1] ?? Date.now())
    if (Date.now() - made > STALE_MS) {
      await client.query(`drop database if exists "${name}" with (force)`)
    }
  }
}

/** Runs `run` with the address of an empty database, which is gone afterwards. */
export const inScratchDatabase = async <T>(run: (url: string) => Promise<T>): Promise<T> => {
  const { DATABASE_URL, DRILL_DATABASE_URL } = env()
  const name = `lectern_scratch_${Date.now()}_${randomBytes(4).toString('hex')}`
  const url = new URL(DRILL_DATABASE_URL ?? DATABASE_URL)
  url.pathname = `/${name}`
  await onServer(async (client) => {
    await dropStale(client)
    await client.query(`create database "${name}" template template0 encoding 'UTF8'`)
  })
  try {
    return await run(url.toString())
  } finally {
    await onServer((client) => client.query(`drop database if exists "${name}" with (force)`))
  }
}
