import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'

import { eventually } from './eventually'
import { send, type Answer } from './http'
import { install, memberAt, type Installation } from './installation'
import { freePort } from './platform'

/*
 * Two web servers and a worker on one database and one Redis, as an installation grows to: what one of them
 * rebuilds, the other shows.
 */

const COURSE = '/courses/seeing-light'

let installation: Installation
let redis: ChildProcess
let ports: [first: number, second: number]

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
  const redisPort = await freePort()
  redis = await startRedis(redisPort)
  ports = [await freePort(), await freePort()]
  installation = await install({
    name: 'two-servers',
    ports,
    settings: { REDIS_URL: `redis://127.0.0.1:${redisPort}` },
  })
}, 300_000)

afterAll(async () => {
  await installation?.end()
  redis?.kill('SIGTERM')
}, 180_000)

const at = (port: number, path: string, school = 'aurora'): Promise<Answer> =>
  send({ host: `${school}.localhost:${ports[0]}`, path, port })

const isFromCache = ({ headers, status }: Answer): boolean =>
  status === 200 && headers['x-nextjs-cache'] === 'HIT'

it('shows what one server rendered from the other one’s cache', async () => {
  const [first, second] = ports
  await eventually(async () => isFromCache(await at(first, COURSE)))
  const answer = await at(second, COURSE)

  expect(isFromCache(answer)).toBe(true)
  expect(answer.text).toContain('Seeing light')
}, 180_000)

it('shows a change made at one server on the other within seconds, and leaves other schools’ pages kept', async () => {
  const [first, second] = ports
  for (const port of ports) {
    await eventually(async () => isFromCache(await at(port, COURSE)))
    await eventually(async () => isFromCache(await at(port, '/courses', 'ofek')))
  }
  const ask = await memberAt({ email: 'owner@aurora.test', port: first, school: 'aurora' })
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
}, 180_000)
