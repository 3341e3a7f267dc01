import type { Endpoint } from 'payload'

import { COLLECTION_RULES, REST_ROUTES } from '@/domain/identity/permissions/collections'
import { ENDPOINT_RULES, PAYLOAD_RULES } from '@/domain/identity/permissions/endpoints'
import { systemPool } from '@/database/hosts'
import { seedDemo } from '@/seed/demo'
import { testPayload } from '@/test/harness'
import type { Actor } from '@/test/isolation/actors'
import { signIn } from '@/test/isolation/actors'
import type { Asked } from '@/test/isolation/calls'
import { callsAt } from '@/test/isolation/calls'

import { pick, randomFrom } from './random'
import { bodyOf, IDS, queryOf, VALUES } from './values'

/** FUZZ_SEED repeats another run; FUZZ_ROUNDS makes it longer. */
const SEED = Number(process.env.FUZZ_SEED ?? 20261122)
const ROUNDS = Number(process.env.FUZZ_ROUNDS ?? 1)

const payload = testPayload()
const HOST = 'aurora.localhost'
const api = callsAt(HOST)

type Call = { method: string; path: string }
type Sent = Asked & { method: NonNullable<Asked['method']> }

/** Not asked: it waits for a worker, or ends the session that the others need. */
const LEFT_OUT =
  /^(?:POST \/users\/logout|DELETE \/account|POST \/account\/(?:erasure|sessions)|POST \/auth)/

const callOf = (name: string): Call => {
  const [method = '', path = ''] = name.split(' ')

  return { method, path: path.slice(1) }
}

const OURS = [ENDPOINT_RULES, PAYLOAD_RULES]
  .flatMap((rules) => Object.keys(rules))
  .filter((name) => !LEFT_OUT.test(name))
  .map(callOf)

const PAYLOADS = Object.keys(COLLECTION_RULES).flatMap((slug) =>
  Object.keys(REST_ROUTES).map((route) => {
    const { method, path } = callOf(route)

    return { method, path: `${slug}/${path}`.replace(/\/$/, '') }
  }),
)

/** Names that an endpoint reads, by its method and path. */
const namesRead = (): Map<string, string[]> =>
  new Map(
    payload().config.endpoints.map(({ custom, method, path }: Endpoint) => {
      const { input } = (custom ?? {}) as { input?: { shape?: object } }

      return [`${method.toUpperCase()} ${path.slice(1)}`, Object.keys(input?.shape ?? {})]
    }),
  )

let random: () => number
let known: Map<string, string[]>
let other = ''
const actors: Actor[] = [{ name: 'nobody', cookie: '' }]

beforeAll(async () => {
  await seedDemo({ payload: payload(), say: () => undefined })
  for (const name of ['student', 'owner']) {
    actors.push(
      await signIn({ name, email: `${name}@aurora.test`, host: HOST, payload: payload() }),
    )
  }
  const { rows } = await systemPool().query<{ id: string }>(
    `select id from tenants where slug = 'ofek'`,
  )
  other = rows[0]?.id ?? ''
  known = namesRead()
  random = randomFrom(SEED)
  process.stdout.write(`The fuzz run has the seed ${SEED}.\n`)
}, 300_000)

/** A request to one operation that no page of ours would send. */
const wrong = ({ method, path }: Call): Sent => {
  const filled = path
    .replace(/:\w+\??/g, () => pick(random, IDS))
    .replaceAll('*', () => pick(random, IDS))
  const names = known.get(`${method} ${path}`) ?? []
  const search = names
    .map((name) => {
      const value = pick(random, VALUES)

      return `${name}=${encodeURIComponent((typeof value === 'string' ? value : JSON.stringify(value)).toWellFormed())}`
    })
    .join('&')
    .slice(0, 6000)
  const query = names.length > 0 && method === 'GET' ? search : queryOf(random)

  return {
    method: method as Sent['method'],
    path: `${filled}?${query}`,
    ...(method !== 'GET' && {
      form:
        random() < 0.05
          ? pick(random, ['{', '', '[]', 'null', '"x"', '{"a":1}{', '\u0000'])
          : JSON.stringify(bodyOf(random, names)),
      headers: { 'Content-Type': 'application/json' },
    }),
  }
}

/** How often each status was answered. */
const statuses = new Map<number, number>()

/** What is wrong with the answer to a wrong request; null where it is refused, or answered rightly. */
const fault = async (actor: Actor, sent: Sent): Promise<null | string> => {
  const began = Date.now()
  const { status, text } = await api.rest(actor, sent)
  statuses.set(status, (statuses.get(status) ?? 0) + 1)
  const said = (what: string) =>
    `${what}: ${actor.name} ${sent.method} ${sent.path.slice(0, 300)} ${(typeof sent.form === 'string' ? sent.form : '').slice(0, 300)} → ${status} ${text.slice(0, 200)}`
  // No worker runs beside a test, and the health check says so.
  if (status >= 500 && !sent.path.startsWith('health')) {
    return said('a fault')
  }
  if (text.includes(other)) {
    return said('a foreign row')
  }

  return Date.now() - began > 3500 ? said('slept') : null
}

/** How many rows each table has. */
const counted = async (): Promise<Record<string, number>> => {
  const pool = systemPool()
  const { rows: tables } = await pool.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public' where c.relkind = 'r' order by 1`,
  )
  const counts: [string, number][] = []
  for (const { name } of tables) {
    const { rows } = await pool.query<{ all: number }>(`select count(*)::int as all from "${name}"`)
    counts.push([name, rows[0]?.all ?? 0])
  }

  return Object.fromEntries(counts)
}

/** Tables in which what visitors may do leaves something: their carts, and what was counted. */
const MAY_GROW = ['auth_verifications', 'lectern_limits', 'carts', 'carts_items']

describe.each([
  ['an endpoint of ours', OURS],
  ['a collection', PAYLOADS],
])('%s', (_, calls) => {
  it.each([0, 1, 2])(
    'answers nothing but refusals, or what is right, to wrong requests of actor %s',
    async (nth) => {
      const actor = actors[nth] as Actor
      const before = nth === 0 ? await counted() : {}
      const faults: string[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const call of calls) {
          const found = await fault(actor, wrong(call))
          if (found) {
            faults.push(found)
          }
        }
      }
      expect(faults).toEqual([])
      if (nth === 0) {
        const after = await counted()
        const grown = Object.keys(after).filter((name) => after[name] !== before[name])
        expect(grown.filter((name) => !MAY_GROW.includes(name))).toEqual([])
      }
    },
    400_000,
  )
})

it('came far enough to be refused in every way', () => {
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 401, 403, 404]))
})

describe('GraphQL', () => {
  const deep = (levels: number): string =>
    `{ Courses(limit: 1) { docs ${'{ sections { docs '.repeat(levels)}{ id }${' } }'.repeat(levels)} } }`

  it.each([
    ['{', 'is no query'],
    ['{ Courses(limit: "x") { docs { id } } }', 'has a wrong type'],
    ['{ Courses(where: { nothing: { equals: 1 } }) { docs { id } } }', 'names no field'],
    ['{ Users { docs { password } } }', 'asks for what is no field'],
    ['{ __schema { types { name fields { name type { name } } } } }', 'asks for all there is'],
    [deep(30), 'goes deep'],
    [
      `{ ${Array.from({ length: 800 }, (_, at) => `a${at}: Courses(limit: 100) { docs { id } }`).join(' ')} }`,
      'asks for much at once',
    ],
    ['query ($a: [Int!]!) { Courses(page: $a) { docs { id } } }', 'has no variables'],
    ['mutation { deleteUser(id: "\\u0000") { id } }', 'has a character that nothing holds'],
  ])(
    'refuses what %#: %s',
    async (query) => {
      for (const actor of actors) {
        const began = Date.now()
        const { status, text } = await api.graphql(actor, query)
        expect([actor.name, status < 500, text.includes(other)]).toEqual([actor.name, true, false])
        expect(Date.now() - began).toBeLessThan(10_000)
      }
    },
    120_000,
  )
})
