import type { Course } from '@payload-types'

import pg from 'pg'

import { asTenant } from '@/database/scope'
import { MOST_ROWS } from '@/domain/query'
import { env } from '@/env'
import { newId } from '@/newId'
import { seedPeople } from '@/seed/people'
import { factories } from '@/test/factories'
import { commerceFactories } from '@/test/factories/commerce'
import { requestOf, testPayload } from '@/test/harness'
import { signIn } from '@/test/isolation/actors'
import { callsAt } from '@/test/isolation/calls'

const payload = testPayload()

/** More rows than any answer lists. */
const MANY = MOST_ROWS + 5

const visitor = { name: 'visitor', cookie: '' }
let course: Course
let host: string
let calls: ReturnType<typeof callsAt>
let client: pg.Client

beforeAll(async () => {
  const make = factories(payload())
  const tenant = await make.tenant()
  host = `${tenant.slug}.localhost`
  calls = callsAt(host)
  course = await make.course({ tenant: tenant.id })
  client = new pg.Client({ connectionString: env().DATABASE_URL })
  await client.connect()
  await client.query(
    `insert into sections (id, tenant_id, course_id, title)
     select unnest($1::uuid[]), $2, $3, 'One of many'`,
    [Array.from({ length: MANY }, newId), tenant.id, course.id],
  )
})

afterAll(() => client.end())

type List = { docs: object[]; hasNextPage: boolean; limit: number; totalDocs: number }

const whole = { hasNextPage: true, limit: MOST_ROWS, rows: MOST_ROWS, totalDocs: MANY }

const seen = ({ docs, hasNextPage, limit, totalDocs }: List) => ({
  hasNextPage,
  limit,
  rows: docs.length,
  totalDocs,
})

describe('a list over the API', () => {
  it.each([
    ['limit=0'],
    [`limit=${MANY}`],
    ['limit=1e9'],
    ['pagination=false'],
    ['limit=0&pagination=false'],
    [`limit=${MANY}&pagination=false`],
  ])('shows 500 rows at most over REST, and says how many there are: %s', async (query) => {
    const { status, text } = await calls.rest(visitor, { path: `sections?depth=0&${query}` })
    expect([status, seen(JSON.parse(text) as List)]).toEqual([200, whole])
  })

  it('goes on where it stopped', async () => {
    const { text } = await calls.rest(visitor, { path: 'sections?depth=0&limit=0&page=2' })
    expect(seen(JSON.parse(text) as List)).toMatchObject({ hasNextPage: false, rows: 5 })
  })

  it.each([['limit: 0'], [`limit: ${MANY}`], ['pagination: false']])(
    'shows no more over GraphQL: %s',
    async (args) => {
      const { text } = await calls.graphql(
        visitor,
        `{ Sections(${args}) { docs { id } hasNextPage limit totalDocs } }`,
      )
      const { data } = JSON.parse(text) as { data: { Sections: List } }
      expect(seen(data.Sections)).toEqual(whole)
    },
  )

  it('shows no more within a row, over either', async () => {
    const { text } = await calls.rest(visitor, {
      path: `courses/${course.id}?depth=0&joins[sections][limit]=0`,
    })
    const over = (await calls.graphql(
      visitor,
      `{ Course(id: "${course.id}") { sections(limit: 0) { docs { id } } } }`,
    )) as { text: string }
    const { data } = JSON.parse(over.text) as { data: { Course: { sections: List } } }

    expect((JSON.parse(text) as { sections: List }).sections.docs).toHaveLength(MOST_ROWS)
    expect(data.Course.sections.docs).toHaveLength(MOST_ROWS)
  })

  it.each([['-1'], ['1.5'], ['many'], ['1,2'], ['']])('refuses a limit of "%s"', async (limit) => {
    const { status, text } = await calls.rest(visitor, { path: `sections?limit=${limit}` })
    expect([status, text]).toEqual([400, expect.stringContaining('badInput')])
  })

  it('is as long as was asked for, and ten rows where nothing was', async () => {
    for (const [query, rows] of [
      ['', 10],
      ['limit=3', 3],
      ['limit=3&pagination=false', 3],
      [`limit=${MOST_ROWS}`, MOST_ROWS],
    ] as const) {
      const { text } = await calls.rest(visitor, { path: `sections?depth=0&${query}` })
      expect([query, (JSON.parse(text) as List).docs.length]).toEqual([query, rows])
    }
  })
})

it('loads what a row refers to, however much it is', async () => {
  const tenant = typeof course.tenant === 'string' ? course.tenant : course.tenant.id
  const { id } = await commerceFactories(payload()).coupon({ tenant })
  await client.query(
    `with made as (
       insert into offers (id, tenant_id, course_id, title, kind, is_active)
       select unnest($1::uuid[]), $2, $3, 'One of many', 'free', true returning id)
     insert into coupons_rels (parent_id, path, "order", offers_id)
     select $4, 'offers', row_number() over (), id from made`,
    [Array.from({ length: MANY }, newId), tenant, course.id, id],
  )
  const people = [{ name: 'Owner', email: 'owner@many.test', roles: ['owner'] }]
  await asTenant(tenant, async () => seedPeople({ people, req: await requestOf(), tenant }))
  const owner = await signIn({ name: 'owner', email: 'owner@many.test', host, payload: payload() })
  const { text } = await calls.rest(owner, { path: `coupons/${id}?depth=1` })
  const { offers } = JSON.parse(text) as { offers?: unknown[] }
  expect(offers?.filter((offer) => typeof offer === 'object')).toHaveLength(MANY)
})
