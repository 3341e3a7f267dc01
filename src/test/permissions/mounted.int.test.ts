import { GET } from '@/app/(payload)/api/[...slug]/route'
import { tenantOfHost } from '@/database/hosts'
import { AUTH_RULES } from '@/domain/identity/permissions/auth'
import { COLLECTION_RULES, REST_ROUTES } from '@/domain/identity/permissions/collections'
import {
  ENDPOINT_RULES,
  GRAPHQL_RULES,
  PAYLOAD_RULES,
} from '@/domain/identity/permissions/endpoints'
import { authFor } from '@/operations/identity/auth'
import { seedDemo } from '@/seed/demo'
import { testPayload } from '@/test/harness'

import { graphqlFields } from './graphqlNames'
import { graphqlSchema } from './graphqlSchema'

const payload = testPayload()
const HOST = 'aurora.localhost'

/** Has no API at all: Payload keeps its rows for itself. */
const WITHOUT_API = 'payload-migrations'

const slugs = () =>
  payload()
    .config.collections.map(({ slug }) => slug)
    .filter((slug) => slug !== WITHOUT_API)

type Mounted = { method?: string; path: string }

const nameOf = ({ method = '', path }: Mounted, slug = ''): string =>
  `${method.toUpperCase()} ${slug}${path}`.replace(/\([^)]*\)/g, '')

/** `GET /:id` as `GET /*`. */
const routeOf = (mounted: Mounted): string => nameOf(mounted).replace(/:id\b/g, '*')

/** Requests that are no collection's operation, each as the matrix names it. */
const requests = (): string[] => [
  ...payload().config.endpoints.map((one) => nameOf(one)),
  ...payload().config.globals.map(({ slug }) => `a global: ${String(slug)}`),
  ...payload().config.collections.flatMap(({ slug, endpoints }) =>
    (endpoints || [])
      .filter((one) => !(routeOf(one) in REST_ROUTES))
      .map((one) => nameOf(one, one.path === '/access/:id?' ? '/:collection' : `/${slug}`)),
  ),
]

beforeAll(async () => {
  await seedDemo({ payload: payload(), say: () => undefined })
  // The first request mounts what Payload mounts under Next alone.
  await GET(new Request('http://localhost/api/nothing'), {
    params: Promise.resolve({ slug: ['nothing'] }),
  })
}, 300_000)

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort()

describe('the published matrix has a row for', () => {
  it('every collection, and no other', () => {
    expect(sorted(Object.keys(COLLECTION_RULES))).toEqual(sorted(slugs()))
  })

  it('every request that is mounted, and no other', () => {
    expect(sorted(requests())).toEqual(
      sorted([...Object.keys(ENDPOINT_RULES), ...Object.keys(PAYLOAD_RULES)]),
    )
  })

  it('every request that signing in takes, and no other', async () => {
    const tenant = await tenantOfHost(HOST)
    if (!tenant) {
      throw new Error(`No school at ${HOST}.`)
    }
    type Served = {
      options?: { metadata?: { SERVER_ONLY?: boolean }; method?: string | string[] }
      path?: string
    }
    const { api } = authFor({ host: HOST, payload: payload(), tenant })
    const served = Object.values(api as unknown as Record<string, Served>)
    const names = served
      .filter(({ options, path }) => path && !options?.metadata?.SERVER_ONLY)
      .flatMap(({ options, path }) =>
        [options?.method ?? []].flat().map((method) => `${method} /auth${path}`),
      )
    expect(sorted(names)).toEqual(sorted(Object.keys(AUTH_RULES)))
  })

  it('every field of the GraphQL schema, and no other', async () => {
    const schema = await graphqlSchema(HOST)
    const fields = [
      ...Object.keys(schema.getQueryType()?.getFields() ?? {}).map((name) => `query ${name}`),
      ...Object.keys(schema.getMutationType()?.getFields() ?? {}).map((name) => `mutation ${name}`),
    ]
    const ofCollections = new Set(
      slugs().flatMap((slug) => Object.keys(graphqlFields(payload(), slug))),
    )
    expect(sorted(fields.filter((name) => !ofCollections.has(name)))).toEqual(
      sorted(Object.keys(GRAPHQL_RULES)),
    )
    expect(fields.length).toBeGreaterThan(200)
  })
})

describe('nothing of the API stands', () => {
  it('at a way to copy rows where the matrix lets nobody copy by hand', () => {
    const copied = payload()
      .config.collections.filter(({ endpoints }) =>
        (endpoints || []).some(({ path }) => path === '/:id/duplicate'),
      )
      .map(({ slug }) => slug)
    const never = ['coupons', 'domains', 'email-templates', 'secrets', 'tenants', 'users']
    expect(copied.filter((slug) => never.includes(slug))).toEqual([])
  })
})
