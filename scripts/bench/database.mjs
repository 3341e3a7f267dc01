import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'

import { runCommand } from '../runtime/command.mjs'
import { digestOf, filesUnder } from '../runtime/files.mjs'
import { migrate } from '../runtime/migrate.mjs'
import { step } from '../runtime/output.mjs'
import { inData, root } from '../runtime/paths.mjs'
import { withClient } from '../runtime/postgres/client.mjs'
import { embeddedPostgres } from '../runtime/postgres/embedded.mjs'
import { makeWorkerRole } from './statements.mjs'

/** @typedef {(databaseUrl: string) => NodeJS.ProcessEnv} EnvironmentFor */

/** What a freshly seeded database is made from. */
const SOURCES = [
  'collections',
  'hooks',
  'media/seed',
  'package-lock.json',
  'payload.config.ts',
  'plugins',
  'src/database',
  'src/migrations',
  'src/secrets.ts',
  'src/seed',
]

const open = () => embeddedPostgres({ name: 'bench/postgres', database: 'postgres' })

/** The bench's own server, with statements counted; safe from power cuts like a real one. */
export const startDatabase = async () => {
  const server = await open()
  const counts = await withClient(server.url, async (client) => {
    const { rows } = await client.query('show shared_preload_libraries')
    const isReady = rows[0].shared_preload_libraries.includes('pg_stat_statements')
    if (!isReady) {
      await client.query("alter system set shared_preload_libraries = 'pg_stat_statements'")
    }

    return isReady
  })
  if (counts) {
    return server
  }
  await server.release()

  return open()
}

/**
 * @param {string} serverUrl
 * @param {string} database
 */
const inDatabase = (serverUrl, database) => {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`

  return url.toString()
}

/**
 * Migrates and seeds a database under another name, so that one half made is never taken for whole.
 * @param {{ client: import('pg').Client, environmentFor: EnvironmentFor, name: string, serverUrl: string }} given
 */
const makeSeeded = async ({ name, client, environmentFor, serverUrl }) => {
  const databaseUrl = inDatabase(serverUrl, 'making')
  const env = environmentFor(databaseUrl)
  const { rows } = await client.query("select datname from pg_database where datname ~ '^seeded_'")
  for (const old of ['making', ...rows.map(({ datname }) => datname)]) {
    await client.query(`drop database if exists ${client.escapeIdentifier(old)} with (force)`)
  }
  rmSync(inData('bench/uploads'), { force: true, recursive: true })
  await client.query('create database making')
  await migrate({ databaseUrl, embedded: false, env })
  await step('Seeding the demo schools', (note) => runCommand({ name: 'seed', env, note }))
  await client.query(`alter database making rename to ${client.escapeIdentifier(name)}`)
}

/** Tables of the baselines, in a database of their own. */
const BARE = `
  create table notes (id int primary key, title text not null, body text not null);
  insert into notes select n, 'Note ' || n, repeat('A line of text. ', 20) from generate_series(1, 1000) n;
  create table seen (
    learner uuid primary key, spans jsonb not null, position float8 not null, updated_at timestamptz not null default now());`

/**
 * Databases as every run finds them: the seeded demo, and the baselines' own. The seeded one is made
 * once for each state of the sources and copied.
 * @param {{ environmentFor: EnvironmentFor, serverUrl: string }} given
 * @returns {Promise<{ bareUrl: string, databaseUrl: string, workerUrl: string }>} `workerUrl`: as whom the worker's reactions work
 */
export const freshDatabases = ({ environmentFor, serverUrl }) =>
  withClient(serverUrl, async (client) => {
    const files = SOURCES.flatMap((place) => filesUnder({ base: root, place }))
    const name = `seeded_${digestOf({ base: root, files }).slice(0, 16)}`
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (!rowCount) {
      await makeSeeded({ name, client, environmentFor, serverUrl })
    }
    for (const database of ['run', 'bare']) {
      await client.query(`drop database if exists ${database} with (force)`)
    }
    await client.query(`create database run template ${client.escapeIdentifier(name)}`)
    await client.query('create database bare')
    const bareUrl = inDatabase(serverUrl, 'bare')
    await withClient(bareUrl, (bare) => bare.query(BARE))

    const databaseUrl = inDatabase(serverUrl, 'run')
    const workerUrl = await makeWorkerRole(client, { databaseUrl, password: randomUUID() })

    return { bareUrl, databaseUrl, workerUrl }
  })
