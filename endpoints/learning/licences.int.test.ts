import { randomBytes } from 'node:crypto'

import { jest } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import type { TestLicence } from '@/test/drm/server'
import type { Browser } from '@/test/streams'

import { asTenant } from '@/database/scope'
import { row, rows } from '@/database/transaction'
import { keyName } from '@/domain/media/protection'
import { streamUrl } from '@/domain/media/streams'
import { env } from '@/env'
import { contentKey } from '@/operations/media/contentKey'
import { seal } from '@/secrets'
import { challenge, startLicenceServer } from '@/test/drm/server'
import { classrooms } from '@/test/factories/learning'
import { call, requestOf, testPayload } from '@/test/harness'
import { hostOfSchool, openIn, readyVideo, signedInBrowser, streamServer } from '@/test/streams'

import { checkProtection } from '../media/filmProtection'
import { lessonMedia } from './media'

const payload = testPayload()

let server: Awaited<ReturnType<typeof streamServer>>
let service: Awaited<ReturnType<typeof startLicenceServer>>
beforeAll(async () => {
  server = await streamServer(payload())
  service = await startLicenceServer()
})
beforeEach(() => {
  Object.assign(env(), { PRIVATE_HOSTS: [new URL(service.url).host] })
})
afterEach(() => {
  jest.useRealTimers()
  jest.restoreAllMocks()
})
afterAll(() => Promise.all([server.close(), service.close()]))

/** Clocks that go on: the date alone is set. */
const TIMERS = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'setInterval',
  'setTimeout',
  'clearImmediate',
  'clearInterval',
  'clearTimeout',
] as const

const passSeconds = (seconds: number): void => {
  const then = Date.now() + seconds * 1000
  jest.spyOn(Date, 'now').mockImplementation(() => then)
}

const ask = (tenant: string, statement: ReturnType<typeof sql>) =>
  asTenant(tenant, async () => rows<Record<string, unknown>>(await requestOf(), statement))

type Provider = 'axinom' | 'clearKey'

/** A lesson of a school that protects its films, with a film that is protected and ready. */
const room = async (provider: Provider = 'clearKey') => {
  const classroom = await classrooms(payload()).classroom({ lessons: [{}] })
  const { first, learner, tenant } = classroom
  const video = await readyVideo({ isProtected: true, lessons: [first], tenant })
  const sealed =
    provider === 'axinom' ? seal({ tenant, value: JSON.stringify(service.keys) }) : null
  await ask(
    tenant,
    sql`insert into drm_accounts (id, tenant_id, provider, sealed) values (uuidv7(), ${tenant}, ${provider}, ${sealed})`,
  )
  await ask(tenant, sql`update tenants set settings_playback_drm = true where id = ${tenant}`)
  const host = await hostOfSchool(tenant)
  const at = (path: string) => streamUrl({ path, run: video.run, video: video.id })

  return {
    ...classroom,
    at,
    host,
    key: contentKey(video),
    open: (browser: Browser, instead?: boolean) =>
      openIn(browser, { instead, lesson: first, tenant }),
    signedIn: (user = learner) => signedInBrowser({ host, tenant, user }),
    video,
  }
}

const watched = async (provider?: Provider) => {
  const here = await room(provider)
  const browser = await here.signedIn()
  const { body, status } = await here.open(browser)
  expect(status).toBe(200)

  return { ...here, browser, opened: body }
}

/** What a browser's Clear Key asks for keys of these names. */
const clearRequest = (...ids: Uint8Array[]): Buffer =>
  Buffer.from(
    JSON.stringify({
      type: 'temporary',
      kids: ids.map((id) => Buffer.from(id).toString('base64url')),
    }),
  )

const post = (browser: Browser, path: string, body: Buffer, headers?: Record<string, string>) =>
  server.get(browser, path, { body, headers, method: 'POST' })

const codeOf = (body: Buffer): unknown => (JSON.parse(body.toString()) as { code: unknown }).code

describe('POST /api/learn/videos/:lesson/open', () => {
  it('says where licences of each system are asked for, and nothing of keys', async () => {
    const { at, opened } = await watched('axinom')

    expect(opened.licences).toEqual({
      fairplay: { certificate: at('certificate'), licence: at('licence/fairplay') },
      playready: { licence: at('licence/playready') },
      widevine: { licence: at('licence/widevine') },
    })
  })

  it('has learners wait for a film that is not prepared yet, whose file is given to authors alone', async () => {
    const here = await room()
    await ask(here.tenant, sql`update videos set run = null, status = 'processing'`)
    await ask(here.tenant, sql`update videos set updated_at = now()`)
    const browser = await here.signedIn()
    const file = (user: { id: string; roles?: null | readonly string[] }) =>
      call(lessonMedia, { params: { lesson: here.first }, tenant: here.tenant, user })

    expect(await here.open(browser)).toMatchObject({
      body: { code: 'videoPreparing' },
      status: 422,
    })
    expect(await file(here.learner)).toMatchObject({ body: { code: 'streamed' }, status: 409 })
    expect((await file({ id: here.learner.id, roles: ['instructor'] })).status).not.toBe(409)
  })

  it('gives nobody the file of a film that was just protected', async () => {
    const here = await room()
    await ask(here.tenant, sql`update videos set updated_at = now()`)

    expect(
      await call(lessonMedia, {
        params: { lesson: here.first },
        tenant: here.tenant,
        user: here.learner,
      }),
    ).toMatchObject({ body: { code: 'streamed' }, status: 409 })
  })
})

describe('POST /api/stream/:video/:run/licence/clearkey', () => {
  it('answers the key of the film, which nobody keeps', async () => {
    const { at, browser, key } = await watched()
    const { body, headers, status } = await post(
      browser,
      at('licence/clearkey'),
      clearRequest(key.id),
    )

    expect(status).toBe(200)
    expect(JSON.parse(body.toString())).toEqual({
      type: 'temporary',
      keys: [
        {
          k: Buffer.from(key.key).toString('base64url'),
          kid: Buffer.from(key.id).toString('base64url'),
          kty: 'oct',
        },
      ],
    })
    expect(headers['cache-control']).toBe('private, no-store')
    expect((await server.get(browser, at('v240/00000.m4s'))).headers['content-type']).toBe(
      'video/mp4',
    )
  })

  it('refuses the key of another film, another account’s leave, and whoever has none', async () => {
    const [mine, other] = [await watched(), await watched()]
    const { at, browser, host, key } = mine
    const asked = async (who: Browser, path = at('licence/clearkey'), id = key.id) =>
      (await post(who, path, clearRequest(id))).status

    expect(await asked(browser, undefined, other.key.id)).toBe(403)
    expect(await asked(other.browser, at('licence/clearkey'), key.id)).toBe(401)
    expect(await asked({ ...browser, host: other.host }, at('licence/clearkey'))).toBe(401)
    expect(await asked(browser, other.at('licence/clearkey'), other.key.id)).toBe(401)
    expect(await asked({ cookies: {}, host })).toBe(401)
    const { device = '', stream = '' } = browser.cookies
    const stranger = await mine.signedIn(await classrooms(payload()).user({ tenant: mine.tenant }))
    expect(await asked({ ...stranger, cookies: { ...stranger.cookies, device, stream } })).toBe(401)
    const framed = await post(browser, at('licence/clearkey'), clearRequest(key.id), {
      origin: 'http://evil.example',
    })
    expect(framed.status).toBe(401)
    expect(await asked(browser)).toBe(200)
  })

  it('knows no other run, no system that is not the school’s, and no film without protection', async () => {
    const { at, browser, key, tenant, video } = await watched()
    const old = streamUrl({ path: 'licence/clearkey', run: crypto.randomUUID(), video: video.id })
    for (const path of [old, at('licence/widevine'), at('licence/other'), at('licence')]) {
      expect([path, (await post(browser, path, clearRequest(key.id))).status]).toEqual([path, 404])
    }
    expect((await server.get(browser, at('licence/clearkey'))).status).toBe(405)
    expect((await server.get(browser, at('certificate'))).status).toBe(404)
    await ask(tenant, sql`update videos set is_protected = false`)
    passSeconds(21)

    expect((await post(browser, at('licence/clearkey'), clearRequest(key.id))).status).toBe(404)
  })

  it('takes no request that is empty, none, or too large', async () => {
    const { at, browser } = await watched()
    const path = at('licence/clearkey')

    expect((await post(browser, path, Buffer.alloc(0))).status).toBe(400)
    expect((await post(browser, path, Buffer.from('hello'))).status).toBe(403)
    expect((await post(browser, path, randomBytes(70_000))).status).toBe(413)
  })

  it('is asked twenty times a minute by one watching', async () => {
    const { at, browser, key } = await watched()
    const once = () => post(browser, at('licence/clearkey'), clearRequest(key.id))
    const all = await Promise.all(Array.from({ length: 25 }, once))

    expect(all.filter(({ status }) => status === 200)).toHaveLength(20)
    expect(all.filter(({ status }) => status === 429)).toHaveLength(5)
    expect(Number((await once()).headers['retry-after'])).toBeGreaterThan(0)
    passSeconds(61)
    expect((await once()).status).toBe(200)
  })

  it.each([
    ['a refund', sql`update enrollments set status = 'revoked'`],
    ['a suspension', sql`update users set status = 'suspended'`],
    ['a sign-out', sql`delete from auth_sessions`],
  ])('gives no licence after %s, within a minute', async (_name, statement) => {
    const { at, browser, key, tenant } = await watched()
    const asked = () => post(browser, at('licence/clearkey'), clearRequest(key.id))
    expect((await asked()).status).toBe(200)
    await ask(tenant, statement)
    passSeconds(21)

    expect((await asked()).status).toBe(403)
  })

  it('ends with the leave, and is for as many devices as the school allows', async () => {
    const here = await room()
    await ask(
      here.tenant,
      sql`update tenants set settings_playback_streams = 1 where id = ${here.tenant}`,
    )
    const [home, train] = [await here.signedIn(), await here.signedIn()]
    const asked = async (browser: Browser) =>
      (await post(browser, here.at('licence/clearkey'), clearRequest(here.key.id))).status
    await here.open(home)
    expect(await asked(home)).toBe(200)
    expect((await here.open(train)).status).toBe(422)
    expect(await asked(train)).toBe(401)
    await here.open(train, true)
    passSeconds(21)
    expect([await asked(home), await asked(train)]).toEqual([403, 200])
    passSeconds(601)
    expect(await asked(train)).toBe(401)
  })
})

describe('licences by a service', () => {
  const asked = async (system: string) => {
    const here = await watched('axinom')
    const { at, browser, key } = here
    const request = challenge([keyName(key.id)])

    return { ...here, answer: () => post(browser, at(`licence/${system}`), request) }
  }

  const account = (tenant: string) =>
    asTenant(tenant, async () =>
      row<{ at: null | string; error: null | string }>(
        await requestOf(),
        sql`select last_error as error, failed_at as at from drm_accounts where tenant_id = ${tenant}`,
      ),
    )

  it.each(['widevine', 'playready', 'fairplay'])('come through us, for %s', async (system) => {
    const { answer, key } = await asked(system)
    const { body, headers, status } = await answer()
    const licence = JSON.parse(body.toString()) as TestLicence

    expect([status, headers['cache-control']]).toEqual([200, 'private, no-store'])
    expect(licence).toMatchObject({
      isKept: false,
      key: Buffer.from(key.key).toString('hex'),
      kid: keyName(key.id),
      system,
    })
    const left = Date.parse(licence.ends) - Date.now()
    expect(left).toBeGreaterThan(540_000)
    expect(left).toBeLessThanOrEqual(600_000)
  })

  it('have the certificate that FairPlay asks for first', async () => {
    const { at, browser, host } = await watched('axinom')
    const { body, status } = await server.get(browser, at('certificate'))

    expect([status, body.toString()]).toEqual([200, 'a certificate of Apple'])
    expect((await server.get({ cookies: {}, host }, at('certificate'))).status).toBe(401)
  })

  it('are refused by the service for the key of another film, and the school sees why', async () => {
    const [{ at, browser, tenant }, other] = [await watched('axinom'), await room('axinom')]
    const answer = await post(browser, at('licence/widevine'), challenge([keyName(other.key.id)]))

    expect([answer.status, codeOf(answer.body)]).toEqual([422, 'licenceRefused'])
    expect(await account(tenant)).toMatchObject({
      error: '403 The request names a key that is not entitled to.',
    })
  })

  it('are asked for again when the service is back, and the error goes', async () => {
    const { answer, tenant } = await asked('widevine')
    service.failNext(1, 503)
    const away = await answer()
    expect([away.status, codeOf(away.body)]).toEqual([503, 'licencesAway'])
    expect(await account(tenant)).toMatchObject({ error: '503' })

    expect((await answer()).status).toBe(200)
    expect(await account(tenant)).toEqual({ at: null, error: null })
  })

  it('are renewed in the middle of a film, with the newest leave and no other', async () => {
    jest.useFakeTimers({ doNotFake: [...TIMERS] })
    const { answer, browser, open } = await asked('widevine')
    const first = { ...browser.cookies }
    const left = async () => {
      const { body, status } = await answer()

      return status === 200
        ? Date.parse((JSON.parse(body.toString()) as TestLicence).ends) - Date.now()
        : status
    }
    const pass = (seconds: number) => jest.setSystemTime(Date.now() + seconds * 1000)
    pass(300)
    expect((await open(browser)).status).toBe(200)
    pass(320)
    expect(await left()).toBeGreaterThan(540_000)
    const newest = { ...browser.cookies }
    Object.assign(browser.cookies, first)
    expect(await left()).toBe(401)
    Object.assign(browser.cookies, newest)
    expect(await left()).toBeGreaterThan(540_000)
    pass(300)
    expect(await left()).toBe(401)
  })

  it('are tried out by managers, who are told what the service says', async () => {
    const { tenant } = await room('axinom')
    const owner = await classrooms(payload()).user({ roles: ['owner'], tenant })
    const check = (user: { id: string } = owner) => call(checkProtection, { tenant, user })

    expect(await check()).toMatchObject({ body: { isReady: true }, status: 200 })
    service.failNext(1, 503)
    expect(await check()).toMatchObject({ body: { code: 'licencesAway' }, status: 422 })
    const wrong = { ...service.keys, axinomKey: randomBytes(32).toString('base64') }
    const sealed = seal({ tenant, value: JSON.stringify(wrong) })
    await ask(tenant, sql`update drm_accounts set sealed = ${sealed}`)
    expect(await check()).toMatchObject({
      body: {
        code: 'licenceKeysRefused',
        said: '401 The message is not signed with a known key.',
      },
      status: 422,
    })
    expect((await check(await classrooms(payload()).user({ tenant }))).status).toBe(403)
    await ask(tenant, sql`delete from drm_accounts`)
    expect((await check()).status).toBe(404)
  })

  it('are not asked for by who may not watch', async () => {
    const { answer, tenant } = await asked('widevine')
    await ask(tenant, sql`update enrollments set status = 'revoked'`)
    passSeconds(21)
    const before = service.requests.length

    expect((await answer()).status).toBe(403)
    expect(service.requests).toHaveLength(before)
  })
})
