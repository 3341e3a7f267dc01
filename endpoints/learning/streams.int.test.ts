import { jest } from '@jest/globals'
import { createDecipheriv } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { sql } from '@payloadcms/db-postgres'

import type { Browser } from '@/test/streams'

import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { streamUrl } from '@/domain/media/streams'
import { keepDelivered } from '@/operations/learning/delivered'
import { grantIn, sealGrant } from '@/operations/learning/streams/grants'
import { segmentKey } from '@/operations/media/segmentKey'
import { eventually } from '@/test/e2e/eventually'
import { classrooms } from '@/test/factories/learning'
import { call, requestOf, testPayload } from '@/test/harness'
import {
  hostOfSchool,
  openIn,
  readyVideo,
  SEGMENT,
  signedInBrowser,
  streamServer,
} from '@/test/streams'

import { lessonMedia } from './media'

const payload = testPayload()

let server: Awaited<ReturnType<typeof streamServer>>
beforeAll(async () => {
  server = await streamServer(payload())
})
afterAll(() => server.close())

/** Has it so much later, for whoever asks the clock of this process. */
const passSeconds = (seconds: number): void => {
  const then = Date.now() + seconds * 1000
  jest.spyOn(Date, 'now').mockImplementation(() => then)
}
afterEach(() => {
  jest.restoreAllMocks()
})

const ask = (tenant: string, statement: ReturnType<typeof sql>) =>
  asTenant(tenant, async () => rows<Record<string, unknown>>(await requestOf(), statement))

const room = async (lessons: object[] = [{}]) => {
  const classroom = await classrooms(payload()).classroom({ lessons })
  const { lessons: ids, tenant } = classroom
  const video = await readyVideo({ lessons: ids, tenant })
  const host = await hostOfSchool(tenant)
  const at = (path: string) => streamUrl({ path, run: video.run, video: video.id })
  const signedIn = (ago?: number) => signedInBrowser({ ago, host, tenant, user: classroom.learner })

  return {
    ...classroom,
    at,
    host,
    open: (browser: Browser, instead?: boolean) =>
      openIn(browser, { instead, lesson: ids[0] ?? '', tenant }),
    signedIn,
    video,
  }
}

const watched = async () => {
  const here = await room()
  const browser = await here.signedIn()
  const { body, status } = await here.open(browser)
  expect([status, body.src]).toEqual([200, here.at('master.m3u8')])

  return { ...here, browser }
}

const FILES = ['master.m3u8', 'v240/index.m3u8', 'v240/00000.ts', 'v240/key/0', 'poster.webp']

const statuses = async (browser: Browser, at: (path: string) => string) =>
  Promise.all(FILES.map(async (path) => (await server.get(browser, at(path))).status))

const ALL = (status: number) => FILES.map(() => status)

describe('POST /api/learn/videos/:lesson/open', () => {
  it('says that the file is played as it is until a video is made of it', async () => {
    const here = await room()
    const browser = await here.signedIn()
    await ask(here.tenant, sql`update videos set run = null, status = 'processing'`)

    expect(await here.open(browser)).toMatchObject({ body: { src: null }, status: 200 })
    expect(browser.cookies).not.toHaveProperty('stream')
  })

  it('refuses visitors, strangers and those whose access has ended', async () => {
    const here = await room([{}, { isPreview: true }])
    const visitor: Browser = { cookies: {}, host: here.host }
    expect(await here.open(visitor)).toMatchObject({
      body: { code: 'signInRequired' },
      status: 401,
    })

    const user = await classrooms(payload()).user({ tenant: here.tenant })
    const stranger = await signedInBrowser({ host: here.host, tenant: here.tenant, user })
    expect(await here.open(stranger)).toMatchObject({ body: { code: 'lessonLocked' }, status: 403 })

    const preview = await openIn(visitor, { lesson: here.lessons[1] ?? '', tenant: here.tenant })
    expect(preview.status).toBe(200)
    expect(await statuses(visitor, here.at)).toEqual(ALL(200))
  })

  it('leaves nobody but authors the file itself', async () => {
    const here = await watched()
    const get = (user: { id: string; roles?: null | readonly string[] }) =>
      call(lessonMedia, { params: { lesson: here.first }, tenant: here.tenant, user })

    expect(await get(here.learner)).toMatchObject({ body: { code: 'streamed' }, status: 409 })

    // Who began with the file just before it was prepared sees it to its end.
    await ask(here.tenant, sql`update videos set updated_at = now()`)
    expect((await get(here.learner)).status).not.toBe(409)
    expect((await get({ id: here.learner.id, roles: ['instructor'] })).status).not.toBe(409)
  })
})

describe('GET /api/stream/…', () => {
  it('sends every file of the run to who opened it, and its keys fit the secret', async () => {
    const { at, browser, video } = await watched()

    expect(await statuses(browser, at)).toEqual(ALL(200))
    const segment = await server.get(browser, at('v240/00000.ts'))
    expect(segment.body.equals(SEGMENT)).toBe(true)
    expect(segment.headers).toMatchObject({
      'cache-control': 'private, max-age=31536000, immutable',
      'content-type': 'video/mp2t',
      'x-content-type-options': 'nosniff',
    })
    const key = await server.get(browser, at('v240/key/0'))
    expect(
      key.body.equals(
        segmentKey({ place: 0, rendition: 'v240', run: video.run, secret: video.secret }),
      ),
    ).toBe(true)
    expect(() => createDecipheriv('aes-128-cbc', key.body, Buffer.alloc(16))).not.toThrow()
    expect(key.headers['cache-control']).toContain('no-store')
    expect((await server.get(browser, at('v240/key/1'))).body.equals(key.body)).toBe(false)
    expect((await server.get(browser, at('master.m3u8'))).headers['content-type']).toBe(
      'application/vnd.apple.mpegurl',
    )
  })

  it('sends ranges, heads and nothing to who has it already', async () => {
    const { at, browser } = await watched()
    const path = at('v240/00000.ts')
    const part = await server.get(browser, path, { headers: { range: 'bytes=10-19' } })
    expect([part.status, part.headers['content-range']]).toEqual([206, 'bytes 10-19/100000'])
    expect(part.body.equals(SEGMENT.subarray(10, 20))).toBe(true)
    const last = await server.get(browser, path, { headers: { range: 'bytes=-5' } })
    expect(last.body.equals(SEGMENT.subarray(-5))).toBe(true)
    expect((await server.get(browser, path, { headers: { range: 'bytes=100000-' } })).status).toBe(
      416,
    )
    const { etag = '' } = part.headers
    const same = await server.get(browser, path, { headers: { 'if-none-match': etag } })
    expect([same.status, same.body.length]).toEqual([304, 0])
    const other = await server.get(browser, path, {
      headers: { 'if-range': '"other"', range: 'bytes=0-1' },
    })
    expect([other.status, other.body.length]).toEqual([200, 100_000])
    const head = await server.get(browser, path, { method: 'HEAD' })
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([
      200,
      '100000',
      0,
    ])
    expect((await server.get(browser, path, { method: 'DELETE' })).status).toBe(405)
  })

  it('gives a copied address, and a copied cookie, nothing', async () => {
    const here = await watched()
    const { at, browser, host } = here
    const bare: Browser = { cookies: {}, host }
    expect(await statuses(bare, at)).toEqual(ALL(401))

    const { device = '', session = '', stream = '' } = browser.cookies
    expect(await statuses({ cookies: { stream }, host }, at)).toEqual(ALL(401))
    expect(await statuses({ cookies: { device, stream }, host }, at)).toEqual(ALL(401))
    expect(await statuses({ cookies: { session, stream }, host }, at)).toEqual(ALL(401))
    expect(await statuses({ cookies: { device, session }, host }, at)).toEqual(ALL(401))
    const second = await here.signedIn()
    expect(
      await statuses(
        { cookies: { device, session: second.cookies.session ?? '', stream }, host },
        at,
      ),
    ).toEqual(ALL(401))
    const school = await room()
    expect(await statuses({ ...browser, host: school.host }, at)).toEqual(ALL(401))
    expect(await statuses(browser, school.at)).toEqual(ALL(401))
    const framed = await server.get(browser, at('master.m3u8'), {
      headers: { origin: 'http://evil.example' },
    })
    expect(framed.status).toBe(401)
  })

  it('takes no grant that was tampered with or is over', async () => {
    const { at, browser, host, tenant } = await watched()
    const { stream = '' } = browser.cookies
    const grant = grantIn({ now: Date.now(), tenant, token: stream })
    if (!grant) {
      throw new Error('There is no grant.')
    }
    expect(grant.until - Date.now()).toBeLessThanOrEqual(600_000)
    expect(grantIn({ now: grant.until, tenant, token: stream })).toBeNull()
    const [said = '', signature = ''] = stream.split('.')
    const longer = Buffer.from(
      Buffer.from(said, 'base64url')
        .toString()
        .replace(String(grant.until), String(grant.until + 9e9)),
    ).toString('base64url')
    const wrong = [
      `${longer}.${signature}`,
      `${said}.${signature.slice(0, -2)}AA`,
      said,
      'x',
      sealGrant({ ...grant, until: Date.now() - 1 }, tenant),
      sealGrant(grant, crypto.randomUUID()),
    ]
    for (const one of wrong) {
      expect(await statuses({ cookies: { ...browser.cookies, stream: one }, host }, at)).toEqual(
        ALL(401),
      )
    }
  })

  it('knows no other files, and none of another run', async () => {
    const { at, browser, video } = await watched()
    const missing = [
      at('v240/00001.ts'),
      at('v720/00000.ts'),
      at('../../secret'),
      `/api/stream/${video.id}/${video.run}`,
      streamUrl({ path: 'master.m3u8', run: crypto.randomUUID(), video: video.id }),
    ]
    for (const path of missing) {
      expect([path, (await server.get(browser, path)).status]).toEqual([path, 404])
    }
  })

  it.each([
    ['a refund', sql`update enrollments set status = 'revoked'`],
    ['a suspension', sql`update users set status = 'suspended'`],
    ['a sign-out', sql`delete from auth_sessions`],
    ['a video that is made anew', sql`update videos set run = null`],
  ])('stops after %s', async (_name, statement) => {
    const { at, browser, tenant } = await watched()
    expect(await statuses(browser, at)).toEqual(ALL(200))
    await ask(tenant, statement)
    passSeconds(21)

    expect(await statuses(browser, at)).toEqual(ALL(403))
  })
})

describe('watching at once', () => {
  const settings = (tenant: string, { devices, streams }: Record<string, null | number>) =>
    ask(
      tenant,
      sql`update tenants set settings_playback_streams = ${streams ?? null}, settings_playback_devices = ${devices ?? null} where id = ${tenant}`,
    )

  it('ends elsewhere where the viewer says so, within a minute', async () => {
    const here = await room()
    await settings(here.tenant, { streams: 1 })
    const [home, train] = [await here.signedIn(), await here.signedIn()]
    expect((await here.open(home)).status).toBe(200)
    expect((await here.open(home)).status).toBe(200)
    const refused = await here.open(train)
    expect(refused).toMatchObject({
      body: {
        code: 'tooManyStreams',
        elsewhere: [{ browser: 'Firefox', system: 'Linux' }],
        most: 1,
      },
      status: 422,
    })
    expect(await statuses(home, here.at)).toEqual(ALL(200))
    expect((await here.open(train, true)).status).toBe(200)
    passSeconds(21)

    expect(await statuses(train, here.at)).toEqual(ALL(200))
    const stopped = await server.get(home, here.at('v240/00000.ts'))
    expect([stopped.status, stopped.body.toString()]).toEqual([403, '{"code":"tooManyStreams"}'])
  })

  it('lets one of many in that ask at the same moment', async () => {
    const here = await room()
    await settings(here.tenant, { streams: 1 })
    const browsers = await Promise.all(Array.from({ length: 6 }, () => here.signedIn()))
    const answers = await Promise.all(browsers.map((browser) => here.open(browser)))

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422, 422, 422])
  })

  it('counts nobody who was sent nothing for a minute, and asks them when they come back', async () => {
    const here = await room()
    await settings(here.tenant, { streams: 1 })
    const [home, train] = [await here.signedIn(), await here.signedIn()]
    await here.open(home)
    await ask(here.tenant, sql`update video_plays set seen_at = now() - interval '2 minutes'`)
    expect((await here.open(train)).status).toBe(200)
    passSeconds(21)

    expect(await statuses(home, here.at)).toEqual(ALL(403))
    expect(await statuses(train, here.at)).toEqual(ALL(200))
  })

  it('asks who comes with one device more to sign in again, in which it takes the oldest one’s place', async () => {
    const here = await room()
    await settings(here.tenant, { devices: 2 })
    const known = [await here.signedIn(100), await here.signedIn(100)]
    for (const browser of known) {
      expect((await here.open(browser)).status).toBe(200)
    }
    expect(await here.open(await here.signedIn(100))).toMatchObject({
      body: { code: 'tooManyDevices', most: 2 },
      status: 422,
    })
    expect((await here.open(await here.signedIn())).status).toBe(200)
    expect((await here.open(known[0] as Browser)).body.code).toBe('tooManyDevices')
    expect((await here.open(known[1] as Browser)).status).toBe(200)
  })
})

describe('what was sent', () => {
  it('is counted by viewer, video and day, in one statement for all', async () => {
    const { at, browser, learner, tenant, video } = await watched()
    await keepDelivered()
    for (let i = 0; i < 3; i += 1) {
      await server.get(browser, at('v240/00000.ts'))
    }
    await server.get(browser, at('v240/00000.ts'), { headers: { range: 'bytes=0-9999' } })
    await Promise.all([keepDelivered(), keepDelivered()])
    await server.get(browser, at('v240/00000.ts'))
    const day = new Date().toISOString().slice(0, 10)

    await eventually(async () => {
      await keepDelivered()
      const kept = await ask(
        tenant,
        sql`select viewer, video, bytes::float8, day from video_traffic`,
      )

      return isDeepStrictEqual(kept, [{ bytes: 410_000, day, video: video.id, viewer: learner.id }])
    })
  })
})

it('names the viewer and a code that leads back to them, where the school marks its videos', async () => {
  const here = await room()
  await ask(
    here.tenant,
    sql`update tenants set settings_playback_watermark = true where id = ${here.tenant}`,
  )
  const browser = await here.signedIn()
  const { body } = await here.open(browser)
  expect(body.watermark).toEqual({
    name: expect.any(String),
    code: expect.stringMatching(/^[0-9A-Z]{8}$/),
  })
  expect((await here.open(browser)).body.watermark).toEqual(body.watermark)
  const [found] = await ask(
    here.tenant,
    sql`select account_id as account from video_plays where code = ${body.watermark?.code}`,
  )
  expect(found?.account).toBe(here.learner.id)
})
