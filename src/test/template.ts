import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import pg from 'pg'

import { deleteStale } from './databases'

const ROOT = process.cwd()

/** What the template is made of: when any of it changes, a new template is made. */
const fingerprint = (): string => {
  const hash = createHash('sha256')
  for (const folder of ['src/migrations', 'src/database', 'plugins', 'hooks']) {
    for (const file of readdirSync(path.join(ROOT, folder), {
      recursive: true,
      withFileTypes: true,
    })) {
      if (file.isFile()) {
        hash.update(readFileSync(path.join(file.parentPath, file.name)))
      }
    }
  }

  return hash.digest('hex').slice(0, 12)
}

/** Migrates once into a template database, which each test file then copies. */
export default async function prepareTemplate(): Promise<void> {
  const server = process.env.TEST_DATABASE_URL
  if (!server) {
    throw new Error('TEST_DATABASE_URL names no server; `npm test` starts one.')
  }
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await deleteStale(client)
  const template = `lectern_template_${fingerprint()}`
  const { rows } = await client.query(
    'select 1 from pg_database where datname = $1 and datistemplate',
    [template],
  )
  if (rows.length === 0) {
    await client.query(`drop database if exists ${template}`)
    await client.query(`create database ${template}`)
    const url = new URL(server)
    url.pathname = `/${template}`
    execFileSync(process.execPath, ['--import', 'tsx', 'src/commands/migrate.ts'], {
      cwd: ROOT,
      env: {
        ...process.env,
        DATABASE_URL: url.toString(),
        LECTERN_SECRET: TEST_SECRET,
        LOG_LEVEL: 'error',
        NODE_OPTIONS: '',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    await client.query(`alter database ${template} is_template true`)
  }
  await client.end()
  process.env.TEST_TEMPLATE = template
}

/** Master secret of every test: passwords of the database's roles are derived from it. */
export const TEST_SECRET = 'a secret for tests, of no use elsewhere'
