import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'

import pg from 'pg'

import { eventually } from './eventually'
import { untilHealthy } from './health'
import { send, type Answer } from './http'
import { environment, freePort, freshDatabase, runCommand, startWeb } from './platform'
import { commandArgs, startProcess, type Running } from './processes'

/*
 * Two web servers and a worker on one database and one Redis, as an installation grows to: what one of them
 * rebuilds, the other shows.
 */

const OWNER = { email: 'owner@aurora.test', password: 'lectern-demo' }
const COURSE = '/courses/seeing-light'

let database: Awaited<ReturnType<typeof freshDatabase>>
let redis: ChildProcess
let ports: [first: number, second: number]
const processes: Running[] = []

const startRedis = async (port: number): Promise<ChildProcess> => {
  const child = spawn('redis-server', ['--port', String(port), '--save', '', '--bind', '127.0.0.1'])
  await Promise.race([
    eventually(async () => {
      for await (const line of child.stdout) {
        if (String(line).includes('Ready to accept connections')) {
          return true
        }
      }

      return false
    }),
    once(child, 'error').then(([error]) => Promise.reject(error as Error)),
  ])
  child.stdout.resume()

  return child
}

beforeAll(async () => {
  database = await freshDatabase(process.env.TEST_DATABASE_URL ?? '')
  const redisPort = await freePort()
  redis = await startRedis(redisPort)
  ports = [await freePort(), await freePort()]
  const env = {
    ...environment({ dns: await freePort(), port: ports[0], url: database.url }),
    REDIS_URL: `redis://127.0.0.1:${redisPort}`,
  }
  for (const command of ['migrate', 'seed']) {
    runCommand(command, env)
  }
  processes.push(
    startWeb({ env, port: ports[0], title: 'first-web' }),
    startWeb({ env: { ...env, PORT: String(ports[1]) }, port: ports[1], title: 'second-web' }),
    startProcess({ args: commandArgs('worker'), env, title: 'two-servers-worker' }),
  )
  await Promise.all(ports.map((port) => untilHealthy({ patience: 60_000, port })))
}, 180_000)

afterAll(async () => {
  await Promise.all(processes.map(({ end }) => end()))
  redis?.kill('SIGTERM')
  await database?.held.end()
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL })
  await client.connect()
  await client.query(`drop database if exists "${database?.database}" with (force)`)
  await client.end()
}, 60_000)

const at = (port: number, path: string, school = 'aurora'): Promise<Answer> =>
  send({ host: `${school}.localhost:${ports[0]}`, path, port })

const isFromCache = ({ headers, status }: Answer): boolean =>
  status === 200 && headers['x-nextjs-cache'] === 'HIT'

/** The owner, signed in at the first server. */
const ownerAtFirst = async () => {
  const [port] = ports
  const host = `aurora.localhost:${port}`
  const headers: Record<string, string> = { origin: `http://${host}` }
  const signedIn = await send({
    body: OWNER,
    headers,
    host,
    method: 'POST',
    path: '/api/auth/sign-in/email',
    port,
  })
  headers.cookie = (signedIn.headers['set-cookie'] ?? [])
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

  return (method: string, path: string, body?: unknown): Promise<Answer> =>
    send({ body, headers, host, method, path, port })
}

it('shows what one server rendered from the other one’s cache', async () => {
  const [first, second] = ports
  await eventually(async () => isFromCache(await at(first, COURSE)))
  const answer = await at(second, COURSE)

  expect(isFromCache(answer)).toBe(true)
  expect(answer.text).toContain('Seeing light')
}, 60_000)

it('shows a change made at one server on the other within seconds, and leaves other schools’ pages kept', async () => {
  const [first, second] = ports
  for (const port of ports) {
    await eventually(async () => isFromCache(await at(port, COURSE)))
    await eventually(async () => isFromCache(await at(port, '/courses', 'ofek')))
  }
  const ask = await ownerAtFirst()
  const { docs } = (
    await ask('GET', '/api/courses?where[slug][equals]=seeing-light&depth=0')
  ).json<{
    docs: { id: string }[]
  }>()
  const changed = await ask('PATCH', `/api/courses/${docs[0]?.id}`, {
    _status: 'published',
    title: 'Seeing light anew',
  })
  expect(changed.status).toBe(200)

  for (const port of [second, first]) {
    await eventually(async () => (await at(port, COURSE)).text.includes('Seeing light anew'))
    await eventually(async () => (await at(port, '/courses')).text.includes('Seeing light anew'))
    expect(isFromCache(await at(port, '/courses', 'ofek'))).toBe(true)
  }
  const again = await eventually(async () => {
    const answer = await at(second, COURSE)

    return isFromCache(answer) && answer
  })
  expect(again.text).toContain('Seeing light anew')
}, 60_000)
