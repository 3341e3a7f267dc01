import { readdir } from 'node:fs/promises'
import path from 'node:path'

import type { Payload } from 'payload'

import pg from 'pg'

import { installQueue } from '@/adapters/queue/boss'
import { env } from '@/env'

import { carryMailChoices, holdMailChoices } from './carryMailChoices'
import { layFloor, makeRoles } from './floor'
import { rolePassword } from './roles'
import { sealTaxIds } from './sealTaxIds'

/** One migration at a time on a database, whoever starts it. */
const LOCK = 727_001

/** Oldest PostgreSQL that has all we ask for (`uuidv7()`). */
const OLDEST_SERVER = 180_000

/**
 * Brings a database to the present: roles, tables, the queue, and row-level security on all of it.
 * Runs under an advisory lock, as the owner, and may run again at any time. `payload` must be
 * connected as the owner too.
 */
export const migrate = async ({
  makePayload,
  queues,
}: {
  makePayload: () => Promise<Payload>
  queues: (payload: Payload) => string[]
}): Promise<{ applied: number }> => {
  const databaseUrl = env().DATABASE_URL
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await refuseOldServer(client)
    if (!env().APP_DATABASE_URL) {
      await makeRoles(client, (role) => rolePassword(role as never))
    }
    const before = await appliedMigrations(client)
    const payload = await makePayload()
    await holdMailChoices(client)
    await payload.db.migrate()
    await carryMailChoices(client)
    await installQueue({ databaseUrl, queues: queues(payload) })
    await layFloor(client)
    await sealTaxIds(client)
    const after = await appliedMigrations(client)
    await refuseMissing({ applied: after, dir: payload.db.migrationDir })

    return { applied: after.length - before.length }
  } finally {
    await client.end()
  }
}

const refuseOldServer = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  )
  if ((rows[0]?.version ?? 0) < OLDEST_SERVER) {
    throw new Error('Lectern needs PostgreSQL 18 or newer.')
  }
}

const appliedMigrations = async (client: pg.Client): Promise<string[]> => {
  const { rows: tables } = await client.query(
    `select 1 from pg_tables where schemaname = 'public' and tablename = 'payload_migrations'`,
  )
  if (tables.length === 0) {
    return []
  }
  const { rows } = await client.query<{ name: string }>(
    'select name from payload_migrations where batch > 0',
  )

  return rows.map(({ name }) => name)
}

/** A migration that reported success and left no trace did not happen. */
const refuseMissing = async ({
  applied,
  dir,
}: {
  applied: string[]
  dir: string
}): Promise<void> => {
  const files = (await readdir(dir))
    .filter((file) => /^\d{8}_\d{6}.*\.ts$/.test(file))
    .map((file) => path.basename(file, '.ts'))
  const missing = files.filter((file) => !applied.includes(file))
  if (missing.length > 0) {
    throw new Error(`These migrations were not applied: ${missing.join(', ')}.`)
  }
}
