import pg from 'pg'

import { env } from '@/env'
import { testPayload } from '@/test/harness'

import type { Actor } from './actors'
import type { Answered, Asked } from './calls'
import type { TwoSchools } from './twoSchools'

import { signIn } from './actors'
import { callsAt } from './calls'
import { endpointProbes } from './endpointProbes'
import { CHALLENGED, DOCUMENTS, GRAPHQL, WITH_VARIABLE, WRITTEN } from './hostileCases'
import { HOSTILE_TEXTS, HOSTILE_VALUES, someOf } from './hostile'
import { filterProbes, parameterProbes } from './probes'
import { checksums, leakedIn, twoSchools } from './twoSchools'

const payload = testPayload()

const HOST = 'aurora.localhost'
const { graphql, rest } = callsAt(HOST)

/** Probes that are asked at once. */
const AT_ONCE = 4

/** A text that makes the database sleep asks for 20 seconds. */
const SLEPT_MS = 15_000

let owner: pg.Client
let schools: TwoSchools
let before: Record<string, string>
const visitor: Actor = { name: 'a visitor', cookie: '' }
let student: Actor
let boss: Actor

const collections = () => payload().config.collections.filter(({ endpoints }) => endpoints)

beforeAll(async () => {
  owner = new pg.Client({ connectionString: env().DATABASE_URL })
  await owner.connect()
  schools = await twoSchools({ client: owner, payload: payload() })
  const at = (name: string, email: string) =>
    signIn({ name, email, host: HOST, payload: payload() })
  student = await at('a student', 'student@aurora.test')
  boss = await at('the owner', 'owner@aurora.test')
  before = await checksums(owner, schools.tables)
}, 300_000)

afterAll(() => owner.end())

afterEach(async () => {
  expect(await checksums(owner, schools.tables)).toEqual(before)
})

/** Nothing but these tables has changed since it was last looked. */
const expectChanges = async (allowed: readonly string[]): Promise<void> => {
  const after = await checksums(owner, schools.tables)
  const changed = Object.keys(after).filter((name) => after[name] !== before[name])
  expect(allowed).toEqual(expect.arrayContaining(changed))
  before = after
}

/** What is wrong with an answer, in a line; nothing where it is a plain answer or a refusal. */
const wrongIn = async (what: string, ask: () => Promise<Answered>): Promise<string[]> => {
  const started = Date.now()
  const { status, text } = await ask()
  const ids = leakedIn(text, schools.foreign)
  const isWrong =
    status >= 500 ||
    text.includes('Something went wrong') ||
    ids.length > 0 ||
    Date.now() - started > SLEPT_MS

  return isWrong ? [`${what} → ${status} ${ids.join()} ${text.slice(0, 200)}`] : []
}

const wrongOf = async (actor: Actor, probes: readonly Asked[]): Promise<string[]> => {
  const found: string[] = []
  const turns = probes.values()
  const askOn = async () => {
    for (const asked of turns) {
      const { body, method = 'GET', path } = asked
      const what = `${actor.name}: ${method} ${path.slice(0, 200)} ${JSON.stringify(body ?? '').slice(0, 160)}`
      found.push(...(await wrongIn(what, () => rest(actor, asked))))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, askOn))

  return found
}

describe('hostile input', () => {
  it('in filters on every kind of field of every collection is a value or a refusal', async () => {
    const probes = collections().flatMap((collection) => filterProbes(collection))
    expect(probes.length).toBeGreaterThan(1000)
    expect(await wrongOf(boss, probes)).toEqual([])
    expect(await wrongOf(visitor, someOf(probes, 1, 200))).toEqual([])
  }, 300_000)

  it('in sorting, paging, selecting, joining and in ids is a value or a refusal', async () => {
    for (const [turn, collection] of collections().entries()) {
      const probes = parameterProbes(collection, turn)
      expect(await wrongOf(boss, probes)).toEqual([])
      expect(await wrongOf(student, someOf(probes, turn, 20))).toEqual([])
    }
  }, 300_000)

  it('in the bodies of our own endpoints is refused', async () => {
    expect(await wrongOf(student, endpointProbes(payload().config))).toEqual([])
    expect(await wrongOf(visitor, someOf(endpointProbes(payload().config), 1, 60))).toEqual([])
    await expectChanges(CHALLENGED)
  }, 300_000)

  it('in documents to be created is refused, or kept as it is and as nothing else', async () => {
    const found: string[] = []
    for (const [slug, good] of Object.entries(DOCUMENTS)) {
      for (const [turn, key] of Object.keys(good).entries()) {
        for (const value of someOf(HOSTILE_VALUES, turn, 14)) {
          const asked: Asked = {
            body: { ...good, [key]: value },
            method: 'POST',
            path: `${slug}?depth=0`,
          }
          found.push(...(await wrongOf(student, [asked])), ...(await wrongOf(boss, [asked])))
        }
      }
      const bodies = HOSTILE_VALUES.map((body) => ({ body, method: 'POST', path: slug }) as const)
      found.push(...(await wrongOf(boss, bodies)))
    }
    for (const title of HOSTILE_TEXTS.filter((text) => text.length < 100 && !/\0/.test(text))) {
      const { status, text } = await rest(boss, {
        body: { slug: `s${crypto.randomUUID()}`, title },
        method: 'POST',
        path: 'courses?depth=0',
      })
      expect([status, (JSON.parse(text) as { doc: { title: string } }).doc.title]).toEqual([
        201,
        title,
      ])
    }
    expect(found).toEqual([])
    await expectChanges(WRITTEN)
  }, 300_000)

  it('in GraphQL is a value or a refusal', async () => {
    const found: string[] = []
    for (const text of HOSTILE_TEXTS) {
      for (const query of GRAPHQL) {
        const filled = query.replaceAll('@', JSON.stringify(text))
        found.push(...(await wrongIn(filled, () => graphql(boss, filled))))
      }
      found.push(...(await wrongIn(text, () => graphql(boss, text))))
    }
    for (const a of HOSTILE_VALUES) {
      for (const query of WITH_VARIABLE) {
        found.push(...(await wrongIn(query, () => graphql(boss, query, { a }))))
      }
    }
    expect(found).toEqual([])
  }, 300_000)

  it('in headers makes nobody anybody, and no school another', async () => {
    const probes = HOSTILE_TEXTS.filter((text) => /^[\x20-\x7e]+$/.test(text)).flatMap(
      (text): Asked[] => [
        { headers: { cookie: `session=${text}` }, path: 'session' },
        {
          headers: { cookie: `session=${encodeURIComponent(text)}; payload-tenant=${text}` },
          path: 'users',
        },
        { headers: { host: text }, path: 'courses' },
        { headers: { host: `${text}.localhost` }, path: 'session' },
        { headers: { 'accept-language': text, 'x-forwarded-host': text }, path: 'session' },
      ],
    )
    expect(await wrongOf(boss, probes)).toEqual([])
    for (const { headers } of probes.slice(0, 2)) {
      const { text } = await rest(boss, { headers, path: 'session' })
      expect(JSON.parse(text)).toEqual({ user: null })
    }
  }, 300_000)

  it('is not obeyed by a filter that would be left out: nothing is deleted in place of nothing', async () => {
    for (const filter of ['where[id][in][a]=x', 'where[id][bogus]=x', 'where[or]=x', 'where=']) {
      const { status } = await rest(boss, { method: 'DELETE', path: `coupons?${filter}` })
      expect([filter, status]).toEqual([filter, 400])
    }
  })
})
