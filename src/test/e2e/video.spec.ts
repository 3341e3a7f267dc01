import type { Browser, Page } from 'playwright-core'

import type { CheckedOut } from './buying'
import type { RunSchool } from './runSchool'
import type { Visitor } from './visitor'

import { make } from './admin'
import { launch, openedAt } from './browser'
import { confirmed, curriculum, newPerson, sessionIn } from './buying'
import { eventually } from './eventually'
import { uploadedFilm } from './films'
import { preparedFilm } from './ladder'
import { place, play, plays } from './playing'
import { press } from './press'
import { runSchool } from './runSchool'
import { visitorAt } from './visitor'
import { wordsOf } from './words'

/** Length of the film, in seconds. */
const LENGTH = 96

const t = wordsOf('en')

let browser: Browser
let draft: string
let home: Page
let lesson: string
let order: string
let school: RunSchool
let slug: string
let student: Visitor

beforeAll(async () => {
  browser = await launch()
  school = await runSchool('Film School', { playback: { devices: 5, streams: 1, watermark: true } })
  const { host, owner } = school
  slug = `film-${crypto.randomUUID().slice(0, 8)}`
  const media = await uploadedFilm(owner)
  const course = await make(owner, 'courses', { slug, _status: 'published', title: 'Slow films' })
  const section = await make(owner, 'sections', { course, title: 'One' })
  lesson = await make(owner, 'lessons', {
    _status: 'published',
    chapters: [
      { at: '0:00', blockType: 'chapter', title: 'The beginning' },
      { at: '1:00', blockType: 'chapter', title: 'The turn' },
    ],
    course,
    duration: LENGTH,
    kind: 'video',
    section,
    title: 'A long take',
    video: media,
  })
  draft = await make(owner, 'lessons', {
    _status: 'draft',
    course,
    duration: LENGTH,
    kind: 'video',
    section,
    title: 'Not yet shown',
    video: media,
  })
  await preparedFilm(media, LENGTH)
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
}, 300_000)
afterAll(() => browser.close())

/** The lesson's page in a browser that has not been there; each is a device of its own. */
const profile = async (): Promise<Page> => {
  const page = await openedAt(browser, {
    host: school.host,
    locale: 'en',
    member: student,
    width: 1440,
  })
  await page.goto(`/learn/${slug}/${lesson}`)

  return page
}

/** The renditions whose segments a page asks for from now on. */
const renditionsIn = (page: Page): string[] => {
  const asked: string[] = []
  page.on('request', (request) => {
    const [, rendition] = /\/(v\d+)\/\d+\.ts/.exec(request.url()) ?? []
    asked.push(...(rendition ? [rendition] : []))
  })

  return asked
}

it('plays a stream, and goes where its chapters lead', async () => {
  home = await profile()
  await home.locator('video').waitFor()
  await play(home)
  await plays(home)
  await press(home.getByRole('button', { name: /The turn/ }))
  await plays(home, 60)

  expect(await place(home)).toBeLessThan(75)
}, 120_000)

it('is marked with the viewer’s name, and stops when the mark is taken away', async () => {
  const isMarked = () =>
    home
      .locator('media-controller')
      .evaluate((frame) => frame.firstElementChild?.hasAttribute('noautohide') === true)
  await plays(home)
  expect(await isMarked()).toBe(true)
  const paused = await home.locator('media-controller').evaluate(async (frame) => {
    frame.firstElementChild?.remove()
    await new Promise((resolve) => {
      setTimeout(resolve, 0)
    })

    return frame.querySelector('video')?.paused
  })

  expect(paused).toBe(true)
  expect(await isMarked()).toBe(true)
  await home.getByText(t('learn.player.markLost')).waitFor()
  await play(home)
  await plays(home)
  await home.locator('media-controller').evaluate((frame) => {
    if (frame.firstElementChild instanceof HTMLElement) {
      frame.firstElementChild.style.setProperty('opacity', '0', 'important')
    }
  })
  await eventually(async () =>
    home.locator('video').evaluate((video: HTMLVideoElement) => video.paused),
  )
})

it('switches down when the line becomes slow, and goes on', async () => {
  await home.reload()
  await home.locator('video').waitFor()
  const asked = renditionsIn(home)
  await home.locator('video').evaluate((video: HTMLVideoElement) => {
    video.currentTime = 0
  })
  await play(home)
  await eventually(async () => asked.at(-1) === 'v480' && (await place(home)) > 1, 60_000)
  const line = await home.context().newCDPSession(home)
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', {
    downloadThroughput: (420 * 1024) / 8,
    latency: 20,
    offline: false,
    uploadThroughput: (420 * 1024) / 8,
  })
  await eventually(() => Promise.resolve(asked.at(-1) === 'v240'), 60_000)
  const before = await place(home)
  await eventually(async () => (await place(home)) > before + 8, 60_000)
  await line.send('Network.emulateNetworkConditions', {
    downloadThroughput: -1,
    latency: 0,
    offline: false,
    uploadThroughput: -1,
  })
}, 180_000)

it('goes on on another device where it was left, and stops on the first', async () => {
  await home.locator('video').evaluate((video: HTMLVideoElement) => {
    video.currentTime = 30
  })
  await plays(home, 31)
  await home.locator('video').evaluate((video: HTMLVideoElement) => video.pause())
  const left = await place(home)
  await eventually(
    async () => Math.abs(((await curriculum(student, slug)).lessons[0]?.position ?? 0) - left) < 1,
    60_000,
  )
  const away = await profile()
  await press(away.getByRole('button', { name: t('learn.player.watchHere') }))
  await eventually(async () => (await place(away)) > 0)

  expect(Math.abs((await place(away)) - left)).toBeLessThan(5)
  await play(away)
  await plays(away)
  await play(home)
  await home.getByText(t('errors.tooManyStreams')).waitFor({ timeout: 60_000 })
  home = away
}, 180_000)

it('is cut off by a refund within a minute', async () => {
  await home.locator('video').evaluate((video: HTMLVideoElement) => {
    video.currentTime = 5
  })
  await plays(home, 5)
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
}, 180_000)

it('plays to its author in a lesson that is not published as it will to learners', async () => {
  const page = await openedAt(browser, {
    host: school.host,
    locale: 'en',
    member: school.owner,
    width: 1440,
  })
  const asked = renditionsIn(page)
  await page.goto(`/preview/lessons/${draft}`)
  await page.locator('video').waitFor()
  await play(page)
  await plays(page)

  expect(asked.length).toBeGreaterThan(0)
}, 120_000)
