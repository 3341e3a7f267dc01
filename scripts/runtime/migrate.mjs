import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

import { runCommand } from './command.mjs'
import { digestOf, filesUnder } from './files.mjs'
import { Halt } from './halt.mjs'
import { step } from './output.mjs'
import { inData, inRoot, root } from './paths.mjs'
import { withClient } from './postgres/client.mjs'

/** @typedef {import('./session.mjs').Session} Session */

/**
 * Names of the migrations among the files of their folder; the index lists them and is none.
 * @param {string[]} names
 */
export const migrationsIn = (names) =>
  names
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .map((name) => name.slice(0, -'.ts'.length))
    .sort()

const expected = () => migrationsIn(readdirSync(inRoot('src/migrations')))

/**
 * The migrations that have no row yet. The command's exit code proves nothing; this does.
 * @param {import('pg').Client} client
 */
const missingFrom = async (client) => {
  const { rows } = await client.query(
    "select to_regclass('public.payload_migrations') is not null as there",
  )
  const applied = rows[0].there
    ? (await client.query('select name from payload_migrations')).rows.map(({ name }) => name)
    : []

  return expected().filter((name) => !applied.includes(name))
}

const stampFile = () => inData('migrated')

/**
 * Names a state of the code that migrates, for one database and one secret.
 * @param {import('pg').Client} client
 * @param {NodeJS.ProcessEnv} env
 */
const stateOf = async (client, { LECTERN_SECRET = '' }) => {
  const { rows } = await client.query(
    'select system_identifier::text as id from pg_control_system()',
  )
  const places = [
    'collections',
    'hooks',
    'package-lock.json',
    'payload.config.ts',
    'plugins',
    'src/commands/migrate.ts',
    'src/database',
    'src/migrations',
    'src/secrets.ts',
  ]

  return digestOf({
    also: [rows[0].id, LECTERN_SECRET],
    base: root,
    files: places.flatMap((place) => filesUnder({ base: root, place })),
  })
}

const lastState = () => {
  try {
    return readFileSync(stampFile(), 'utf8')
  } catch {
    return ''
  }
}

/**
 * Brings the schema, the roles and the row-level security of a database up to date, one process at a
 * time by an advisory lock, and makes sure that every migration has left its row. On the embedded
 * database it is skipped when nothing that matters has changed since the last time.
 * @param {Pick<Session, 'databaseUrl' | 'embedded' | 'env'>} session
 */
export const migrate = ({ databaseUrl, embedded, env }) =>
  withClient(databaseUrl, async (client) => {
    await client.query("select pg_advisory_lock(hashtextextended('lectern:scripts:migrate', 0))")
    const state = embedded ? await stateOf(client, env) : ''
    if (state && state === lastState() && (await missingFrom(client)).length === 0) {
      return
    }
    await step('Migrating the database', async (note) => {
      await runCommand({ name: 'migrate', env, note })
      const missing = await missingFrom(client)
      if (missing.length > 0) {
        throw new Halt(`These migrations left no row in payload_migrations: ${missing.join(', ')}.`)
      }
    })
    if (state) {
      writeFileSync(stampFile(), state)
    }
  })
