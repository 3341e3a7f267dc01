import { jest } from '@jest/globals'

import type { EdgeRules } from '@/test/edge/tokens'

import { edgeFolder } from '@/domain/media/edges'
import { env } from '@/env'
import { edgeServer } from '@/test/edge/server'
import { send } from '@/test/e2e/http'
import { classrooms } from '@/test/factories/learning'
import { testPayload } from '@/test/harness'
import {
  hostOfSchool,
  openIn,
  readyVideo,
  SEGMENT,
  signedInBrowser,
  streamServer,
} from '@/test/streams'

const payload = testPayload()

const KEY = 'the key of the tokens'
const SECRET = 'what the network says to us'
const PATH = 'v240/00000.ts'
const PROVIDERS: EdgeRules['provider'][] = ['bunny', 'cloudflare', 'fastly']

let server: Awaited<ReturnType<typeof streamServer>>
beforeAll(async () => {
  server = await streamServer(payload())
})
afterAll(() => server.close())

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  jest.restoreAllMocks()
  Object.assign(env(), {
    STREAM_CDN_KEY: undefined,
    STREAM_CDN_PROVIDER: undefined,
    STREAM_CDN_SECRET: undefined,
    STREAM_CDN_URL: undefined,
  })
  await Promise.all(closing.splice(0).map((close) => close()))
})

const passSeconds = (seconds: number): void => {
  const then = Date.now() + seconds * 1000
  jest.spyOn(Date, 'now').mockImplementation(() => then)
}

/** Has the platform's segments sent by a network, of which it was told. */
const edgeOf = async (provider: EdgeRules['provider'] = 'bunny', secret = SECRET) => {
  const edge = await edgeServer({ key: KEY, origin: server.port, provider, secret })
  closing.push(edge.close)
  Object.assign(env(), {
    STREAM_CDN_KEY: KEY,
    STREAM_CDN_PROVIDER: provider,
    STREAM_CDN_SECRET: SECRET,
    STREAM_CDN_URL: edge.url,
  })

  return edge
}

/** A school with a film, opened by a learner of its. */
const watched = async () => {
  const { first, learner, tenant } = await classrooms(payload()).classroom({ lessons: [{}] })
  const video = await readyVideo({ lessons: [first], tenant })
  const host = await hostOfSchool(tenant)
  const browser = await signedInBrowser({ host, tenant, user: learner })
  const { body } = await openIn(browser, { lesson: first, tenant })
  const { after, home } = body.edge ?? { after: '', home: '' }

  return {
    at: (path: string) => `${home}${path}${after}`,
    browser,
    edge: body.edge,
    folder: edgeFolder({ run: video.run, tenant, video: video.id }),
  }
}

const get = (address: string) => {
  const { host, pathname, port, search } = new URL(address)

  return send({ host, path: `${pathname}${search}`, port: Number(port) })
}

const origin = (path: string, headers: Record<string, string> = { 'x-edge-secret': SECRET }) =>
  server.get({ cookies: {}, host: 'localhost' }, path, { headers })

it('has all come from the school where the environment names no network', async () => {
  const { edge, folder } = await watched()

  expect(edge).toBeNull()
  expect((await origin(`${folder}${PATH}`)).status).toBe(404)
})

describe.each(PROVIDERS)('segments by a network that checks as %s does', (provider) => {
  it('are fetched from us once, and given to whoever has the token of their folder', async () => {
    const edge = await edgeOf(provider)
    const { at, folder } = await watched()
    const first = await get(at(PATH))
    const again = await get(at(PATH))

    expect([first.status, first.headers['x-cache']]).toEqual([200, 'MISS'])
    expect([again.status, again.headers['x-cache']]).toEqual([200, 'HIT'])
    expect(again.bytes.equals(SEGMENT)).toBe(true)
    expect(again.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    expect(edge.state.asked).toEqual([`${folder}${PATH}`])
  })

  it('are refused without a token, with another film’s, a changed one, and after ten minutes', async () => {
    const edge = await edgeOf(provider)
    const [mine, other] = [await watched(), await watched()]
    const bare = `${edge.url}${mine.folder}${PATH}`
    const foreign = mine.at(PATH).replaceAll(mine.folder, other.folder)
    const later = mine.at(PATH).replace(/(expires=|verify=|token=)(\d{10})/, (_all, name, at) => {
      return `${name}${Number(at) + 60}`
    })
    expect(later).not.toBe(mine.at(PATH))
    for (const address of [bare, foreign, later]) {
      expect([address, (await get(address)).status]).toEqual([address, 403])
    }
    expect((await get(mine.at(PATH))).status).toBe(200)
    passSeconds(602)

    expect((await get(mine.at(PATH))).status).toBe(403)
    expect(edge.state.asked).toHaveLength(1)
  })

  it('come alone: keys, play lists and pictures are sent by nobody but the school', async () => {
    await edgeOf(provider)
    const { at } = await watched()
    for (const path of ['v240/key/0', 'v240/index.m3u8', 'master.m3u8', 'poster.webp', 'pulse']) {
      expect([path, (await get(at(path))).status]).toEqual([path, 404])
    }
  })
})

describe('GET /api/edge/…', () => {
  it('answers nobody but the network', async () => {
    await edgeOf()
    const { browser, folder } = await watched()
    const path = `${folder}${PATH}`

    expect((await origin(path)).status).toBe(200)
    expect((await origin(path, {})).status).toBe(404)
    expect((await origin(path, { 'x-edge-secret': `${SECRET}.` })).status).toBe(404)
    expect((await origin(path, { 'x-edge-secret': '' })).status).toBe(404)
    expect((await server.get(browser, path)).status).toBe(404)
  })

  it('says no to a network of another platform, which keeps none of that', async () => {
    const edge = await edgeOf('bunny', 'the secret of another platform')
    const { at } = await watched()

    expect([(await get(at(PATH))).status, (await get(at(PATH))).status]).toEqual([404, 404])
    expect(edge.state.asked).toHaveLength(2)
  })

  it('sends ranges and heads, and nothing that is not there', async () => {
    await edgeOf()
    const { folder } = await watched()
    const ours = { 'x-edge-secret': SECRET }
    const part = await origin(`${folder}${PATH}`, { ...ours, range: 'bytes=10-19' })
    expect([part.status, part.headers['content-range']]).toEqual([206, 'bytes 10-19/100000'])
    expect(part.body.equals(SEGMENT.subarray(10, 20))).toBe(true)
    const { etag = '' } = part.headers
    const same = await origin(`${folder}${PATH}`, { ...ours, 'if-none-match': etag })
    expect([same.status, same.body.length]).toEqual([304, 0])
    expect((await origin(`${folder}v240/00001.ts`)).status).toBe(404)
    const posted = await server.get({ cookies: {}, host: 'localhost' }, `${folder}${PATH}`, {
      headers: ours,
      method: 'POST',
    })
    expect(posted.status).toBe(404)
  })
})
