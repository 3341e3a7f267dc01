import type { CollectionSlug } from 'payload'

import pg from 'pg'

import type { Caller, Grant, Operation } from '@/domain/identity/permissions'
import type { Answered } from '@/test/isolation/calls'

import { asPlatform, asTenant } from '@/database/scope'
import { COLLECTION_RULES, grantOf, OPERATIONS } from '@/domain/identity/permissions'
import { env } from '@/env'
import { testPayload } from '@/test/harness'
import { callsAt } from '@/test/isolation/calls'
import { twoSchools } from '@/test/isolation/twoSchools'

import type { Called } from './callers'
import type { Ground } from './documents'

import { callersOf } from './callers'
import { documentFor, isMadeByHand, upload } from './documents'
import { graphqlGrant, graphqlNames } from './graphqlCells'
import { groundOf } from './ground'

const payload = testPayload()

const HOST = 'aurora.localhost'
const { graphql, rest } = callsAt(HOST)
const platformCalls = callsAt('localhost')

/** Payload's own, of which no rule of ours speaks. */
const UNLISTED: Record<string, string> = {
  'payload-migrations': 'has no API',
  'payload-preferences': 'notes of the admin panel; everybody has their own',
}

let owner: pg.Client
let school: string
let platform: string
let callers: Called[]
let strangers: Called[]
/** Rows to point at, in the school and on the platform. */
let grounds: Record<string, Ground>

const slugs = () => payload().config.collections.map(({ slug }) => slug)

const callsOf = ({ host }: Called) => (host === HOST ? { graphql, rest } : platformCalls)

beforeAll(async () => {
  owner = new pg.Client({ connectionString: env().DATABASE_URL })
  await owner.connect()
  const { here } = await twoSchools({ client: owner, payload: payload() })
  school = here
  const idOf = async (slug: string) =>
    (await owner.query<{ id: string }>('select id from tenants where slug = $1', [slug])).rows[0]
      ?.id ?? ''
  platform = await idOf('platform')
  const of = { payload: payload(), platform }
  callers = await callersOf({ ...of, host: HOST, tenant: school })
  strangers = (
    await callersOf({ ...of, host: 'ofek.localhost', tenant: await idOf('ofek') })
  ).filter(({ caller }) => caller !== 'visitor')
  grounds = {
    [platform]: await groundOf({ payload: payload(), tenant: platform }),
    [school]: await groundOf({ payload: payload(), tenant: school }),
  }
  // Something of each kind that is not for everybody.
  await owner.query(
    `update offers set is_active = false where id in (select id from offers where tenant_id = $1 limit 1)`,
    [school],
  )
  await owner.query(`update courses set _status = 'draft' where id = $1`, [grounds[school]?.course])
  await asTenant(school, () =>
    payload().create({
      collection: 'pages',
      data: {
        slug: 'hidden',
        _status: 'draft',
        layout: [],
        tenant: school,
        title: 'Hidden',
      } as never,
      overrideAccess: true,
    }),
  )
}, 120_000)

afterAll(() => owner.end())

/** A row of the school, made anew where the collection can be written by hand. */
const rowOf = async (slug: string): Promise<string> => {
  const ground = grounds[school]
  if (!ground || !isMadeByHand(slug) || slug === 'tenants') {
    const { rows } = await owner.query<{ id: string }>(
      `select id::text from "${slug.replace(/-/g, '_')}" where ${slug === 'tenants' ? 'id' : 'tenant_id'} = $1 limit 1`,
      [school],
    )

    return rows[0]?.id ?? crypto.randomUUID()
  }
  const fresh =
    slug === 'enrollments'
      ? { ...ground, learner: (await groundOf({ payload: payload(), tenant: school })).learner }
      : ground
  const made = await asTenant(school, async () =>
    payload().create({
      collection: slug as CollectionSlug,
      data: { ...documentFor(slug, fresh), tenant: school } as never,
      depth: 0,
      ...(slug === 'media' && { filePath: 'media/seed/cover-waves.webp' }),
      overrideAccess: true,
    }),
  )

  return String(made.id)
}

const isRefused = (status: number) => [401, 403, 404].includes(status)

/** All rows there are where somebody stands: the school's, or on the platform's host those of all schools. */
const total = async (slug: string, { host }: Called): Promise<number> => {
  const count = () => payload().count({ collection: slug as CollectionSlug, overrideAccess: true })

  return (await (host === HOST ? asTenant(school, count) : asPlatform(count))).totalDocs
}

/** How much of a list the answer shows. */
const shown = async (slug: string, who: Called, { status, text }: Answered): Promise<string> => {
  if (isRefused(status)) {
    return 'denied'
  }
  if (status !== 200) {
    return `${status} ${text.slice(0, 200)}`
  }
  const { totalDocs } = JSON.parse(text) as { totalDocs: number }

  return totalDocs === (await total(slug, who)) ? 'allowed' : 'own'
}

const written = ({ status, text }: Answered): string =>
  isRefused(status) ? 'denied' : status < 300 ? 'allowed' : `${status} ${text.slice(0, 300)}`

const groundFor = async ({ caller }: Called): Promise<Ground> =>
  groundOf({ payload: payload(), tenant: caller === 'superAdmin' ? platform : school })

/** What an operation over REST comes to for a caller. */
const overRest: Record<Operation, (slug: string, who: Called, row: string) => Promise<string>> = {
  create: async (slug, who) => {
    const document = documentFor(slug, await groundFor(who))
    const sent = slug === 'media' ? { form: await upload(document) } : { body: document }
    const answer = await callsOf(who).rest(who, { ...sent, method: 'POST', path: slug })

    return written(answer)
  },
  delete: async (slug, who, row) =>
    written(await callsOf(who).rest(who, { method: 'DELETE', path: `${slug}/${row}` })),
  read: async (slug, who) =>
    shown(slug, who, await callsOf(who).rest(who, { path: `${slug}?limit=1&depth=0` })),
  readVersions: async (slug, who) =>
    written(await callsOf(who).rest(who, { path: `${slug}/versions?limit=1&depth=0` })),
  update: async (slug, who, row) =>
    written(
      await callsOf(who).rest(who, { body: {}, method: 'PATCH', path: `${slug}/${row}?depth=0` }),
    ),
}

/** Cells that differ from the matrix, each in a line. */
const wrongCells = async (
  operation: Operation,
  who: readonly Called[],
  expected: (slug: string, caller: Caller) => Grant,
): Promise<string[]> => {
  const wrong: string[] = []
  for (const slug of Object.keys(COLLECTION_RULES)) {
    const spare = operation === 'update' || operation === 'delete' ? await rowOf(slug) : ''
    for (const one of who) {
      const grant = expected(slug, one.caller)
      const row = operation === 'delete' && grant === 'allowed' ? await rowOf(slug) : spare
      const found = await overRest[operation](slug, one, row)
      if (found !== grant) {
        wrong.push(`${slug} ${operation} as ${one.caller}: ${grant} expected, ${found} found`)
      }
    }
  }

  return wrong
}

const inMatrix = (operation: Operation) => (slug: string, caller: Caller) =>
  grantOf(COLLECTION_RULES[slug]?.[operation] ?? {}, caller)

describe('the published matrix', () => {
  it('has a row for every collection', () => {
    expect(Object.keys(COLLECTION_RULES).sort()).toEqual(
      slugs()
        .filter((slug) => !(slug in UNLISTED))
        .sort(),
    )
  })

  it.each(OPERATIONS)(
    'says what every role gets when it asks to %s over REST',
    async (operation) => {
      expect(await wrongCells(operation, callers, inMatrix(operation))).toEqual([])
    },
    120_000,
  )

  it.each(OPERATIONS)(
    'makes a visitor of every role of another school that asks to %s',
    async (operation) => {
      const here = strangers.map((one) => ({ ...one, host: HOST }))
      const asVisitor = (slug: string) => inMatrix(operation)(slug, 'visitor')
      expect(await wrongCells(operation, here, asVisitor)).toEqual([])
    },
    120_000,
  )

  it('holds for GraphQL as well', async () => {
    const wrong: string[] = []
    for (const slug of Object.keys(COLLECTION_RULES)) {
      const { plural, singular } = graphqlNames(payload(), slug)
      for (const who of callers) {
        const ask = async (query: string) => graphqlGrant(await callsOf(who).graphql(who, query))
        const nowhere = crypto.randomUUID()
        const found: [Operation, number | string][] = [
          ['read', await ask(`{ ${plural}(limit: 1) { totalDocs } }`)],
          [
            'update',
            await ask(`mutation { update${singular}(id: "${nowhere}", data: {}) { id } }`),
          ],
          ['delete', await ask(`mutation { delete${singular}(id: "${nowhere}") { id } }`)],
        ]
        for (const [operation, got] of found) {
          const grant = inMatrix(operation)(slug, who.caller)
          const counted =
            typeof got === 'number' ? (got === (await total(slug, who)) ? 'allowed' : 'own') : got
          if (counted !== grant) {
            wrong.push(`${slug} ${operation} as ${who.caller}: ${grant} expected, ${counted} found`)
          }
        }
      }
    }
    expect(wrong).toEqual([])
  }, 120_000)

  it('keeps an owner’s account from admins, who could otherwise become the owner', async () => {
    const row = callers.find(({ caller }) => caller === 'owner')?.id ?? ''
    const changed: [Caller, string][] = []
    for (const who of callers) {
      changed.push([who.caller, await overRest.update('users', who, row)])
    }
    expect(changed.filter(([, grant]) => grant !== 'denied')).toEqual([
      ['owner', 'allowed'],
      ['superAdmin', 'allowed'],
    ])
  })
})
