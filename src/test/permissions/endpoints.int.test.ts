import type { Endpoint } from 'payload'

import pg from 'pg'

import type { Asked } from '@/test/isolation/calls'

import { ENDPOINT_RULES, grantOf } from '@/domain/identity/permissions'
import { env } from '@/env'
import { classrooms } from '@/test/factories/learning'
import { testPayload } from '@/test/harness'
import { callsAt } from '@/test/isolation/calls'
import { fillTables } from '@/test/isolation/tables'
import { twoSchools } from '@/test/isolation/twoSchools'

import type { Called } from './callers'
import type { Place } from './place'

import { callersOf } from './callers'
import { placeIn } from './place'
import { REQUESTS } from './requests'

const payload = testPayload()

const HOST = 'aurora.localhost'
const here = callsAt(HOST)
const platformCalls = callsAt('localhost')

/** Payload's own: closed with its passwords, or about the caller alone; rules of ours do not speak of them. */
const PAYLOADS =
  /^(?:GET|POST) \/(?:access|reorder|og|graphql|users\/.*|tenants\/populate-tenant-options|media\/paste-url.*)$/

let owner: pg.Client
let callers: Called[]
let strangers: Called[]
let place: Place
/** The same on the platform's own host, where what lies in the school's storage is the school's. */
let platformPlace: Place

const nameOf = ({ method, path }: Endpoint, slug = ''): string =>
  `${method.toUpperCase()} ${slug}${path}`.replace(/\([^)]*\)/g, '')

const PLAIN = /^\/(?:(?::id|versions|count|access)(?:[/?].*)?)?$/

/** Every endpoint beyond plain reading and writing of collections. */
const endpoints = (): string[] =>
  [
    ...payload().config.endpoints.map((one) => nameOf(one)),
    ...payload()
      .config.collections.filter(({ slug }) => !slug.startsWith('payload-'))
      .flatMap(({ slug, endpoints: own }) =>
        (own || [])
          .filter(({ custom, path }) => custom || !PLAIN.test(path.replace('/duplicate', '')))
          .map((one) => nameOf(one, `/${slug}`)),
      ),
  ].filter((name) => !PAYLOADS.test(name))

beforeAll(async () => {
  owner = new pg.Client({ connectionString: env().DATABASE_URL })
  await owner.connect()
  const { here: school, tables } = await twoSchools({ client: owner, payload: payload() })
  const idOf = async (where: string) =>
    (await owner.query<{ id: string }>(`select id from tenants where ${where}`)).rows[0]?.id ?? ''
  const platform = await idOf(`kind = 'platform'`)
  await fillTables({ client: owner, tables, tenant: platform })
  const of = { payload: payload(), platform }
  callers = await callersOf({ ...of, host: HOST, tenant: school })
  strangers = await callersOf({
    ...of,
    host: 'ofek.localhost',
    tenant: await idOf(`slug = 'ofek'`),
  })
  const places = { client: owner, payload: payload() }
  place = await placeIn({ ...places, tenant: school })
  platformPlace = {
    ...(await placeIn({ ...places, tenant: platform })),
    film: place.film,
    mail: place.mail,
    videoLesson: place.videoLesson,
  }
  const learner = callers.find(({ caller }) => caller === 'student')?.id ?? ''
  enroll = () => classrooms(payload()).enrolled({ course: place.course, learner, tenant: school })
}, 120_000)

let enroll: () => Promise<void>

afterAll(() => owner.end())

const ask = async (who: Called, name: string) => {
  const isHere = who.host === HOST
  const request = REQUESTS[name]
  if (!request) {
    throw new Error(`There is no request for ${name}.`)
  }
  const asked = await request(isHere ? place : platformPlace)
  const method = name.split(' ')[0] as Asked['method']

  return (isHere ? here : platformCalls).rest(who, { ...asked, method })
}

const isRefused = (status: number) => [401, 403, 404].includes(status)

/** Cells that differ; `own` is refused for what is somebody else's, though not for who asks. */
const wrongCells = async (
  who: readonly Called[],
  expected: (name: string, one: Called) => 'allowed' | 'denied' | 'own',
): Promise<string[]> => {
  const wrong: string[] = []
  for (const name of Object.keys(REQUESTS)) {
    for (const one of who) {
      const { status, text } = await ask(one, name)
      const isDown = status >= 500 && !name.endsWith('/health')
      if (isDown || isRefused(status) !== (expected(name, one) !== 'allowed')) {
        wrong.push(
          `${name} as ${one.caller}: ${expected(name, one)} expected, ${status} ${text.slice(0, 160)}`,
        )
      }
    }
  }

  return wrong
}

const inMatrix = (name: string, { caller }: Pick<Called, 'caller'>) =>
  grantOf(ENDPOINT_RULES[name] ?? {}, caller)

describe('the published matrix of endpoints', () => {
  it('has a row for every one of them, and no other', () => {
    expect([...new Set(endpoints())].sort()).toEqual(Object.keys(ENDPOINT_RULES).sort())
    expect(Object.keys(REQUESTS).sort()).toEqual(Object.keys(ENDPOINT_RULES).sort())
  })

  it('says what every role gets', async () => {
    expect(await wrongCells(callers, inMatrix)).toEqual([])
  }, 120_000)

  it('makes a visitor of every role of another school', async () => {
    const guests = strangers.map((one) => ({ ...one, host: HOST }))
    expect(await wrongCells(guests, (name) => inMatrix(name, { caller: 'visitor' }))).toEqual([])
  }, 120_000)

  it('gives an enrolled student what is their own', async () => {
    await enroll()
    const own = [
      'GET /learn/media/:lesson',
      'POST /attempts',
      'POST /progress/completed',
      'POST /progress/watched',
    ]
    for (const student of callers.filter(({ caller }) => caller === 'student')) {
      for (const name of own) {
        const { status } = await ask(student, name)
        expect([name, status < 300]).toEqual([name, true])
      }
    }
  })

  it('refuses staff of the platform a purchase for a school that is not theirs', async () => {
    const [staff] = callers.filter(({ caller }) => caller === 'superAdmin')
    const { status } = await platformCalls.rest(staff ?? { name: '', cookie: '' }, {
      body: { items: [{ offer: place.offer }] },
      method: 'POST',
      path: 'checkout',
    })
    expect(status).toBe(404)
  })
})
