import pg from 'pg'

import { eventually } from './eventually'
import { untilHealthy } from './health'
import { send, type Answer } from './http'
import { environment, freePort, freshDatabase, runCommand, startWeb } from './platform'
import { commandArgs, startProcess } from './processes'

const DEMO_PASSWORD = 'lectern-demo'

/** Milliseconds an installation may take to be well. */
const PATIENCE = 150_000

/** Milliseconds it may then take to be at rest: it draws every picture in a slow kind. */
const REST = 90_000

/** A platform of one's own, with the demo schools; `end` takes all of it away. */
export type Installation = {
  end: () => Promise<void>
  /** Surroundings of its servers, for one more. */
  env: NodeJS.ProcessEnv
  /** Of its web servers, in the order of their ports. */
  pids: number[]
  ports: number[]
}

/**
 * Waits until the worker has done what followed from making the demo schools: pictures in further kinds, for one,
 * after which their pages are made anew.
 */
const untilAtRest = (database: pg.Client): Promise<true> =>
  eventually(async () => {
    const { rows } = await database.query<{ waiting: boolean }>(
      `select exists (select 1 from pgboss.job
         where state in ('created', 'retry', 'active') and start_after < now() + interval '1 minute') as waiting`,
    )

    return rows[0]?.waiting === false
  }, REST)

/**
 * Brings up a platform with as many web servers as there are `ports`, a worker, and settings beside those of the tests;
 * nothing is left to do in it.
 */
export const install = async ({
  name,
  ports,
  settings = {},
  through = (url) => url,
}: {
  /** Begins the names of its logs. */
  name: string
  ports: readonly [number, ...number[]]
  settings?: Record<string, string>
  /** By which address the servers reach the database, given its own. */
  through?: (url: string) => string
}): Promise<Installation> => {
  const { database, held, url } = await freshDatabase(process.env.TEST_DATABASE_URL ?? '')
  const own = { ...environment({ dns: await freePort(), port: ports[0], url }), ...settings }
  for (const command of ['migrate', 'seed']) {
    runCommand(command, own)
  }
  const env = { ...own, DATABASE_URL: through(url) }
  const webs = ports.map((port, nth) =>
    startWeb({ env: { ...env, PORT: String(port) }, port, title: `${name}-web-${nth + 1}` }),
  )
  const processes = [
    ...webs,
    startProcess({ args: commandArgs('worker'), env, title: `${name}-worker` }),
  ]
  await Promise.all(ports.map((port) => untilHealthy({ patience: PATIENCE, port })))
  await untilAtRest(held)

  return {
    end: async () => {
      await Promise.all(processes.map(({ end }) => end()))
      await held.end()
      const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL })
      await client.connect()
      await client.query(`drop database if exists "${database}" with (force)`)
      await client.end()
    },
    env,
    pids: webs.flatMap(({ pid }) => pid ?? []),
    ports: [...ports],
  }
}

type Call = (method: string, path: string, body?: unknown) => Promise<Answer>

/** Somebody of a demo school of an installation, signed in at one of its servers. */
export const memberAt = async ({
  email,
  port,
  school,
}: {
  email: string
  port: number
  school: string
}): Promise<Call> => {
  const host = `${school}.localhost:${port}`
  const headers: Record<string, string> = { origin: `http://${host}` }
  const call: Call = (method, path, body) => send({ body, headers, host, method, path, port })
  const { headers: answered } = await call('POST', '/api/auth/sign-in/email', {
    email,
    password: DEMO_PASSWORD,
  })
  headers.cookie = (answered['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ')

  return call
}
