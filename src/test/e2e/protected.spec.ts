import type { Browser, Page } from 'playwright-core'

import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

import type { CheckedOut } from './buying'
import type { RunSchool } from './runSchool'
import type { Visitor } from './visitor'

import { make } from './admin'
import { launch, openedAt } from './browser'
import { confirmed, curriculum, newPerson, sessionIn } from './buying'
import { eventually } from './eventually'
import { uploadedFilm } from './films'
import { runSchool } from './runSchool'
import { visitorAt } from './visitor'
import { wordsOf } from './words'

/** Length of the film, in seconds. */
const LENGTH = 40

const t = wordsOf('en')

let browser: Browser
let home: Page
let lesson: string
let order: string
let school: RunSchool
let slug: string
let student: Visitor

beforeAll(async () => {
  browser = await launch()
  school = await runSchool('Guarded School')
  const { host, owner } = school
  await make(owner, 'drm-accounts', { provider: 'clearKey' })
  const { docs } = (await owner.get('/api/tenants?depth=0')).json<{ docs: { id: string }[] }>()
  const set = await owner.patch(`/api/tenants/${docs[0]?.id}`, {
    settings: { playback: { drm: true } },
  })
  expect([set.status, set.text.slice(0, 300)]).toEqual([200, expect.any(String)])
  slug = `guarded-${crypto.randomUUID().slice(0, 8)}`
  const media = await uploadedFilm(owner, { seconds: LENGTH })
  const course = await make(owner, 'courses', { slug, _status: 'published', title: 'Rare films' })
  const section = await make(owner, 'sections', { course, title: 'One' })
  lesson = await make(owner, 'lessons', {
    _status: 'published',
    course,
    duration: LENGTH,
    kind: 'video',
    section,
    title: 'A rare take',
    video: media,
  })
  const offer = await make(owner, 'offers', {
    access: { unit: 'forever' },
    course,
    isActive: true,
    isDefault: true,
    kind: 'oneTime',
    prices: [{ amount: 4900, currency: 'USD' }],
    title: 'The course',
  })
  student = await confirmed(visitorAt(host), newPerson('Vera Viewer'))
  const placed = await student.post('/api/checkout', { items: [{ offer }] })
  const bought = placed.json<CheckedOut>()
  order = bought.order
  await student.post(`/api/payments/test/${sessionIn(bought.url)}/approve`)
  await eventually(async () => (await curriculum(student, slug)).enrollment, 60_000)
  await eventually(async () => {
    const answer = await owner.get(`/api/videos?depth=0&where[media][equals]=${media}`)
    const [film] = answer.json<{ docs: { isProtected?: boolean; status: string }[] }>().docs

    return film?.status === 'ready' && film.isProtected
  }, 240_000)
}, 480_000)
afterAll(() => browser.close())

const profile = async (): Promise<Page> =>
  openedAt(browser, { host: school.host, locale: 'en', member: student, width: 1440 })

const place = (page: Page): Promise<number> =>
  page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)

const playsFrom = (page: Page, from: number): Promise<boolean> =>
  eventually(async () => (await place(page)) > from, 60_000)

const play = async (page: Page): Promise<void> => {
  await page.locator('video').evaluate(async (video: HTMLVideoElement) => {
    video.muted = true
    await video.play()
  })
}

/** In the page: keeps what the browser's module asks and whom, so that it can be had to ask again. */
const keepSessions = (): void => {
  const { createSession } = MediaKeys.prototype
  MediaKeys.prototype.createSession = function kept(type) {
    const session = createSession.call(this, type)
    session.addEventListener(
      'message',
      ({ message }) => Object.assign(window, { asked: { message, session } }),
      { once: true },
    )

    return session
  }
}

it('plays a film under a licence, and goes where the viewer does', async () => {
  home = await profile()
  await home.addInitScript(keepSessions)
  const licence = home.waitForResponse((answer) => answer.url().endsWith('/licence/clearkey'))
  await home.goto(`/learn/${slug}/${lesson}`)
  await home.locator('video').waitFor()
  await play(home)
  expect((await licence).status()).toBe(200)
  await playsFrom(home, 1)
  const seen = await home.locator('video').evaluate((video: HTMLVideoElement) => ({
    hasKeys: video.mediaKeys !== null,
    height: video.videoHeight,
  }))
  expect(seen).toEqual({ hasKeys: true, height: 180 })
  await home.locator('video').evaluate((video: HTMLVideoElement) => {
    video.currentTime = 25
  })
  await play(home)
  await playsFrom(home, 26)
}, 180_000)

it('renews the licence when the module asks for it in mid-film, and plays on', async () => {
  const renewed = home.waitForResponse((answer) => answer.url().endsWith('/licence/clearkey'))
  await home.evaluate(() => {
    const { asked } = window as unknown as {
      asked: { message: ArrayBuffer; session: MediaKeySession }
    }
    asked.session.dispatchEvent(
      new MediaKeyMessageEvent('message', {
        message: asked.message,
        messageType: 'license-renewal',
      }),
    )
  })
  expect((await renewed).status()).toBe(200)
  await home.locator('video').evaluate((video: HTMLVideoElement) => {
    video.currentTime = 8
  })
  await play(home)
  await playsFrom(home, 9)
}, 120_000)

it('leaves a script that copies play lists and segments nothing to play', async () => {
  const opened = await student.post(`/api/learn/videos/${lesson}/open`)
  const { src } = opened.json<{ src: string }>()
  const beside = (name: string) => `${src.slice(0, src.lastIndexOf('/') + 1)}${name}`
  const master = (await student.get(src)).text
  const [rendition = ''] = /^v\d+\/index\.m3u8$/m.exec(master) ?? []
  const list = (await student.get(beside(rendition))).text
  const names = ['init.mp4', ...(list.match(/^\d+\.m4s$/gm) ?? [])]
  const parts = await Promise.all(
    names.map(async (name) => student.get(beside(rendition.replace('index.m3u8', name)))),
  )
  expect(parts.map(({ status }) => status)).toEqual(names.map(() => 200))
  expect(parts.length).toBeGreaterThan(4)
  const file = await student.get(`/api/learn/media/${lesson}`)
  expect(file.status).toBe(409)

  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-thief-'))
  const copy = path.join(folder, 'film.mp4')
  await writeFile(copy, Buffer.concat(parts.map(({ bytes }) => bytes)))
  const { stderr } = await promisify(execFile)('ffmpeg', [
    ...['-v', 'error', '-i', copy, '-f', 'null', '-'],
  ]).catch((error: unknown) => ({ stderr: String(error) }))
  await rm(folder, { recursive: true })

  expect(stderr).toMatch(/error while decoding|Invalid data/i)
})

it('says so where a browser opens no protected films', async () => {
  const old = await profile()
  await old.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'requestMediaKeySystemAccess', {
      value: () => Promise.reject(new DOMException('None', 'NotSupportedError')),
    })
  })
  await old.goto(`/learn/${slug}/${lesson}`)
  await old.locator('video').waitFor()
  await old.getByText(t('learn.player.noKeySystem')).waitFor({ timeout: 60_000 })
  await old.context().close()
}, 120_000)

it('is cut off by a refund within a minute, and gives no licence after it', async () => {
  await home.locator('video').evaluate((video: HTMLVideoElement) => {
    video.currentTime = 2
    video.loop = true
  })
  await play(home)
  const refunded = await school.owner.post(`/api/orders/${order}/refunds`, {
    endsAccess: true,
    key: crypto.randomUUID(),
    reason: 'A test',
    wish: { amount: 4900 },
  })
  expect([refunded.status, refunded.text]).toEqual([201, expect.any(String)])
  const at = Date.now()
  await home.getByText(t('learn.player.stopped')).waitFor({ timeout: 90_000 })

  expect(Date.now() - at).toBeLessThan(70_000)
  expect(await home.locator('video').evaluate((video: HTMLVideoElement) => video.paused)).toBe(true)
  const refused = await student.post(`/api/learn/videos/${lesson}/open`)
  expect(refused.status).toBe(403)
}, 180_000)
