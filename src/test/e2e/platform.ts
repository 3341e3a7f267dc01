import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'

import pg from 'pg'

import { TEST_SECRET } from '../template'
import { commandArgs, startProcess, type Running } from './processes'

const PREFIX = 'lectern_browser_'

/** Starts the build of `npm run build` on a port. */
export const startWeb = ({
  env,
  port,
  title,
}: {
  env: NodeJS.ProcessEnv
  port: number
  title: string
}): Running =>
  startProcess({
    args: [path.resolve('node_modules/next/dist/bin/next'), 'start', '-p', String(port)],
    env,
    title,
  })

/** Runs one of `src/commands` to its end; throws with what it said when it fails. */
export const runCommand = (name: string, env: NodeJS.ProcessEnv): void => {
  const { output, status } = spawnSync(process.execPath, commandArgs(name), {
    encoding: 'utf8',
    env,
  })
  if (status !== 0) {
    throw new Error(`src/commands/${name}.ts failed (${status}): ${output.join('').slice(-4000)}`)
  }
}

/** A database nobody else has. A connection to it stays open, so that no other run takes it for a stale one. */
export const freshDatabase = async (
  server: string,
): Promise<{ database: string; held: pg.Client; url: string }> => {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database d where starts_with(datname, $1)
     and not exists (select 1 from pg_stat_activity a where a.datname = d.datname)`,
    [PREFIX],
  )
  for (const { name } of rows) {
    await client.query(`drop database if exists "${name}"`)
  }
  const database = `${PREFIX}${Date.now().toString(36)}_${process.pid}`
  await client.query(`create database ${database}`)
  await client.end()
  const url = new URL(server)
  url.pathname = `/${database}`
  const held = new pg.Client({ connectionString: url.toString() })
  await held.connect()
  // The server may end before the tests do; that is nothing to die of.
  held.on('error', () => undefined)

  return { database, held, url: url.toString() }
}

/** A port of this machine that nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', reject)
    probe.listen(0, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })

/** The surroundings of production, and nothing that points at a real engine. */
export const environment = ({
  dns,
  port,
  url,
}: {
  /** Port of the name server, which a test that needs one starts. */
  dns: number
  port: number
  url: string
}): NodeJS.ProcessEnv => {
  const { HOME, LANG, PATH, TMPDIR } = process.env

  return {
    BACKUP_HOURS: '0',
    BACKUPS_DIR: mkdtempSync(path.join(os.tmpdir(), 'lectern-e2e-backups-')),
    DATABASE_URL: url,
    DNS_SERVERS: `127.0.0.1:${dns}`,
    HOME,
    LANG,
    LECTERN_EMBEDDED: '1',
    LECTERN_SECRET: TEST_SECRET,
    LOG_LEVEL: 'warn',
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
    PATH,
    PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true',
    PORT: String(port),
    TMPDIR,
    UPLOADS_DIR: mkdtempSync(path.join(os.tmpdir(), 'lectern-e2e-')),
    WEB_URL: `http://127.0.0.1:${port}`,
  }
}
