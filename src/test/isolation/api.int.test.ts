import config from '@payload-config'
import { GRAPHQL_POST, REST_DELETE, REST_GET, REST_PATCH, REST_POST } from '@payloadcms/next/routes'
import pg from 'pg'

import { asHost, asTenant } from '@/database/scope'
import { env } from '@/env'
import { seedDemo } from '@/seed/demo'
import { seedPeople } from '@/seed/school'
import { requestOf, testPayload } from '@/test/harness'

import type { Actor } from './actors'
import type { Table } from './tables'

import { signIn } from './actors'
import { fillTables } from './planting'
import { describeTables, rowsOf } from './tables'

const payload = testPayload()

const HOST = 'aurora.localhost'
const ORIGIN = `http://${HOST}:3000`

let owner: pg.Client
let tables: Table[]
let actors: Actor[]
let school: string
/** Every id of the other school's rows, and its own. */
let foreign: Set<string>
/** One id of the other school per collection. */
const victims = new Map<string, string>()

const tableOf = (slug: string) => slug.replace(/-/g, '_')

const routes = { DELETE: REST_DELETE, GET: REST_GET, PATCH: REST_PATCH, POST: REST_POST }

/** One call of Payload's REST API on the first school's host, as `actor`. */
const rest = (
  actor: Actor,
  method: keyof typeof routes,
  path: string,
  body?: object,
): Promise<{ status: number; text: string }> =>
  asHost(HOST, async () => {
    const [pathname = '', search = ''] = path.split('?')
    const answer = await routes[method](config)(
      new Request(`${ORIGIN}/api/${path}`, {
        body: body && JSON.stringify(body),
        headers: {
          'Content-Type': 'application/json',
          cookie: actor.cookie,
          host: HOST,
          origin: ORIGIN,
        },
        method,
      }),
      { params: Promise.resolve({ slug: pathname.split('/') }) },
    )

    return { status: answer.status, text: search === 'binary' ? '' : await answer.text() }
  })

const graphql = (actor: Actor, query: string): Promise<{ status: number; text: string }> =>
  asHost(HOST, async () => {
    const answer = await GRAPHQL_POST(config)(
      new Request(`${ORIGIN}/api/graphql`, {
        body: JSON.stringify({ query }),
        headers: {
          'Content-Type': 'application/json',
          cookie: actor.cookie,
          host: HOST,
          origin: ORIGIN,
        },
        method: 'POST',
      }),
    )

    return { status: answer.status, text: await answer.text() }
  })

/** Ids of the other school that an answer gives away, apart from those that the caller sent. */
const leaked = (text: string, sent: string[] = []): string[] =>
  (text.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? []).filter(
    (id) => foreign.has(id) && !sent.includes(id),
  )

const collections = () =>
  payload().config.collections.filter(({ slug }) => !slug.startsWith('payload-'))

beforeAll(async () => {
  owner = new pg.Client({ connectionString: env().DATABASE_URL })
  await owner.connect()
  await seedDemo({ payload: payload(), say: () => undefined })
  const { rows } = await owner.query<{ id: string; slug: string }>('select id, slug from tenants')
  const idOf = (slug: string) => rows.find((row) => row.slug === slug)?.id ?? ''
  school = idOf('aurora')
  const other = idOf('ofek')
  tables = await describeTables(owner)
  await fillTables({ client: owner, tables, tenant: school })
  await fillTables({ client: owner, tables, tenant: other })
  foreign = new Set([other])
  for (const table of tables) {
    const ids = await rowsOf({ client: owner, table, tenant: other })
    ids.forEach((id) => foreign.add(id))
    victims.set(table.name, ids[0] ?? '')
  }
  await owner.query(`update users set status = 'active' where tenant_id = $1`, [school])
  const at = (host: string, email: string, name: string) =>
    signIn({ name, email, host, payload: payload() })
  await asTenant(school, async () =>
    seedPeople({
      people: [{ name: 'Ida', email: 'instructor@aurora.test', roles: ['instructor'] }],
      req: await requestOf(),
      tenant: school,
    }),
  )
  actors = [
    { name: 'anonymous', cookie: '' },
    await at(HOST, 'student@aurora.test', 'student of A'),
    await at(HOST, 'instructor@aurora.test', 'instructor of A'),
    await at(HOST, 'owner@aurora.test', 'owner of A'),
    await at('ofek.localhost', 'owner@ofek.test', 'owner of B, on the host of A'),
    await at('localhost', 'super@lectern.test', 'platform staff, on the host of A'),
  ]
}, 120_000)

afterAll(() => owner.end())

describe('two schools over the API', () => {
  it('never lists, counts, shows or gives the versions of another school’s rows over REST', async () => {
    const found: string[] = []
    for (const actor of actors) {
      for (const { slug, versions } of collections()) {
        const victim = victims.get(tableOf(slug)) ?? ''
        const paths = [
          `${slug}?limit=200&depth=2&draft=true`,
          `${slug}/count`,
          `${slug}/${victim}?depth=1`,
          `${slug}?where[id][equals]=${victim}`,
        ]
        if (versions) {
          paths.push(`${slug}/versions?limit=200&depth=1`)
        }
        for (const path of paths) {
          const { status, text } = await rest(actor, 'GET', path)
          const ids = leaked(text, [victim])
          const shown = path.includes(`/${victim}`) && status === 200
          if (ids.length > 0 || shown || status >= 500) {
            found.push(`${actor.name}: GET ${path} → ${status} ${ids.join()}`)
          }
        }
      }
    }
    expect(found).toEqual([])
  }, 240_000)

  it('never changes, deletes or restores another school’s rows over REST', async () => {
    const found: string[] = []
    for (const actor of actors) {
      for (const { slug } of collections()) {
        const victim = victims.get(tableOf(slug)) ?? ''
        for (const method of ['PATCH', 'DELETE'] as const) {
          const { status } = await rest(
            actor,
            method,
            `${slug}/${victim}`,
            method === 'PATCH' ? { name: 'mine now', title: 'mine now' } : undefined,
          )
          if (status < 400 || status >= 500) {
            found.push(`${actor.name}: ${method} ${slug} → ${status}`)
          }
        }
      }
    }
    expect(found).toEqual([])
    for (const table of tables) {
      const id = victims.get(table.name)
      const { rows } = await owner.query(`select 1 from "${table.name}" where id::text = $1`, [id])
      expect([table.name, rows.length]).toEqual([table.name, 1])
    }
  }, 240_000)

  it('answers the other school’s counts with nothing, and its own with its own', async () => {
    const boss = actors.find(({ name }) => name === 'owner of A')
    const { text } = await rest(boss ?? { name: '', cookie: '' }, 'GET', 'courses/count')
    const { rows } = await owner.query<{ n: number }>(
      'select count(*)::int as n from courses where tenant_id = $1',
      [school],
    )
    expect(JSON.parse(text)).toEqual({ totalDocs: rows[0]?.n })
  })

  it('keeps GraphQL behind the same wall', async () => {
    const boss = actors.find(({ name }) => name === 'owner of A') ?? { name: '', cookie: '' }
    const { text: described } = await graphql(
      boss,
      '{ __schema { queryType { fields { name args { name } type { fields { name } } } } } }',
    )
    type Field = {
      args: { name: string }[]
      name: string
      type: { fields: { name: string }[] | null }
    }
    const { fields } = (
      JSON.parse(described) as { data: { __schema: { queryType: { fields: Field[] } } } }
    ).data.__schema.queryType
    const takes = ({ args }: Field, arg: string) => args.some(({ name }) => name === arg)
    const gives = ({ type }: Field, name: string) =>
      type.fields?.some((field) => field.name === name)
    const queries = fields.flatMap((field) => {
      if (gives(field, 'docs')) {
        return [`{ ${field.name}(limit: 200) { totalDocs docs { id } } }`]
      }
      if (takes(field, 'id') && gives(field, 'id')) {
        const ids = [...new Set(victims.values())]

        return [`{ ${ids.map((id, i) => `a${i}: ${field.name}(id: "${id}") { id }`).join(' ')} }`]
      }

      return gives(field, 'totalDocs') ? [`{ ${field.name} { totalDocs } }`] : []
    })
    expect(queries.length).toBeGreaterThan(50)
    const found: string[] = []
    for (const actor of actors) {
      for (const query of queries) {
        const { status, text } = await graphql(actor, query)
        if (leaked(text.replace(/"(?:message|query)":"[^"]*"/g, '')).length > 0 || status >= 500) {
          found.push(`${actor.name}: ${query} → ${status} ${text.slice(0, 200)}`)
        }
      }
    }
    expect(found).toEqual([])
    const { text: own } = await graphql(boss, '{ Courses(limit: 200) { totalDocs } }')
    expect(own).toContain('"totalDocs":')
    expect(own).not.toContain('"totalDocs":0')
  }, 240_000)

  it('serves no file of another school', async () => {
    const { rows } = await owner.query<{ filename: string }>(
      `select filename from media where id::text = any($1)`,
      [[...foreign]],
    )
    const { rows: own } = await owner.query<{ filename: string }>(
      'select filename from media where tenant_id = $1',
      [school],
    )
    const theirs = rows.filter(
      ({ filename }) => filename && !own.some((file) => file.filename === filename),
    )
    expect(theirs.length).toBeGreaterThan(0)
    for (const actor of actors) {
      for (const { filename } of theirs) {
        const { status } = await rest(actor, 'GET', `media/file/${filename}?binary`)
        expect([401, 403, 404]).toContain(status)
      }
    }
  })

  it('lets no custom endpoint reach a row of another school', async () => {
    const found: string[] = []
    const ours = payload().config.collections.flatMap(({ slug, endpoints }) =>
      (endpoints || [])
        .filter(({ custom }) => custom)
        .map((endpoint) => ({ ...endpoint, path: `/${slug}${endpoint.path}` })),
    )
    const reachable = [
      ...payload().config.endpoints.filter(
        ({ path }) => !path.startsWith('/access') && path !== '/graphql',
      ),
      ...ours,
    ]
    expect(ours.length).toBeGreaterThan(3)
    for (const actor of actors) {
      for (const { method, path } of reachable) {
        if (!(method.toUpperCase() in routes)) {
          continue
        }
        for (const victim of new Set(victims.values())) {
          const filled = path.slice(1).replace(/:\w+/g, victim)
          const body = {
            id: victim,
            answers: {},
            items: [{ offer: victim }],
            lesson: victim,
            offer: victim,
            position: 1,
            quiz: victim,
            spans: [[0, 1]],
          }
          const asked = method.toUpperCase() as keyof typeof routes
          const { status, text } = await rest(
            actor,
            asked,
            asked === 'GET' ? `${filled}?id=${victim}&lesson=${victim}&offer=${victim}` : filled,
            asked === 'GET' ? undefined : body,
          )
          const ids = leaked(text, [victim])
          if (ids.length > 0 || (status >= 500 && path !== '/health')) {
            found.push(
              `${actor.name}: ${method} ${path} with ${victim} → ${status} ${text.slice(0, 160)}`,
            )
          }
          if (!path.includes(':') && asked === 'GET') {
            break
          }
        }
      }
    }
    expect(found).toEqual([])
  }, 240_000)

  it('declares every access of every collection, Payload’s own included', () => {
    const needed = ['create', 'read', 'update', 'delete']
    const open = payload().config.collections.flatMap(({ slug, access }) =>
      needed
        .filter((name) => typeof (access as Record<string, unknown>)[name] !== 'function')
        .map((name) => `${slug}.${name}`),
    )
    expect(open).toEqual([])
    const defaulted = payload()
      .config.collections.filter(
        ({ slug, access }) =>
          !slug.startsWith('payload-') && /Boolean\(user\)/.test(access.read?.toString() ?? ''),
      )
      .map(({ slug }) => slug)
    expect(defaulted).toEqual([])
  })
})
