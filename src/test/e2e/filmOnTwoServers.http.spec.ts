import type { Answer } from './http'
import type { Running } from './processes'
import type { RunSchool } from './runSchool'
import type { Visitor } from './visitor'

import { make } from './admin'
import { confirmed, newPerson } from './buying'
import { eventually } from './eventually'
import { uploadedFilm } from './films'
import { untilHealthy } from './health'
import { send } from './http'
import { preparedFilm } from './ladder'
import { environment, freePort, startWeb } from './platform'
import { port as firstPort } from './place'
import { runSchool } from './runSchool'
import { visitorAt } from './visitor'

/*
 * A film whose viewers are answered by two servers in turn, as behind a balancer: what one of them allowed the other knows, and
 * what one of them ended is over at both.
 */

type Opened = { code?: string; elsewhere?: unknown[]; src: string }

let lesson: string
let school: RunSchool
let second: number
let web: Running

beforeAll(async () => {
  school = await runSchool('Two Servers', { playback: { streams: 1 } })
  const { owner } = school
  const media = await uploadedFilm(owner)
  const course = await make(owner, 'courses', {
    slug: `two-${crypto.randomUUID().slice(0, 8)}`,
    _status: 'published',
    title: 'Films of two servers',
  })
  const section = await make(owner, 'sections', { course, title: 'One' })
  lesson = await make(owner, 'lessons', {
    _status: 'published',
    course,
    isPreview: true,
    kind: 'video',
    section,
    title: 'A short take',
    video: media,
  })
  await preparedFilm(media, 8)
  second = await freePort()
  const env = {
    ...environment({ dns: await freePort(), port: second, url: process.env.E2E_DATABASE ?? '' }),
    // Browsers reach both at the first one's address.
    PUBLIC_PORT: String(firstPort()),
    UPLOADS_DIR: process.env.E2E_UPLOADS,
  }
  web = startWeb({ env, port: second, title: 'second-web' })
  await untilHealthy({ patience: 150_000, port: second })
}, 300_000)
afterAll(() => web?.end(), 60_000)

/** A learner in several browsers of her own; each is a device. */
const browsers = async (count: number): Promise<Visitor[]> => {
  const person = newPerson('Tess Twice')
  await confirmed(visitorAt(school.host), person)
  const all = Array.from({ length: count }, () => visitorAt(school.host))
  for (const one of all) {
    expect((await one.post('/api/auth/sign-in/email', person)).status).toBe(200)
  }

  return all
}

/** What a browser asks at one of the servers, with all that it keeps. */
const at = async (
  port: number,
  one: Visitor,
  { body, path }: { body?: unknown; path: string },
): Promise<Answer> => {
  const answer = await send({
    body,
    headers: {
      cookie: [...one.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      origin: `http://${school.host}`,
    },
    host: school.host,
    method: body ? 'POST' : 'GET',
    path,
    port,
  })
  for (const line of answer.headers['set-cookie'] ?? []) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    one.cookies.set(name, value)
  }

  return answer
}

const open = (port: number, one: Visitor, instead = false): Promise<Answer> =>
  at(port, one, { body: { instead }, path: `/api/learn/videos/${lesson}/open` })

const files = (opened: Answer): string[] => {
  const { src } = opened.json<Opened>()

  return ['master.m3u8', 'v240/index.m3u8', 'v240/00000.ts', 'v240/key/0'].map((name) =>
    src.replace('master.m3u8', name),
  )
}

const statuses = (port: number, one: Visitor, paths: readonly string[]): Promise<number[]> =>
  Promise.all(paths.map(async (path) => (await at(port, one, { path })).status))

it('sends a film and its keys at one server by the leave that the other gave', async () => {
  const [one, thief] = await browsers(2)
  const opened = await open(firstPort(), one as Visitor)
  expect(opened.status).toBe(200)
  const paths = files(opened)

  expect(await statuses(second, one as Visitor, paths)).toEqual(paths.map(() => 200))
  const [, , , key = ''] = paths
  const [here, there] = [
    await at(firstPort(), one as Visitor, { path: key }),
    await at(second, one as Visitor, { path: key }),
  ]
  expect(here.bytes.equals(there.bytes)).toBe(true)
  expect(here.bytes).toHaveLength(16)
  // The addresses alone are nothing to another session, at either.
  expect(await statuses(second, thief as Visitor, paths)).toEqual(paths.map(() => 401))
  expect(await statuses(firstPort(), thief as Visitor, paths)).toEqual(paths.map(() => 401))
}, 60_000)

it('lets one of many in that ask at both at the same moment', async () => {
  const all = await browsers(6)
  const answers = await Promise.all(
    all.map((one, place) => open(place % 2 ? second : firstPort(), one)),
  )

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422, 422, 422])
  const refused = answers.filter(({ status }) => status === 422)
  expect(new Set(refused.map((answer) => answer.json<Opened>().code))).toEqual(
    new Set(['tooManyStreams']),
  )
}, 60_000)

it('ends at both what is ended at one, keys and segments within a minute', async () => {
  const [home, train] = (await browsers(2)) as [Visitor, Visitor]
  const opened = await open(firstPort(), home)
  const paths = files(opened)
  for (const port of [firstPort(), second]) {
    expect(await statuses(port, home, paths)).toEqual(paths.map(() => 200))
  }
  expect((await open(second, train)).status).toBe(422)
  expect((await open(second, train, true)).status).toBe(200)
  expect(await statuses(firstPort(), train, paths)).toEqual(paths.map(() => 200))

  for (const port of [firstPort(), second]) {
    await eventually(
      async () => (await statuses(port, home, paths)).every((status) => status === 403),
      60_000,
    )
  }
  expect(await statuses(second, train, paths)).toEqual(paths.map(() => 200))
}, 180_000)
