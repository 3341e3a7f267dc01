import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'

import pg from 'pg'

import { TEST_SECRET } from '../template'
import { untilHealthy } from './health'
import { commandArgs, startProcess, type Running } from './processes'

/** What the tests started, for `stop.ts` to end. */
export type Started = { database: string; held: pg.Client; processes: Running[]; server: string }

const shared = globalThis as { lecternUnderTest?: Started }

/** What was started, or undefined before `serve` and after a stop. */
export const started = (): Started | undefined => shared.lecternUnderTest

const PREFIX = 'lectern_browser_'

/** Milliseconds the platform may take to be well. */
const PATIENCE = 60_000

/**
 * Brings up the platform as production runs it: a fresh database with the demo schools, the build of
 * `npm run build`, and a worker. Tests find it by E2E_PORT. Throws with words where no build is there.
 */
export default async function serve(): Promise<void> {
  const server = process.env.TEST_DATABASE_URL
  if (!server) {
    throw new Error('TEST_DATABASE_URL names no server; `npm test -- browser` starts one.')
  }
  if (!existsSync('.next/BUILD_ID') || !existsSync('.next/lectern-build')) {
    throw new Error(
      'There is no production build; `npm test -- browser` or `npm run build` makes it.',
    )
  }
  const { database, held, url } = await freshDatabase(server)
  const port = await freePort()
  const dns = await freePort()
  const env = environment({ dns, port, url })
  const processes: Running[] = []
  shared.lecternUnderTest = { database, held, processes, server }
  for (const command of ['migrate', 'seed']) {
    runCommand(command, env)
  }
  processes.push(
    startProcess({
      args: [path.resolve('node_modules/next/dist/bin/next'), 'start', '-p', String(port)],
      env,
      title: 'web',
    }),
    startProcess({ args: commandArgs('worker'), env, title: 'worker' }),
  )
  await Promise.race([
    untilHealthy({ patience: PATIENCE, port }),
    ...processes.map(({ failed }) => failed),
  ])
  process.env.E2E_DNS_PORT = String(dns)
  process.env.E2E_PORT = String(port)
}

/** Runs one of `src/commands` to its end; throws with what it said when it fails. */
const runCommand = (name: string, env: NodeJS.ProcessEnv): void => {
  const { output, status } = spawnSync(process.execPath, commandArgs(name), {
    encoding: 'utf8',
    env,
  })
  if (status !== 0) {
    throw new Error(`src/commands/${name}.ts failed (${status}): ${output.join('').slice(-4000)}`)
  }
}

/** A database nobody else has. A connection to it stays open, so that no other run takes it for a stale one. */
const freshDatabase = async (
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

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', reject)
    probe.listen(0, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })

/** The surroundings of production, and nothing that points at a real engine. */
const environment = ({
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
