import type { Gate } from './gate'
import type { Installation } from './installation'
import type { Running } from './processes'

import en from '@/messages/closed/en.json' with { type: 'json' }
import he from '@/messages/closed/he.json' with { type: 'json' }

import { eventually } from './eventually'
import { gateTo } from './gate'
import { send } from './http'
import { untilHealthy } from './health'
import { install, memberAt } from './installation'
import { freePort, startWeb } from './platform'

/*
 * A platform whose database cannot be reached for a while, behind a gate that is shut and opened again. Nobody
 * restarts anything.
 */

let gate: Gate
let installation: Installation
let port: number
const late: Running[] = []

beforeAll(async () => {
  const { hostname: host, port: to } = new URL(process.env.TEST_DATABASE_URL ?? '')
  gate = await gateTo({ host, port: await freePort(), to: Number(to || 5432) })
  port = await freePort()
  installation = await install({
    name: 'database-away',
    ports: [port],
    through: (url) => Object.assign(new URL(url), { host: `127.0.0.1:${gate.port}` }).toString(),
  })
}, 300_000)

afterAll(async () => {
  await Promise.all(late.map(({ end }) => end()))
  await installation?.end()
  await gate?.shut()
}, 180_000)

const at = (path: string, headers: Record<string, string> = {}, school = 'aurora') =>
  send({ headers, host: `${school}.localhost:${port}`, path, port })

const isKept = async (path: string) => String((await at(path)).headers.etag).startsWith('W/')

/** As long as a database may take to be missed, and to be found again. */
const PATIENCE = 40_000

it('shows the pages it has, says of all others that they cannot be shown now, and goes on by itself', async () => {
  await eventually(() => isKept('/courses/seeing-light'))
  expect((await at('/sign-in')).status).toBe(200)
  await gate.shut()

  const page = await eventually(async () => {
    const answer = await at('/sign-in')

    return answer.status === 503 && answer
  }, PATIENCE)
  expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'retry-after': '15' })
  expect(page.headers['content-type']).toContain('text/html')
  expect(page.text).toContain(`<h1>${en.closed.away.title}</h1>`)
  expect(page.text).toContain('Aurora')
  expect(page.text).toContain('--accent')
  const hebrew = await at('/dashboard', { cookie: 'locale=he' })
  expect([hebrew.status, hebrew.text.includes('<html dir="rtl" lang="he">')]).toEqual([503, true])
  expect(hebrew.text).toContain(he.closed.away.title)
  const asked = await at('/api/session')
  expect([asked.status, asked.json()]).toEqual([503, { code: 'unavailable' }])
  const kept = await at('/courses/seeing-light')
  expect([kept.status, kept.text.includes('Seeing light')]).toEqual([200, true])

  await gate.open()
  await eventually(async () => (await at('/sign-in')).status === 200, PATIENCE)
  expect((await at('/api/session')).status).toBe(200)
  expect((await at('/courses')).status).toBe(200)
}, 180_000)

it('takes changes again afterwards, and shows them', async () => {
  const ask = await memberAt({ email: 'owner@aurora.test', port, school: 'aurora' })
  const { docs } = (
    await ask('GET', '/api/courses?where[slug][equals]=seeing-light&depth=0')
  ).json<{ docs: { id: string }[] }>()
  const changed = await ask('PATCH', `/api/courses/${docs[0]?.id}`, {
    _status: 'published',
    title: 'Seeing light again',
  })

  expect(changed.status).toBe(200)
  await eventually(
    async () => (await at('/courses/seeing-light')).text.includes('Seeing light again'),
    PATIENCE,
  )
}, 180_000)

it('opens all there is once the database can be reached, at a server that began without it', async () => {
  await gate.shut()
  const second = await freePort()
  late.push(
    startWeb({
      env: { ...installation.env, PORT: String(second) },
      port: second,
      title: 'database-away-web-2',
    }),
  )
  const ask = (path: string) =>
    send({ host: `aurora.localhost:${second}`, path, port: second }).catch(() => null)
  await eventually(async () => Number((await ask('/api/health'))?.status) >= 500, PATIENCE)
  await gate.open()
  await untilHealthy({ patience: PATIENCE, port: second })

  const id = crypto.randomUUID()
  const stream = await ask(`/api/stream/${id}/${id}/master.m3u8`)
  expect([stream?.status, stream?.json()]).toEqual([401, { code: 'noGrant' }])
}, 180_000)
